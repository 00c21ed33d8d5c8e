import type { Recogniser } from '../recognition/types.ts';
import type { Weights } from '../schema-matches.ts';
import { CRITERIA, NOT_SHOWN_REASONS } from '../schema-matches.ts';
import { placeFit } from './judge-stated.ts';
import { isAsked, totalPoints } from './judge.ts';
import type { PeopleIndex, Ranked, RankOptions } from './people-index-types.ts';
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
import { addInterest, addLanguage, addOccupation, addSkill, addText, addToAll, createWork } from './rank-work.ts';
import { toScore } from './score.ts';
import type { DemandQuery, RankedPerson } from './types.ts';
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

const WORK_BYTES = 34;

interface Ranking {
  store: PeopleStore;
  work: Work;
  query: DemandQuery;
  weights: Weights;
}

function rank(ranking: Ranking, options: RankOptions): Ranked {
  const { store, work, query, weights } = ranking;
  const counts = choose(ranking, options.entityIds);
  work.points.fill(0);
  work.known.fill(0);
  const gaps = addAll(ranking, options.named ?? new Map());
  const total = totalPoints(query, weights);
  const personAt = (slot: number): RankedPerson => ({
    talentId: store.ids.idAt(slot),
    recall: RECALL_MARKS[store.columns.recall[slot] ?? 0] ?? 'none',
    ...toScore(work.points[slot] ?? 0, work.known[slot] ?? 0, total),
  });
  return {
    ...counts,
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

/** Who is compared at all; the others are counted by reason. */
function choose(
  { store, work }: Ranking,
  entityIds: readonly string[],
): Pick<Ranked, 'rankedCount' | 'recallCount' | 'notShown'> {
  const { isAlive, entity, notShown, recall } = store.columns;
  const mayBeSeen = new Uint8Array(store.entities.size);
  for (const id of entityIds) mayBeSeen[store.entities.get(id) ?? store.entities.size] = 1;
  const reasons = new Int32Array(NOT_SHOWN_REASONS.length + 1);
  let [rankedCount, recallCount] = [0, 0];
  work.isRanked.fill(0);
  for (let slot = 0; slot < store.size; slot += 1) {
    if (isAlive[slot] !== 1 || mayBeSeen[entity[slot] ?? 0] !== 1) continue;
    const reason = notShown[slot] ?? 0;
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    if (reason !== 0) continue;
    work.isRanked[slot] = 1;
    rankedCount += 1;
    if (recall[slot] !== 0) recallCount += 1;
  }
  const counted = NOT_SHOWN_REASONS.flatMap((reason, at) =>
    reasons[at + 1] ? [[reason, reasons[at + 1] ?? 0] as const] : [],
  );
  return { rankedCount, recallCount, notShown: Object.fromEntries(counted) };
}

/** In the order of the criteria and wishes, like the points of one person. */
function addAll(
  { store, work, query, weights }: Ranking,
  named: ReadonlyMap<string, readonly string[]>,
): (Gap & { label: string })[] {
  const asked = isAsked(query);
  const gaps: (Gap & { label: string })[] = [];
  for (const name of CRITERIA) {
    if (!asked[name]) continue;
    const passOf = (wishes: number): Pass => ({ store, work, weight: weights[name] / wishes });
    if (name === 'must' || name === 'nice') {
      for (const wish of query[name])
        gaps.push({ label: wish.label, ...addSkill(passOf(query[name].length), wish, named.get(wish.text) ?? []) });
    }
    if (weights[name] === 0) continue;
    if (name === 'occupation' && query.occupation) addOccupation(passOf(1), query.occupation);
    if (name === 'text') addText(passOf(1), query);
    if (name === 'languages') for (const wish of query.languages) addLanguage(passOf(query.languages.length), wish);
    if (name === 'interest') addInterest(passOf(1), query);
    if (name === 'place' && query.town) addPlace(passOf(1), query.town.folded, query.mayBeRemote);
    if (name === 'availability')
      addAvailability(passOf((query.hours ? 1 : 0) + (query.fromOn === null ? 0 : 1)), query);
  }
  return gaps;
}

function addPlace(pass: Pass, folded: string, mayBeRemote: boolean): void {
  const { store, work } = pass;
  const { town, flags } = store.columns;
  const number = (store.words.get(`town ${folded}`) ?? -2) + 1;
  work.counts.fill(0);
  const wished = store.words.get(`wish ${folded}`);
  const term = wished === undefined ? -1 : store.wordsFrom + wished;
  const entries = store.lists.entriesOf(term);
  for (let at = 0; at < store.lists.lengthOf(term); at += 1) work.counts[(entries[at] ?? 0) >>> 8] = 1;
  addToAll(pass, (slot) => {
    const here = town[slot] ?? 0;
    const known = here === 0 ? null : here === number ? folded : 'elsewhere ';
    const wouldMove = ((flags[slot] ?? 0) & WOULD_MOVE) !== 0;
    return placeValue(placeFit({ town: known, wouldMove }, work.counts[slot] === 1, folded, mayBeRemote));
  });
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
