import { rankOfLevel } from '../recognition/language-level.ts';
import type { Stance } from '../recognition/types.ts';
import { NOT_SHOWN_REASONS } from '../schema-matches.ts';
import type { IdTable } from './id-table.ts';
import { createIdTable } from './id-table.ts';
import type { PersonMarks } from './people-index-types.ts';
import type { PostingLists } from './posting-lists.ts';
import { createPostingLists, MOST_SLOTS } from './posting-lists.ts';
import type { PersonFacts } from './types.ts';
import { RECALL_MARKS } from './types.ts';
import { dayNumber, percent } from './values.ts';

/** Nothing stated. */
export const NO_DAY = -2_147_483_648;
export const NO_HOURS = 255;
export const STANCE: Record<Stance, number> = { shown: 1, interest: 2, denied: 3 };
export const STANCE_BITS = 3;
export const WISHED_BIT = 4;
export const LEVEL_SHIFT = 3;
export const HAS_OCCUPATION = 1;
export const WOULD_MOVE = 2;

/** Columns by slot. */
export interface Columns {
  isAlive: Uint8Array;
  entity: Uint16Array;
  /** 0: compared; else the place in NOT_SHOWN_REASONS plus 1. */
  notShown: Uint8Array;
  /** Place in RECALL_MARKS. */
  recall: Uint8Array;
  flags: Uint8Array;
  town: Int32Array;
  hoursFrom: Uint8Array;
  hoursTo: Uint8Array;
  availableFrom: Int32Array;
}

export interface PeopleStore {
  columns: Columns;
  /** Slots in use or once in use. */
  size: number;
  ids: IdTable;
  lists: PostingLists;
  /** Number of a term that is no concept and no stem: a folded skill, a wished town. */
  words: Map<string, number>;
  entities: Map<string, number>;
  stemsFrom: number;
  wordsFrom: number;
  free: number[];
  /** Slots of people who left: before the present sweep began, and since. */
  leaving: { before: number[]; since: number[] };
}

export function createStore(conceptCount: number, stemCount: number): PeopleStore {
  return {
    columns: newColumns(1024),
    size: 0,
    ids: createIdTable(),
    lists: createPostingLists(conceptCount + stemCount),
    words: new Map(),
    entities: new Map(),
    stemsFrom: conceptCount,
    wordsFrom: conceptCount + stemCount,
    free: [],
    leaving: { before: [], since: [] },
  };
}

function newColumns(size: number): Columns {
  return {
    isAlive: new Uint8Array(size),
    entity: new Uint16Array(size),
    notShown: new Uint8Array(size),
    recall: new Uint8Array(size),
    flags: new Uint8Array(size),
    town: new Int32Array(size),
    hoursFrom: new Uint8Array(size),
    hoursTo: new Uint8Array(size),
    availableFrom: new Int32Array(size),
  };
}

export function putPerson(store: PeopleStore, person: PersonFacts, marks: PersonMarks): void {
  removePerson(store, person.talentId);
  const slot = newSlot(store);
  store.ids.set(person.talentId, slot);
  const { columns } = store;
  columns.isAlive[slot] = 1;
  columns.entity[slot] = numberIn(store.entities, person.entityId);
  writeMarks(columns, slot, marks);
  const hasOccupation = person.concepts.some(({ kind, stance }) => kind === 'occupation' && stance === 'shown');
  columns.flags[slot] = (hasOccupation ? HAS_OCCUPATION : 0) | (person.wouldMove ? WOULD_MOVE : 0);
  columns.town[slot] = person.town === null ? 0 : wordNumber(store, `town ${person.town}`) + 1;
  columns.hoursFrom[slot] = person.hours ? percent(person.hours.from) : NO_HOURS;
  columns.hoursTo[slot] = person.hours ? percent(person.hours.to) : NO_HOURS;
  columns.availableFrom[slot] = person.availableFrom === null ? NO_DAY : dayNumber(person.availableFrom);
  addTerms(store, person, slot);
  addRecall(store, marks, slot);
}

function addRecall(store: PeopleStore, { recallFor = [] }: PersonMarks, slot: number): void {
  for (const concept of recallFor) store.lists.add(store.wordsFrom + wordNumber(store, recallWord(concept)), slot, 0);
}

function addTerms({ lists, stemsFrom, ...store }: PeopleStore, person: PersonFacts, slot: number): void {
  for (const { concept, stance, isWished, level } of person.concepts)
    lists.add(concept, slot, STANCE[stance] | (isWished ? WISHED_BIT : 0) | (rankOfLevel(level) << LEVEL_SHIFT));
  for (const stem of person.stems) lists.add(stemsFrom + stem, slot, 0);
  const wordTerm = (word: string) => store.wordsFrom + wordNumber(store, word);
  for (const { text, stance } of person.freeSkills) lists.add(wordTerm(`skill ${text}`), slot, STANCE[stance]);
  for (const town of person.wishedTowns) lists.add(wordTerm(`wish ${town}`), slot, 0);
}

export function writeMarks({ notShown, recall }: Columns, slot: number, marks: PersonMarks): void {
  notShown[slot] = marks.notShown === null ? 0 : NOT_SHOWN_REASONS.indexOf(marks.notShown) + 1;
  recall[slot] = RECALL_MARKS.indexOf(marks.recall);
}

export function removePerson(store: PeopleStore, talentId: string): void {
  const slot = store.ids.find(talentId);
  if (slot >= 0) {
    store.columns.isAlive[slot] = 0;
    store.ids.remove(talentId);
    store.leaving.since.push(slot);
  }
  if (store.leaving.before.length + store.leaving.since.length > 0) sweepSome(store);
}

/** A slot may be given again when every list was swept after its person left. */
function sweepSome({ lists, columns, leaving, free }: PeopleStore): void {
  if (!lists.sweep(columns.isAlive)) return;
  for (const slot of leaving.before) free.push(slot);
  leaving.before = leaving.since;
  leaving.since = [];
}

function newSlot(store: PeopleStore): number {
  const again = store.free.pop();
  if (again !== undefined) return again;
  if (store.size >= MOST_SLOTS) throw new Error('The index holds no more people than its numbers reach.');
  if (store.size === store.columns.isAlive.length) store.columns = grown(store.columns);
  store.size += 1;
  return store.size - 1;
}

function grown(columns: Columns): Columns {
  const larger = newColumns(Math.ceil(columns.isAlive.length * 1.5));
  larger.isAlive.set(columns.isAlive);
  larger.entity.set(columns.entity);
  larger.notShown.set(columns.notShown);
  larger.recall.set(columns.recall);
  larger.flags.set(columns.flags);
  larger.town.set(columns.town);
  larger.hoursFrom.set(columns.hoursFrom);
  larger.hoursTo.set(columns.hoursTo);
  larger.availableFrom.set(columns.availableFrom);
  return larger;
}

/** A term of its own: what somebody was here is not what they can. */
export const recallWord = (concept: number): string => `recall ${concept}`;

export const wordNumber = ({ words }: Pick<PeopleStore, 'words'>, word: string): number => numberIn(words, word);

function numberIn(numbers: Map<string, number>, key: string): number {
  const before = numbers.get(key);
  if (before !== undefined) return before;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

export const bytesOf = ({ columns, ids, lists }: PeopleStore): number =>
  Object.values(columns).reduce((sum: number, column: { byteLength: number }) => sum + column.byteLength, 0) +
  ids.bytes() +
  lists.bytes();
