import { describe, expect, it } from 'vitest';
import { countMarked, EVERYTHING_MARKED, isMarked, markAll, NOTHING_MARKED, toggleMark } from './selection.ts';

describe('marking rows', () => {
  it('marks and unmarks a row', () => {
    const marked = toggleMark(NOTHING_MARKED, 'mara');

    expect(isMarked(marked, 'mara')).toBe(true);
    expect(isMarked(toggleMark(marked, 'mara'), 'mara')).toBe(false);
  });

  it('counts all hits without the ones taken out', () => {
    const marked = toggleMark(EVERYTHING_MARKED, 'ilse');

    expect(countMarked(marked, 3214)).toBe(3213);
    expect(isMarked(marked, 'ilse')).toBe(false);
  });

  it('marks a stretch of rows', () => {
    expect(countMarked(markAll(NOTHING_MARKED, ['a', 'b', 'a']), 10)).toBe(2);
  });
});
