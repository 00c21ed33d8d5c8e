import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { postAfter, waitingLetters } from './outbox.ts';

describe('a letter that waits a moment before it leaves', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('leaves once, when its time has come', async () => {
    let sent = 0;
    postAfter(10_000, async () => void (sent += 1));

    await vi.advanceTimersByTimeAsync(9999);
    expect([sent, waitingLetters()]).toEqual([0, 1]);

    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent, waitingLetters()]).toEqual([1, 0]);
  });

  it('never leaves once it was taken back', async () => {
    let sent = 0;
    const posting = postAfter(10_000, async () => void (sent += 1));

    await vi.advanceTimersByTimeAsync(5000);
    expect(posting.takeBack()).toBe(true);

    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent, waitingLetters()]).toEqual([0, 0]);
  });

  it('cannot be taken back when it is on its way', async () => {
    const posting = postAfter(10_000, async () => {});

    await vi.advanceTimersByTimeAsync(10_000);

    expect(posting.takeBack()).toBe(false);
    expect(waitingLetters()).toBe(0);
  });
});
