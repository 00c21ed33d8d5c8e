import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, changed, type History, ONE_STEP_MS, redone, undone } from './history.ts';

const times = <T>(count: number, change: (value: T) => T, value: T): T =>
  count === 0 ? value : times(count - 1, change, change(value));
const write = (steps: readonly number[]) =>
  steps.reduce<History<number>>((history, step, i) => changed(history, step, { at: i }), begun(-1));

describe('taking back', () => {
  it('leads back to the beginning and forward to the end again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (steps) => {
        const written = write(steps);
        const back = times(steps.length, undone, written);

        expect(back.now).toBe(-1);
        expect(times(steps.length, redone, back).now).toBe(written.now);
      }),
    );
  });

  it('forgets what was taken back as soon as something else is written', () => {
    const history = changed(undone(write([1, 2, 3])), 9, { at: 10 });

    expect(redone(history).now).toBe(9);
    expect(undone(history).now).toBe(2);
  });

  it('takes a typed sentence back as one step', () => {
    const typed = [1, 2, 3].reduce<History<number>>(
      (history, step) => changed(history, step, { key: 'subject', at: step * 100 }),
      begun(0),
    );

    expect(undone(typed).now).toBe(0);
  });

  it('begins a new step after a pause, and when something else is written', () => {
    const first = changed(begun(0), 1, { key: 'subject', at: 0 });
    const paused = changed(first, 2, { key: 'subject', at: ONE_STEP_MS });
    const elsewhere = changed(first, 2, { key: 'text', at: 1 });

    expect(undone(paused).now).toBe(1);
    expect(undone(elsewhere).now).toBe(1);
  });

  it('makes no step where nothing changed', () => {
    expect(changed(begun(4), 4, { at: 0 }).past).toEqual([]);
  });
});
