import { hashText } from './fold.ts';
import { NO_CHANCE_BITS } from './outcome.ts';
import type { CountedValue, PreparedRecord, ValueKind } from './prepared.ts';

/** Models keep only values that more people than this share, so that they hold nothing that belongs to one person. */
const MOST_PEOPLE_OF_A_RARE_VALUE = 2;

/** In a small file a value looks more common than it is: as many people are imagined who have other values. */
const UNSEEN_PEOPLE = 50;

/** All distinct values of a run, and what is known about how common they are. */
export interface ValueBook {
  values: Map<string, CountedValue>;
  shared: Map<string, unknown>;
}

export function emptyValueBook(): ValueBook {
  return { values: new Map(), shared: new Map() };
}

export function countedValue(book: ValueBook, kind: ValueKind, text: string): CountedValue {
  const key = `${kind}:${text}`;
  const known = book.values.get(key);
  if (known) return known;
  const value: CountedValue = { key, kind, people: 0, chanceBits: 0 };
  book.values.set(key, value);
  return value;
}

/** Builds the object for a text once and hands out the same one afterwards. */
export function shareByText<T>(book: ValueBook, kind: string, text: string, build: () => T): T {
  const key = `${kind}/${text}`;
  const known = book.shared.get(key);
  if (known !== undefined) return known as T;
  const built = build();
  book.shared.set(key, built);
  return built;
}

/**
 * Counts in how many people each value occurs.
 * @param shareOfPerson for each record, one divided by the number of records of the same person
 * @returns people with a known value, per kind
 */
export function countPeople(book: ValueBook, records: PreparedRecord[], shareOfPerson: Float64Array) {
  for (const value of book.values.values()) value.people = 0;
  const known = addPeople(records, shareOfPerson);
  for (const value of book.values.values()) value.chanceBits = chanceBits(value.people, known[value.kind] ?? 0);
  return known;
}

function addPeople(records: PreparedRecord[], shareOfPerson: Float64Array): Record<string, number> {
  const known: Record<string, number> = {};
  for (const [row, record] of records.entries()) {
    const share = shareOfPerson[row] ?? 1;
    for (const value of record.values) value.people += share;
    for (const kind of record.kinds) known[kind] = (known[kind] ?? 0) + share;
  }
  return known;
}

export function frequentValues(book: ValueBook): [number, number][] {
  const frequent: [number, number][] = [];
  for (const { key, people } of book.values.values()) {
    if (people > MOST_PEOPLE_OF_A_RARE_VALUE) frequent.push([hashText(key), Math.round(people * 100) / 100]);
  }
  return frequent.sort(([a], [b]) => a - b);
}

/** Sets how common the values of a book are from a stored model instead of counting. */
export function takeOverCounts(book: ValueBook, frequent: Map<number, number>, known: Record<string, number>) {
  for (const value of book.values.values()) {
    value.people = frequent.get(hashText(value.key)) ?? 0;
    value.chanceBits = chanceBits(value.people, known[value.kind] ?? 0);
  }
}

/** Without any known value of the kind the level table has to answer. */
function chanceBits(people: number, known: number): number {
  return known === 0 ? NO_CHANCE_BITS : Math.log2(Math.min(0.5, Math.max(people, 1) / (known + UNSEEN_PEOPLE)));
}
