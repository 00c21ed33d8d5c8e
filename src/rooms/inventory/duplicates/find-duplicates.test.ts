import { describe, expect, it } from 'vitest';
import { birthDateKeys } from './birth-date-keys.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findDuplicatesInWorker } from './find-in-worker.ts';
import { seededRandom } from './seeded-random.ts';
import { DUPLICATE_PROBABILITY } from './thresholds.ts';
import type { ComparisonRecord, LinkageModel, ScoredPair } from './types.ts';

const key = Buffer.from('a key for this test only');

/** Mara and the people around her. */
const mara = aRecord('mara', {
  firstName: 'Katharina',
  lastName: 'Löwenherz',
  emails: ['k.loewenherz@gmx.ch'],
  phones: ['+41791234567'],
  birthDateKeys: birthDateKeys('1984-03-07', key),
  street: 'Lindenweg 12',
  postcode: '8400',
  city: 'Winterthur',
  employer: 'Nordwerk AG',
});

function aRecord(id: string, known: Partial<ComparisonRecord>): ComparisonRecord {
  return { id, emails: [], phones: [], ...known };
}

const given =
  'Thomas Anna Peter Sandra Daniel Monika Stefan Julia Martin Nicole Andreas Claudia Markus Laura Simon Eva'.split(' ');
const family =
  'Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer Gerber Brunner Baumann Frei Zimmermann Moser'.split(
    ' ',
  );

/** Strangers among whom the cast has to be found. */
function strangers(count: number): ComparisonRecord[] {
  const random = seededRandom(7);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(1960, 0, Math.floor(random() * 15_000))).toISOString().slice(0, 10);
    return aRecord(`stranger ${number}`, {
      firstName: pick(given),
      lastName: pick(family),
      emails: [`mail${Math.floor(random() * 1e6)}@example.org`],
      phones: [`+4179${1_000_000 + Math.floor(random() * 9e6)}`],
      birthDateKeys: birthDateKeys(day, key),
      street: `${pick(family)}weg ${Math.floor(random() * 90)}`,
      postcode: String(8000 + Math.floor(random() * 60)),
      city: 'Zürich',
    });
  });
}

const crowd = strangers(400);

function probabilityBetween(one: ComparisonRecord, other: ComparisonRecord): number {
  const { pairs } = findDuplicates([...crowd, one, other], { leastProbability: 0 });
  return pairs.find(({ a, b }) => a !== b && [a, b].includes(one.id) && [a, b].includes(other.id))?.probability ?? 0;
}

describe('finding duplicates', () => {
  it.each<[string, Partial<ComparisonRecord>]>([
    ['a nickname and a new mailbox', { firstName: 'Kathi', emails: ['kathi84@outlook.com'] }],
    ['a married name', { lastName: 'Brandt', emails: ['katharina.brandt@gmx.ch'] }],
    ['a double name without umlaut', { lastName: 'Brandt-Lowenherz', street: undefined, postcode: undefined }],
    ['swapped names', { firstName: 'Löwenherz', lastName: 'Katharina', phones: [] }],
    ['day and month swapped', { birthDateKeys: birthDateKeys('1984-07-03', key), phones: [] }],
    ['a typing error and no birth date', { lastName: 'Löwenhrez', birthDateKeys: undefined, employer: 'Südwerk AG' }],
    [
      'a new address and telephone',
      { street: 'Hauptstrasse 3', postcode: '3011', city: 'Bern', phones: ['+41761112233'] },
    ],
    ['the national form of the telephone', { phones: ['079 123 45 67'], emails: [] }],
  ])('recognises one person with %s', (_, changes) => {
    expect(probabilityBetween(mara, { ...mara, id: 'again', ...changes })).toBeGreaterThan(DUPLICATE_PROBABILITY);
  });

  it.each<[string, Partial<ComparisonRecord>]>([
    [
      'a husband',
      { firstName: 'Christoph', emails: ['c.loewenherz@gmx.ch'], birthDateKeys: birthDateKeys('1982-11-20', key) },
    ],
    ['a twin sister', { firstName: 'Dorothea', emails: ['doro@gmx.ch'], employer: 'Alpenbau AG' }],
    ['a daughter without birth date', { firstName: 'Emma', emails: [], birthDateKeys: undefined, employer: undefined }],
    [
      'a namesake',
      {
        emails: ['katharina.l@web.de'],
        phones: ['+4915112345678'],
        birthDateKeys: birthDateKeys('1991-09-30', key),
        street: 'Ringstr. 8',
        postcode: '50667',
        city: 'Köln',
        employer: 'Rheinbau GmbH',
      },
    ],
  ])('does not take her for %s', (_, changes) => {
    expect(probabilityBetween(mara, { ...mara, id: 'other', ...changes })).toBeLessThan(DUPLICATE_PROBABILITY);
  });

  it('joins two records through a third that has the old and the new', () => {
    const before = {
      ...mara,
      id: 'before',
      birthDateKeys: undefined,
      phones: [],
      street: undefined,
      postcode: undefined,
    };
    const between = { ...mara, id: 'between', lastName: 'Brandt', city: undefined };
    const after = aRecord('after', {
      firstName: 'Katharina',
      lastName: 'Brandt',
      phones: mara.phones,
      birthDateKeys: mara.birthDateKeys,
    });

    const { pairs } = findDuplicates([...crowd, before, between, after]);

    const joined = pairs.find(({ a, b }) => a === 'after' && b === 'before');
    expect(joined?.probability).toBeGreaterThan(DUPLICATE_PROBABILITY);
    expect(joined?.fields.map(({ field }) => field)).toContain('common_record');
  });
});

describe('the result', () => {
  const cast = [
    mara,
    { ...mara, id: 'kathi', firstName: 'Kathi' },
    { ...mara, id: 'son', firstName: 'Emil', birthDateKeys: undefined },
  ];
  const records = [...crowd, ...cast];

  it('gives each field a weight, and the weights add up', () => {
    const { pairs } = findDuplicates(records, { leastProbability: 0 });

    expect(pairs.length).toBeGreaterThan(2);
    for (const { fields, weightBits, probability } of pairs) {
      expect(fields.reduce((sum, field) => sum + field.weightBits, 0)).toBeCloseTo(weightBits, 9);
      expect(probability).toBeCloseTo(1 / (1 + 2 ** -weightBits), 9);
    }
  });

  it('names the relative as the other explanation', () => {
    const { pairs } = findDuplicates(records, { leastProbability: 0 });

    const withSon = pairs.find(({ a, b }) => a === 'mara' && b === 'son');
    expect(withSon?.fields.find(({ field }) => field === 'other_explanation')?.level).toBe('relative');
  });

  it('is the same in any order of the records', () => {
    const random = seededRandom(3);
    const shuffled = records.map((record) => ({ record, at: random() })).sort((a, b) => a.at - b.at);

    expect(withoutTime(findDuplicates(shuffled.map(({ record }) => record)))).toEqual(
      withoutTime(findDuplicates(records)),
    );
  });

  it('looks only at the pairs that were asked for', () => {
    const { pairs } = findDuplicates(records, { onlyPairsWith: new Set(['kathi']), leastProbability: 0 });

    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.every(({ a, b }) => a === 'kathi' || b === 'kathi')).toBe(true);
  });

  it('can be had from a model kept as JSON, for a handful of people too', () => {
    const { model, pairs } = findDuplicates(records);
    const stored = JSON.parse(JSON.stringify(model)) as LinkageModel;
    const isKathi = ({ a, b }: ScoredPair) => a === 'kathi' && b === 'mara';

    const again = findDuplicates(cast, { model: stored }).pairs.find(isKathi);

    expect(direct(again)).toBeCloseTo(direct(pairs.find(isKathi)), 9);
  });

  it('keeps no name, address or hash of a single person in the model', () => {
    const text = JSON.stringify(findDuplicates(records).model);

    expect(text).not.toContain('wenherz');
    expect(text).not.toContain(mara.birthDateKeys?.whole);
  });

  it('comes out of a worker thread unchanged', async () => {
    const steps: string[] = [];

    const found = await findDuplicatesInWorker(records, { onProgress: (step) => steps.push(step) });

    expect(withoutTime(found)).toEqual(withoutTime(findDuplicates(records)));
    expect(steps).toEqual(['preparing', 'comparing', 'learning', 'scoring']);
  });

  it('is empty for no records and for one', () => {
    expect(findDuplicates([]).pairs).toEqual([]);
    expect(findDuplicates([mara]).pairs).toEqual([]);
  });

  it('works on two records and on records without any value', () => {
    expect(findDuplicates([mara, { ...mara, id: 'kathi' }]).pairs[0]?.probability).toBeGreaterThan(
      DUPLICATE_PROBABILITY,
    );
    expect(findDuplicates([aRecord('a', {}), aRecord('b', {})]).pairs).toEqual([]);
  });
});

/** Weight of a pair from its own fields, without what a third record adds. */
function direct(pair: ScoredPair | undefined): number {
  const own = pair?.fields.filter(({ field }) => field !== 'common_record') ?? [];
  return own.reduce((sum, field) => sum + field.weightBits, 0);
}

function withoutTime({ pairs, model, comparedPairs }: ReturnType<typeof findDuplicates>) {
  return { pairs, model, comparedPairs };
}
