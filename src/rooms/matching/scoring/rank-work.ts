import type { DemandQuery, LanguageWish, OccupationWish, SkillWish } from './types.ts';
import { interestConcepts } from './interest-concepts.ts';
import type { PeopleStore } from './people-store.ts';
import { HAS_OCCUPATION, LEVEL_SHIFT, STANCE, STANCE_BITS, WISHED_BIT } from './people-store.ts';
import type { Value } from './values.ts';
import { interestValue, languageValue, MET, NOT_MET, occupationValue, textValue, UNKNOWN } from './values.ts';

/** Numbers per slot while one demand is held against everybody. Kept between calls, emptied before each. */
export interface Work {
  isRanked: Uint8Array;
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
  const values = Array.from({ length: 256 }, (_, payload) => valueOf(payload));
  const points = Float64Array.from(values, (value) => (value ? weight * value.points : 0));
  const known = Float64Array.from(values, (value) => (value ? weight * value.known : 0));
  const decides = Uint8Array.from(values, (value) => (value ? 1 : 0));
  const entries = store.lists.entriesOf(term);
  const length = store.lists.lengthOf(term);
  const { isRanked, decidedFor, wish } = work;
  let decided = 0;
  for (let at = 0; at < length; at += 1) {
    const entry = entries[at] ?? 0;
    const payload = entry & 255;
    const slot = entry >>> 8;
    if (decides[payload] === 0 || isRanked[slot] === 0 || decidedFor[slot] === wish) continue;
    decidedFor[slot] = wish;
    work.points[slot] = (work.points[slot] ?? 0) + (points[payload] ?? 0);
    work.known[slot] = (work.known[slot] ?? 0) + (known[payload] ?? 0);
    decided += 1;
  }
  return decided;
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

export function addSkill(pass: Pass, wish: SkillWish, named: readonly string[]): Gap {
  const { store, work } = pass;
  work.wish += 1;
  const word = store.words.get(`skill ${wish.text}`);
  const term = wish.concept ?? (word === undefined ? undefined : store.wordsFrom + word);
  let shown =
    term === undefined ? 0 : decideList({ pass, valueOf: (payload) => (isShown(payload) ? MET : undefined) }, term);
  if (wish.concept === undefined) shown += decideNamed(pass, named);
  let decided = shown + (term === undefined ? 0 : decideList({ pass, valueOf: itself }, term));
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

function decideNamed({ store, work, weight }: Pass, talentIds: readonly string[]): number {
  let decided = 0;
  for (const id of talentIds) {
    const slot = store.ids.find(id);
    if (slot < 0 || work.isRanked[slot] === 0 || work.decidedFor[slot] === work.wish) continue;
    work.decidedFor[slot] = work.wish;
    work.points[slot] = (work.points[slot] ?? 0) + weight;
    work.known[slot] = (work.known[slot] ?? 0) + weight;
    decided += 1;
  }
  return decided;
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
  const { store, work, weight } = pass;
  const { sums, counts, isRanked } = work;
  sums.fill(0);
  counts.fill(0);
  for (const { concept, share } of [...wish.concepts.map((concept) => ({ concept, share: 1 })), ...wish.close])
    eachShown(pass, concept, (slot) => {
      if ((sums[slot] ?? 0) < share) sums[slot] = share;
    });
  for (const skill of wish.essential)
    eachShown(pass, skill, (slot) => {
      counts[slot] = (counts[slot] ?? 0) + 1;
    });
  const flags = store.columns.flags;
  for (let slot = 0; slot < store.size; slot += 1) {
    if (isRanked[slot] === 0) continue;
    const hasOccupation = ((flags[slot] ?? 0) & HAS_OCCUPATION) !== 0;
    const count = counts[slot] ?? 0;
    if (!hasOccupation && count === 0) continue;
    const value = occupationValue(sums[slot] ?? 0, count === 0 ? 0 : count / wish.essential.length, hasOccupation);
    work.points[slot] = (work.points[slot] ?? 0) + weight * value.points;
    work.known[slot] = (work.known[slot] ?? 0) + weight * value.known;
  }
}

function eachShown({ store, work: { isRanked } }: Pass, concept: number, act: (slot: number) => void): void {
  const entries = store.lists.entriesOf(concept);
  const length = store.lists.lengthOf(concept);
  for (let at = 0; at < length; at += 1) {
    const entry = entries[at] ?? 0;
    const slot = entry >>> 8;
    if (isShown(entry & 255) && isRanked[slot] === 1) act(slot);
  }
}

export function addText({ store, work, weight }: Pass, { stems }: DemandQuery): void {
  const { sums, isRanked, touched } = work;
  sums.fill(0);
  let count = 0;
  for (const { stem, weight: share } of stems) {
    const entries = store.lists.entriesOf(store.stemsFrom + stem);
    const length = store.lists.lengthOf(store.stemsFrom + stem);
    for (let at = 0; at < length; at += 1) {
      const slot = (entries[at] ?? 0) >>> 8;
      if (isRanked[slot] === 0) continue;
      const before = sums[slot] ?? 0;
      if (before === 0) {
        touched[count] = slot;
        count += 1;
      }
      sums[slot] = before + share;
    }
  }
  for (let at = 0; at < count; at += 1) {
    const slot = touched[at] ?? 0;
    const value = textValue(sums[slot] ?? 0);
    work.points[slot] = (work.points[slot] ?? 0) + weight * value.points;
    work.known[slot] = (work.known[slot] ?? 0) + weight * value.known;
  }
}

/** The same value for everyone to whom nothing else applies is worked out once by the caller. */
export function addToAll({ store, work, weight }: Pass, valueAt: (slot: number) => Value): void {
  for (let slot = 0; slot < store.size; slot += 1) {
    if (work.isRanked[slot] === 0) continue;
    const value = valueAt(slot);
    if (value === UNKNOWN) continue;
    work.points[slot] = (work.points[slot] ?? 0) + weight * value.points;
    work.known[slot] = (work.known[slot] ?? 0) + weight * value.known;
  }
}
