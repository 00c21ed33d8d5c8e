import type { ModelWishes, NamedPeople } from './people-index-types.ts';
import type { DemandQuery, LanguageWish, OccupationWish, SkillWish } from './types.ts';
import { interestConcepts } from './interest-concepts.ts';
import type { PeopleStore } from './people-store.ts';
import { HAS_OCCUPATION, LEVEL_SHIFT, recallWord, STANCE, STANCE_BITS, WISHED_BIT } from './people-store.ts';
import { payloadOf, slotOf } from './posting-lists.ts';
import type { Value } from './values.ts';
import { interestValue, languageValue, MET, NOT_MET, occupationValue, partOf, textValue, UNKNOWN } from './values.ts';

/** Numbers per slot while one demand is held against everybody. Kept between calls, emptied before each. */
export interface Work {
  isRanked: Uint8Array;
  /** Who is asked first. */
  isRecalled: Uint8Array;
  points: Float64Array;
  known: Float64Array;
  /** The wish a slot was last decided for. */
  decidedFor: Int32Array;
  wish: number;
  sums: Float64Array;
  counts: Uint8Array;
  touched: Int32Array;
}

export function createWork(size: number): Work {
  return {
    isRanked: new Uint8Array(size),
    isRecalled: new Uint8Array(size),
    points: new Float64Array(size),
    known: new Float64Array(size),
    decidedFor: new Int32Array(size),
    wish: 0,
    sums: new Float64Array(size),
    counts: new Uint8Array(size),
    touched: new Int32Array(size),
  };
}

/** What every pass reads and writes. The people of one list are met one after the other; nobody is looked at who has nothing of the wish. */
export interface Pass {
  store: PeopleStore;
  work: Work;
  /** Of one wish. */
  weight: number;
}

interface Reach {
  pass: Pass;
  /** Points and known points of a person of the list, by what is said of them; undefined leaves them undecided. */
  valueOf: (payload: number) => Value | undefined;
}

/** Decides for everyone of a list who is not decided yet, and answers how many were. */
function decideList({ pass, valueOf }: Reach, term: number): number {
  const { store, work, weight } = pass;
  const length = store.lists.lengthOf(term);
  if (length === 0) return 0;
  const values = Array.from({ length: PAYLOADS }, (_, payload) => valueOf(payload));
  const points = Float64Array.from(values, (value) => weight * (value ?? UNKNOWN).points);
  const known = Float64Array.from(values, (value) => weight * (value ?? UNKNOWN).known);
  const decides = Uint8Array.from(values, (value) => (value ? 1 : 0));
  const entries = store.lists.entriesOf(term);
  let decided = 0;
  for (let at = 0; at < length; at += 1) {
    const entry = entryAt(entries, at);
    const payload = payloadOf(entry);
    const slot = slotOf(entry);
    if (decides[payload] === 0 || !isOpen(work, slot)) continue;
    work.decidedFor[slot] = work.wish;
    addTo(work.points, slot, numberAt(points, payload));
    addTo(work.known, slot, numberAt(known, payload));
    decided += 1;
  }
  return decided;
}

/** Stance, wish and level take six of the eight bits. */
const PAYLOADS = 64;
const isOpen = ({ isRanked, decidedFor, wish }: Work, slot: number): boolean =>
  isRanked[slot] === 1 && decidedFor[slot] !== wish;
// One small function per kind of array: shared by several kinds they would be slow.
const entryAt = (entries: Uint32Array, at: number): number => entries[at] ?? 0;
const numberAt = (numbers: Float64Array, at: number): number => numbers[at] ?? 0;
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const addTo = (numbers: Float64Array, at: number, more: number): void => {
  numbers[at] = (numbers[at] ?? 0) + more;
};

function addValue({ work, weight }: Pass, slot: number, { points, known }: Value): void {
  addTo(work.points, slot, weight * points);
  addTo(work.known, slot, weight * known);
}

const isShown = (payload: number) => (payload & STANCE_BITS) === STANCE.shown;
const isDenied = (payload: number) => (payload & STANCE_BITS) === STANCE.denied;
const itself = (payload: number): Value | undefined =>
  isShown(payload) ? MET : isDenied(payload) ? NOT_MET : undefined;

/** How many show a wish or part of it, and of how many something is known. */
export interface Gap {
  shown: number;
  decided: number;
}

export function addSkill(pass: Pass, wish: SkillWish, named: NamedPeople): Gap {
  const { store, work } = pass;
  work.wish += 1;
  const word = store.words.get(`skill ${wish.text}`);
  const term = wish.concept ?? (word === undefined ? undefined : store.wordsFrom + word);
  let shown =
    term === undefined ? 0 : decideList({ pass, valueOf: (payload) => (isShown(payload) ? MET : undefined) }, term);
  if (wish.concept === undefined) shown += decideNamed(pass, named.shown, MET);
  const denied = wish.concept === undefined ? decideNamed(pass, named.denied, NOT_MET) : 0;
  let decided = shown + denied + (term === undefined ? 0 : decideList({ pass, valueOf: itself }, term));
  for (const { concept, share } of wish.close) {
    const more = decideList(
      { pass, valueOf: (payload) => (isShown(payload) ? { points: share, known: share } : undefined) },
      concept,
    );
    decided += more;
    shown += more;
  }
  return { shown, decided };
}

function decideNamed(pass: Pass, talentIds: readonly string[], value: Value): number {
  const { store, work } = pass;
  let decided = 0;
  for (const id of talentIds) {
    const slot = store.ids.find(id);
    if (slot < 0 || !isOpen(work, slot)) continue;
    work.decidedFor[slot] = work.wish;
    addValue(pass, slot, value);
    decided += 1;
  }
  return decided;
}

/** Once here or nearly taken, and in an occupation of the family that opens. @returns how many */
export function markRecalled({ store, work }: Omit<Pass, 'weight'>, family: readonly number[] | undefined): number {
  const { isRanked, isRecalled } = work;
  const { recall } = store.columns;
  let count = 0;
  const mark = (slot: number) => {
    if (isRanked[slot] === 0 || recall[slot] === 0 || isRecalled[slot] === 1) return;
    isRecalled[slot] = 1;
    count += 1;
  };
  isRecalled.fill(0);
  if (!family) for (let slot = 0; slot < store.size; slot += 1) mark(slot);
  for (const concept of family ?? []) {
    const word = store.words.get(recallWord(concept));
    if (word === undefined) continue;
    const entries = store.lists.entriesOf(store.wordsFrom + word);
    const length = store.lists.lengthOf(store.wordsFrom + word);
    for (let at = 0; at < length; at += 1) mark(slotOf(entryAt(entries, at)));
  }
  return count;
}

/** Of each wish the nearest that somebody shows. @returns for whom it may count, by slot */
export function addModel(pass: Pass, { wishes, agreed }: ModelWishes): Uint8Array {
  const { store, work, weight } = pass;
  const mayAdd = new Uint8Array(store.size);
  for (const id of agreed) {
    const slot = store.ids.find(id);
    if (slot >= 0) mayAdd[slot] = 1;
  }
  for (const { close } of wishes) {
    work.wish += 1;
    for (let slot = 0; slot < store.size; slot += 1) if (mayAdd[slot] === 0) work.decidedFor[slot] = work.wish;
    for (const { concept, share } of close)
      decideList(
        {
          pass: { store, work, weight: weight / wishes.length },
          valueOf: (payload) => (isShown(payload) ? partOf(share) : undefined),
        },
        concept,
      );
  }
  return mayAdd;
}

export function addLanguage(pass: Pass, { concept, level }: LanguageWish): void {
  pass.work.wish += 1;
  if (concept === undefined) return;
  const valueOf = (payload: number) =>
    isShown(payload) ? languageValue(payload >>> LEVEL_SHIFT, level) : itself(payload);
  decideList({ pass, valueOf }, concept);
}

export function addInterest(pass: Pass, query: DemandQuery): void {
  pass.work.wish += 1;
  const { same, near } = interestConcepts(query);
  const when = (value: Value) => (payload: number) => ((payload & WISHED_BIT) === 0 ? undefined : value);
  for (const concept of same) decideList({ pass, valueOf: when(interestValue('same')) }, concept);
  for (const concept of near) decideList({ pass, valueOf: when(interestValue('near')) }, concept);
}

/** Closest occupation in `sums`, essential skills in `counts`; then everyone who has either, and everyone who has any occupation at all. */
export function addOccupation(pass: Pass, wish: OccupationWish): void {
  const { store, work } = pass;
  const { sums, counts, isRanked } = work;
  sums.fill(0);
  counts.fill(0);
  const itself = wish.concepts.map((concept) => ({ concept, share: 1 }));
  for (const { concept, share } of [...itself, ...wish.close])
    eachShown(pass, concept, (slot) => {
      sums[slot] = Math.max(numberAt(sums, slot), share);
    });
  for (const skill of wish.essential)
    eachShown(pass, skill, (slot) => {
      counts[slot] = byteAt(counts, slot) + 1;
    });
  const { flags } = store.columns;
  for (let slot = 0; slot < store.size; slot += 1) {
    const hasOccupation = (byteAt(flags, slot) & HAS_OCCUPATION) !== 0;
    const count = byteAt(counts, slot);
    if (isRanked[slot] === 0 || (!hasOccupation && count === 0)) continue;
    const shownSkills = count === 0 ? 0 : count / wish.essential.length;
    addValue(pass, slot, occupationValue(numberAt(sums, slot), shownSkills, hasOccupation));
  }
}

function eachShown({ store, work: { isRanked } }: Pass, concept: number, act: (slot: number) => void): void {
  const entries = store.lists.entriesOf(concept);
  const length = store.lists.lengthOf(concept);
  for (let at = 0; at < length; at += 1) {
    const entry = entryAt(entries, at);
    const slot = slotOf(entry);
    if (isShown(payloadOf(entry)) && isRanked[slot] === 1) act(slot);
  }
}

export function addText(pass: Pass, { stems }: DemandQuery): void {
  const { work } = pass;
  work.sums.fill(0);
  let count = 0;
  for (const { stem, weight } of stems) count = addStem(pass, stem, weight, count);
  for (let at = 0; at < count; at += 1) {
    const slot = work.touched[at] ?? 0;
    addValue(pass, slot, textValue(numberAt(work.sums, slot)));
  }
}

/** @returns how many people have any stem so far; they stand in `touched` */
function addStem({ store, work }: Pass, stem: number, weight: number, touchedBefore: number): number {
  const { sums, isRanked, touched } = work;
  const entries = store.lists.entriesOf(store.stemsFrom + stem);
  const length = store.lists.lengthOf(store.stemsFrom + stem);
  let count = touchedBefore;
  for (let at = 0; at < length; at += 1) {
    const slot = slotOf(entryAt(entries, at));
    if (isRanked[slot] === 0) continue;
    if (sums[slot] === 0) {
      touched[count] = slot;
      count += 1;
    }
    addTo(sums, slot, weight);
  }
  return count;
}

export function addToAll(pass: Pass, valueAt: (slot: number) => Value): void {
  for (let slot = 0; slot < pass.store.size; slot += 1) {
    if (pass.work.isRanked[slot] === 0) continue;
    const value = valueAt(slot);
    if (value !== UNKNOWN) addValue(pass, slot, value);
  }
}
