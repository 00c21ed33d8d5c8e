import { describe, expect, it } from 'vitest';
import { forEachCandidate, indexBlocks } from './block-index.ts';
import { keysOf } from './blocking.ts';
import { prepareRecord } from './prepare.ts';
import type { ComparisonRecord } from './types.ts';
import { emptyValueBook } from './values.ts';

function pairsOf(records: Partial<ComparisonRecord>[]): string[] {
  const book = emptyValueBook();
  const index = indexBlocks(
    records.map((record, row) => prepareRecord(book, { id: String(row), emails: [], phones: [], ...record })),
  );
  const pairs: string[] = [];
  forEachCandidate(index, (a, b) => pairs.push(`${a}-${b}`));
  return pairs;
}

describe('which records are compared', () => {
  it('brings records with a common telephone number together, once', () => {
    const shared = { lastName: 'Moser', firstName: 'Eva', phones: ['+41791234567'] };

    expect(pairsOf([shared, { lastName: 'Frei' }, { ...shared, phones: ['079 123 45 67'] }])).toEqual(['0-2']);
  });

  it('leaves records apart that share nothing', () => {
    expect(
      pairsOf([
        { firstName: 'Eva', lastName: 'Moser' },
        { firstName: 'Urs', lastName: 'Frei' },
      ]),
    ).toEqual([]);
  });

  it('drops a telephone number that half the town shares', () => {
    const switchboard = Array.from({ length: 200 }, () => ({ phones: ['+41441112233'] }));

    expect(pairsOf(switchboard)).toEqual([]);
  });

  it('finds a person with a nickname and with swapped names by the same keys', () => {
    const keys = (firstName: string, lastName: string) =>
      keysOf(prepareRecord(emptyValueBook(), { id: '', emails: [], phones: [], firstName, lastName }));

    expect(keys('Josef', 'Moser').some((key) => keys('Sepp', 'Moser').includes(key))).toBe(true);
    expect(keys('Josef', 'Moser').some((key) => keys('Moser', 'Josef').includes(key))).toBe(true);
  });
});
