import { describe, expect, it } from 'vitest';
import { clockJumpMs, isClockTrusted } from './clock.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-23T02:07:00Z');
const trusted = NOW.getTime() - 1000 * 1000;

describe('a clock that was moved', () => {
  it('is noticed by how long the machine has been running', () => {
    expect(clockJumpMs(NOW.getTime() + 500_000, 1500, trusted)).toBe(0);
    expect(clockJumpMs(NOW.getTime() + 49 * HOUR_MS, 1000, trusted)).toBe(49 * HOUR_MS);
    expect(clockJumpMs(NOW.getTime() - 2 * HOUR_MS, 1000, trusted)).toBe(-2 * HOUR_MS);
  });

  it.each([
    ['two hours forward', 2, true],
    ['two hours back', -2, true],
    ['a day forward', 24, true],
    ['a day back', -24, true],
    ['a day and an hour forward', 25, false],
    ['a day and an hour back', -25, false],
    ['a year forward', 24 * 365, false],
  ])('by %s halts the erasing: %s h', (_, hours, isTrusted) => {
    expect(isClockTrusted(hours * HOUR_MS, NOW, undefined)).toBe(isTrusted);
  });

  it('and stands before the last night halts it too, also after a restart', () => {
    const lastNight = new Date(NOW.getTime() + 25 * HOUR_MS);

    expect(isClockTrusted(0, NOW, lastNight)).toBe(false);
    expect(isClockTrusted(0, NOW, new Date(NOW.getTime() - 240 * HOUR_MS))).toBe(true);
  });
});
