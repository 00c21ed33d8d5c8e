import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenGroups, SMALLEST_GROUP } from './small-groups.ts';

const sizes = (...all: number[]) => all.map((accepted) => ({ accepted }));
const hiddenSizes = (...all: number[]) => [...hiddenGroups(sizes(...all))].map(({ accepted }) => accepted);

describe('groups that could be recognised', () => {
  it('stay hidden, and with them the next one, from which they could be told by subtracting', () => {
    expect(hiddenSizes(111, 6)).toEqual([6, 111]);
    expect(hiddenSizes(500, 300, 6)).toEqual([6, 300]);
    expect(hiddenSizes(500, 7, 6)).toEqual([6, 7]);
    expect(hiddenSizes(500, 300)).toEqual([]);
  });

  it('are never what is left of the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 6 }), (all) => {
        const groups = sizes(...all);
        const hidden = hiddenGroups(groups);
        for (const group of groups) if (group.accepted < SMALLEST_GROUP) expect(hidden.has(group)).toBe(true);
        if (hidden.size > 0) expect(hidden.size).toBeGreaterThan(1);
      }),
    );
  });
});
