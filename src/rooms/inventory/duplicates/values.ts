import { hashText } from './fold.ts';
import { NO_CHANCE_BITS } from './outcome.ts';
import type { CountedValue, PreparedRecord, ValueKind } from './prepared.ts';
import { forEachValue } from './record-values.ts';

/** Models keep only values that more people than this share, so that they hold nothing that belongs to one person. */
const MOST_PEOPLE_OF_A_RARE_VALUE = 2;

/** In a small file a value looks more common than it is: as many people are imagined who have other values. */
const UNSEEN_PEOPLE = 50;

/** All distinct values of a run, and what is known about how common they are. */
export interface ValueBook {
  all: CountedValue[];
  /** Only while records are made ready: which object stands for a text, by kind. */
  valueOf: Map<ValueKind, Map<string, CountedValue>>;
  shared: Map<string, Map<string, unknown>>;
}

export const emptyValueBook = (): ValueBook => ({ all: [], valueOf: new Map(), shared: new Map() });

/** No more records will come: the values stay, the tables of texts go. */
export function closeBook(book: ValueBook): void {
  book.valueOf.clear();
  book.shared.clear();
}

export function countedValue(book: ValueBook, kind: ValueKind, text: string): CountedValue {
  const known = tableOf(book.valueOf, kind);
  const found = known.get(text);
  if (found) return found;
  const value: CountedValue = { kind, text, people: 0, chanceBits: 0, countedIn: -1 };
  known.set(text, value);
  book.all.push(value);
  return value;
}

/** Such as `last:meier`. Made when it is needed: kept with every value it would take a third of the memory of a record. */
export const keyOf = ({ kind, text }: Pick<CountedValue, 'kind' | 'text'>): string => `${kind}:${text}`;

/** Builds the object for a text once and hands out the same one afterwards. */
export function shareByText<T>(book: ValueBook, kind: string, text: string, build: () => T): T {
  const known = tableOf(book.shared, kind);
  const found = known.get(text);
  if (found !== undefined) return found as T;
  const built = build();
  known.set(text, built);
  return built;
}

function tableOf<Kind, Value>(tables: Map<Kind, Map<string, Value>>, kind: Kind): Map<string, Value> {
  const known = tables.get(kind);
  if (known) return known;
  const table = new Map<string, Value>();
  tables.set(kind, table);
  return table;
}

const NOT_COUNTED = { people: 0, countedIn: -1 };

/**
 * Counts in how many people each value occurs.
 * @param shareOfPerson for each record, one divided by the number of records of the same person
 * @returns people with a known value, per kind
 */
export function countPeople(book: ValueBook, records: PreparedRecord[], shareOfPerson: Float64Array) {
  for (const value of book.all) Object.assign(value, NOT_COUNTED);
  const known = addPeople(records, shareOfPerson);
  for (const value of book.all) value.chanceBits = chanceBits(value.people, known[value.kind] ?? 0);
  return known;
}

function addPeople(records: PreparedRecord[], shareOfPerson: Float64Array): Record<string, number> {
  const known: Record<string, number> = {};
  const kindCountedIn: Record<string, number> = {};
  for (const [row, record] of records.entries()) {
    const share = shareOfPerson[row] ?? 1;
    forEachValue(record, (value) => {
      if (value.countedIn === row) return;
      value.countedIn = row;
      value.people += share;
      if (kindCountedIn[value.kind] === row) return;
      kindCountedIn[value.kind] = row;
      known[value.kind] = (known[value.kind] ?? 0) + share;
    });
  }
  return known;
}

export function frequentValues(book: ValueBook): [number, number][] {
  const frequent: [number, number][] = [];
  for (const value of book.all) {
    const { people } = value;
    if (people > MOST_PEOPLE_OF_A_RARE_VALUE) frequent.push([hashText(keyOf(value)), Math.round(people * 100) / 100]);
  }
  return frequent.sort(([a], [b]) => a - b);
}

/** Sets how common the values of a book are from a stored model instead of counting. */
export function takeOverCounts(book: ValueBook, frequent: Map<number, number>, known: Record<string, number>) {
  for (const value of book.all) {
    value.people = frequent.get(hashText(keyOf(value))) ?? 0;
    value.chanceBits = chanceBits(value.people, known[value.kind] ?? 0);
  }
}

/** Without any known value of the kind the level table has to answer. */
function chanceBits(people: number, known: number): number {
  return known === 0 ? NO_CHANCE_BITS : Math.log2(Math.min(0.5, Math.max(people, 1) / (known + UNSEEN_PEOPLE)));
}
