import type { Recogniser } from '../recognition/types.ts';
import type { CriterionName, Weights } from '../schema-matches.ts';
import { CRITERIA, NOT_SHOWN_REASONS } from '../schema-matches.ts';
import { placeFit } from './judge-stated.ts';
import { isAsked, totalPoints } from './judge.ts';
import type { NamedPeople, PeopleIndex, Ranked, RankOptions } from './people-index-types.ts';
import type { PeopleStore } from './people-store.ts';
import {
  bytesOf,
  createStore,
  NO_DAY,
  NO_HOURS,
  putPerson,
  removePerson,
  WOULD_MOVE,
  writeMarks,
} from './people-store.ts';
import { createTopList } from './top-list.ts';
import type { Gap, Pass, Work } from './rank-work.ts';
import {
  addInterest,
  addLanguage,
  addModel,
  addOccupation,
  addSkill,
  addText,
  addToAll,
  createWork,
  markRecalled,
} from './rank-work.ts';
import { toScore } from './score.ts';
import { slotOf } from './posting-lists.ts';
import type { DemandQuery, RankedPerson, SkillWish } from './types.ts';
import { RECALL_MARKS } from './types.ts';
import { dayNumber, hoursValue, percent, placeValue, startValue, UNKNOWN } from './values.ts';

/** An empty index for the concepts and stems of one recogniser; with another directory everybody is read again. */
export function createPeopleIndex({ directory, stemCount }: Pick<Recogniser, 'directory' | 'stemCount'>): PeopleIndex {
  const store = createStore(directory.concepts.count, stemCount);
  let work = createWork(0);
  return {
    put: (person, marks) => putPerson(store, person, marks),
    mark: (talentId, marks) => {
      const slot = store.ids.find(talentId);
      if (slot >= 0) writeMarks(store.columns, slot, marks);
    },
    remove: (talentId) => removePerson(store, talentId),
    has: (talentId) => store.ids.find(talentId) >= 0,
    count: () => store.ids.count(),
    rank: (query, weights, options) => {
      if (work.points.length < store.size) work = createWork(store.columns.isAlive.length);
      return rank({ store, work, query, weights }, options);
    },
    bytes: () => bytesOf(store) + work.points.length * WORK_BYTES,
  };
}

const WORK_BYTES = 35;

interface Ranking {
  store: PeopleStore;
  work: Work;
  query: DemandQuery;
  weights: Weights;
}

function rank(ranking: Ranking, options: RankOptions): Ranked {
  const { store, work, query, weights } = ranking;
  const counts = choose(ranking, options.entityIds);
  const recallCount = markRecalled(ranking, options.family);
  work.points.fill(0);
  work.known.fill(0);
  const gaps = addAll(ranking, options.named ?? new Map());
  const added = addedBy(ranking, options.model);
  const total = totalPoints(query, weights);
  const personAt = (slot: number): RankedPerson => ({
    talentId: store.ids.idAt(slot),
    recall: RECALL_MARKS[store.columns.recall[slot] ?? 0] ?? 'none',
    ...toScore(work.points[slot] ?? 0, work.known[slot] ?? 0, total),
    // The order is measured by what the visible rules ask: whoever did not agree to a model loses nothing.
    totalPoints: total + added(slot),
  });
  return {
    ...counts,
    recallCount,
    pages: options.pages.map((page) => createTopList(store, work, total)(page).map(personAt)),
    of: new Map(
      (options.of ?? []).flatMap((id) => {
        const slot = store.ids.find(id);
        return slot >= 0 && work.isRanked[slot] === 1 ? [[id, personAt(slot)] as const] : [];
      }),
    ),
    gaps: gaps.map(({ label, shown, decided }) => ({ label, shown, unknown: counts.rankedCount - decided })),
  };
}

/** How many points of an optional model somebody could have besides. */
function addedBy(ranking: Ranking, model: RankOptions['model']): (slot: number) => number {
  if (!model) return () => 0;
  const mayAdd = addModel(passOf(ranking, model.weight), model);
  return (slot) => (mayAdd[slot] === 1 ? model.weight : 0);
}

/** Who is compared at all; the others are counted by reason. */
function choose({ store, work }: Ranking, entityIds: readonly string[]): Pick<Ranked, 'rankedCount' | 'notShown'> {
  const { isAlive, entity, notShown } = store.columns;
  const mayBeSeen = entitiesOf(store, entityIds);
  const reasons = new Int32Array(NOT_SHOWN_REASONS.length + 1);
  work.isRanked.fill(0);
  for (let slot = 0; slot < store.size; slot += 1) {
    if (isAlive[slot] !== 1 || mayBeSeen[entity[slot] ?? 0] !== 1) continue;
    count(reasons, notShown[slot]);
    if (notShown[slot] !== 0) continue;
    work.isRanked[slot] = 1;
  }
  return { rankedCount: reasons[0] ?? 0, notShown: reasonsOf(reasons) };
}

function count(reasons: Int32Array, reason = 0): void {
  reasons[reason] = (reasons[reason] ?? 0) + 1;
}

function entitiesOf({ entities }: PeopleStore, entityIds: readonly string[]): Uint8Array {
  const mayBeSeen = new Uint8Array(entities.size);
  for (const id of entityIds) {
    const entity = entities.get(id);
    if (entity !== undefined) mayBeSeen[entity] = 1;
  }
  return mayBeSeen;
}

const reasonsOf = (reasons: Int32Array): Ranked['notShown'] =>
  Object.fromEntries(NOT_SHOWN_REASONS.flatMap((reason, at) => (reasons[at + 1] ? [[reason, reasons[at + 1]]] : [])));

type Adder = (ranking: Ranking, weight: number) => void;

const passOf = ({ store, work }: Ranking, weight: number): Pass => ({ store, work, weight });

/** Wishes of one criterion share its weight, as over one person. */
const ADDERS: Record<Exclude<CriterionName, 'must' | 'nice'>, Adder> = {
  occupation: (ranking, weight) => {
    if (ranking.query.occupation) addOccupation(passOf(ranking, weight), ranking.query.occupation);
  },
  text: (ranking, weight) => addText(passOf(ranking, weight), ranking.query),
  languages: (ranking, weight) => {
    const { languages } = ranking.query;
    for (const wish of languages) addLanguage(passOf(ranking, weight / languages.length), wish);
  },
  interest: (ranking, weight) => addInterest(passOf(ranking, weight), ranking.query),
  place: (ranking, weight) => {
    const { town, mayBeRemote } = ranking.query;
    if (town) addPlace(passOf(ranking, weight), town.folded, mayBeRemote);
  },
  availability: (ranking, weight) => {
    const { hours, fromOn } = ranking.query;
    const wishes = (hours ? 1 : 0) + (fromOn === null ? 0 : 1);
    addAvailability(passOf(ranking, weight / wishes), ranking.query);
  },
};

interface LabelledGap extends Gap {
  label: string;
}

/** In the order of the criteria and wishes, like the points of one person. */
function addAll(ranking: Ranking, named: Named): LabelledGap[] {
  const { query, weights } = ranking;
  const asked = isAsked(query);
  return CRITERIA.filter((name) => asked[name]).flatMap((name) => {
    const weight = weights[name];
    if (name === 'must' || name === 'nice') return addSkills(ranking, query[name], weight, named);
    if (weight > 0) ADDERS[name](ranking, weight);
    return [];
  });
}

const NOBODY: NamedPeople = { shown: [], denied: [] };

type Named = NonNullable<RankOptions['named']>;

/** Gaps are counted also where a criterion weighs nothing. */
const addSkills = (ranking: Ranking, wishes: readonly SkillWish[], weight: number, named: Named): LabelledGap[] =>
  wishes.map((wish) => ({
    label: wish.label,
    ...addSkill(passOf(ranking, weight / wishes.length), wish, named.get(wish.text) ?? NOBODY),
  }));

function addPlace(pass: Pass, folded: string, mayBeRemote: boolean): void {
  const { store, work } = pass;
  const { town, flags } = store.columns;
  const number = (store.words.get(`town ${folded}`) ?? -2) + 1;
  markWished(pass, folded);
  const townAt = (slot: number): string | null => {
    const here = town[slot] ?? NO_TOWN;
    if (here === NO_TOWN) return null;
    return here === number ? folded : OTHER_TOWN;
  };
  addToAll(pass, (slot) => {
    const wouldMove = ((flags[slot] ?? 0) & WOULD_MOVE) !== 0;
    return placeValue(placeFit({ town: townAt(slot), wouldMove }, work.counts[slot] === 1, folded, mayBeRemote));
  });
}

const NO_TOWN = 0;
/** No folded town has a blank at its end. */
const OTHER_TOWN = 'other ';

/** Those whose wishes name the town have 1 in `counts`. */
function markWished({ store, work }: Pass, folded: string): void {
  work.counts.fill(0);
  const wished = store.words.get(`wish ${folded}`);
  if (wished === undefined) return;
  const term = store.wordsFrom + wished;
  for (const entry of store.lists.entriesOf(term).subarray(0, store.lists.lengthOf(term)))
    work.counts[slotOf(entry)] = 1;
}

function addAvailability(pass: Pass, { hours, fromOn }: DemandQuery): void {
  const { hoursFrom, hoursTo, availableFrom } = pass.store.columns;
  if (hours) {
    const planned = { from: percent(hours.from), to: percent(hours.to) };
    addToAll(pass, (slot) =>
      hoursFrom[slot] === NO_HOURS
        ? UNKNOWN
        : hoursValue({ from: hoursFrom[slot] ?? 0, to: hoursTo[slot] ?? 0 }, planned),
    );
  }
  if (fromOn === null) return;
  const start = dayNumber(fromOn);
  addToAll(pass, (slot) => (availableFrom[slot] === NO_DAY ? UNKNOWN : startValue((availableFrom[slot] ?? 0) - start)));
}
