import { describe, expect, it } from 'vitest';
import { stepOf } from '#ground/ui/line/warmth-over-time.ts';
import { warmthOf } from './warmth.ts';

const now = new Date('2026-11-23T09:00:00Z');
const touch = (on: string, direction: 'ours' | 'theirs' = 'ours', kind: 'personal' | 'bulk' = 'personal') => ({
  on,
  direction,
  kind,
});

describe('the warmth of a relationship', () => {
  it('is distant and steady without any contact', () => {
    expect(warmthOf([], now)).toEqual({ value: 0, step: 1, trend: 'steady' });
  });

  it('halves every ninety days', () => {
    expect(warmthOf([touch('2026-08-25')], now).value).toBeCloseTo(warmthOf([touch('2026-11-23')], now).value / 2, 3);
  });

  it('counts an answer more than our own word, and a bulk mail hardly', () => {
    const [theirs, ours, bulk] = [
      touch('2026-11-20', 'theirs'),
      touch('2026-11-20'),
      touch('2026-11-20', 'ours', 'bulk'),
    ].map((one) => warmthOf([one], now).value);

    expect(theirs).toBeGreaterThan(ours ?? 1);
    expect(bulk).toBeLessThan(0.06);
  });

  it('says in which direction it goes', () => {
    expect(warmthOf([touch('2026-11-20')], now).trend).toBe('warming');
    expect(warmthOf([touch('2026-09-01', 'theirs')], now).trend).toBe('cooling');
  });

  it('ignores what lies in the future', () => {
    expect(warmthOf([touch('2027-01-01')], now).value).toBe(0);
  });

  it.each([
    [0.09, 1],
    [0.1, 2],
    [0.24, 3],
    [0.4, 4],
    [0.58, 5],
  ])('calls %d step %d', (value, step) => {
    expect(stepOf(value)).toBe(step);
  });
});
