import { describe, expect, it } from 'vitest';
import { lanesOf, monthStarts, rhythmPath, shareOfYear } from './year-places.ts';

describe('the year as a line', () => {
  it('begins on 1 January and ends before the next', () => {
    expect(shareOfYear('2026-01-01', 2026)).toBe(0);
    expect(shareOfYear('2026-12-31', 2026)).toBeCloseTo(364 / 365);
  });

  it('has one day more in a leap year', () => {
    expect(shareOfYear('2028-02-29', 2028)).toBeCloseTo(59 / 366);
  });

  it('has twelve months that follow each other', () => {
    const starts = monthStarts(2026).map(({ at }) => at);

    expect(starts).toHaveLength(12);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('is a hair where nobody is contacted and thickest in the busiest month', () => {
    const path = rhythmPath([0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 10);

    expect(path).toContain('L50 5.5');
    expect(path).toContain('L150 0.5');
    expect(path.endsWith('Z')).toBe(true);
  });

  it('moves a mark off the line where it would lie on its neighbour, and back as soon as there is room', () => {
    expect(lanesOf(['2026-03-01', '2026-03-10', '2026-03-20', '2026-04-02', '2026-07-01'])).toEqual([0, -1, 1, 0, 0]);
  });
});
