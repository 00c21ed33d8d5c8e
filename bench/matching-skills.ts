import type { Directory } from '#rooms/matching/directory/types.ts';
import { createConceptIndex, languageOf, type ConceptIndex } from '#rooms/matching/ranking/concept-index.ts';
import { createSkillFinder } from '#rooms/matching/ranking/bridged-skills.ts';
import { topSlots } from '#rooms/matching/ranking/find-concepts.ts';
import { createGramBook } from '#rooms/matching/ranking/grams.ts';
import { accumulate, COSINE, cosineQuery, counted, invert } from '#rooms/matching/ranking/inverted.ts';
import { judge, mean, rounded } from './matching-measures.ts';
import type { SkillSet } from './matching-sets.ts';

interface Output {
  say: (sentence: string) => void;
  write: (query: string, ranking: { id: string; score: number }[]) => void;
  /** Compare with plain pieces of words (TF-IDF, cosine, best label), the usual yardstick. */
  isBaseline: boolean;
}

const DEEPEST = 1000;

/** Ranks the skills of the directory for each phrase or sentence. */
export function rankSkills(set: SkillSet, directory: Directory, { say, write, isBaseline }: Output) {
  const index = createConceptIndex(directory, ['skill']);
  const language = set.answersAre === 'ids' ? 'de' : 'en';
  const find = isBaseline
    ? plainFinder(index)
    : createSkillFinder(index, createConceptIndex(directory, ['occupation']));
  const idOf = (slot: number) => directory.concepts.ids[index.concepts[slot] ?? 0] ?? '';
  const answersOf = answersIn(set, index);
  const onlyRanked = amongAnswers(index, idOf);
  const all: ReturnType<typeof judge>[] = [];
  const strict: ReturnType<typeof judge>[] = [];
  let rankingMs = 0;
  let unknown = 0;
  for (const query of set.queries) {
    const answers = answersOf(query.text);
    if (answers.length === 0) {
      unknown += 1;
      continue;
    }
    const before = performance.now();
    const { scores } = find(query.text, language);
    rankingMs += performance.now() - before;
    const ranking = topSlots(onlyRanked(scores), DEEPEST);
    write(
      query.id,
      ranking.map((slot) => ({ id: idOf(slot), score: scores[slot] ?? 0 })),
    );
    const ids = ranking.map(idOf);
    all.push(judge(ids, new Set(answers.map(({ id }) => id))));
    const strictly = answers.filter(({ isStrict }) => isStrict).map(({ id }) => id);
    if (strictly.length > 0) strict.push(judge(ids, new Set(strictly)));
  }
  say(`${set.name}: ${all.length} queries, ${unknown} without an answer in this directory`);
  const recall = (depth: 1 | 5 | 10) => rounded(mean(all.map(({ rPrecisionAt }) => rPrecisionAt[depth])));
  return {
    mrr: rounded(mean(all.map(({ reciprocalRank }) => reciprocalRank))),
    map: rounded(mean(all.map(({ averagePrecision }) => averagePrecision))),
    strictMrr: rounded(mean(strict.map(({ reciprocalRank }) => reciprocalRank))),
    rp1: recall(1),
    rp5: recall(5),
    rp10: recall(10),
    queries: all.length,
    strictQueries: strict.length,
    unknown,
    msPerQuery: rounded(rankingMs / Math.max(1, all.length), 2),
  };
}

/** The sets ask for a ranking of the skills of ESCO: where it serves, skills that only our own directory has are no candidates. */
function amongAnswers(index: ConceptIndex, idOf: (slot: number) => string) {
  const isOwn = Array.from(index.concepts, (_, slot) => idOf(slot).startsWith('skill/'));
  if (isOwn.every(Boolean)) return (scores: Float32Array) => scores;
  return (scores: Float32Array) => scores.map((score, slot) => (isOwn[slot] ? 0 : score));
}

function answersIn(set: SkillSet, index: ConceptIndex) {
  const { directory } = index;
  const byLabel = new Map<string, number>();
  for (const label of index.labels) {
    const text = (directory.labels.text[label] ?? '').trim().toLowerCase();
    if (languageOf(directory, label) === 'en' && !byLabel.has(text))
      byLabel.set(text, directory.labels.concept[label] ?? 0);
  }
  const conceptOf = (named: string) => (set.answersAre === 'ids' ? directory.byId.get(named) : byLabel.get(named));
  return (text: string) =>
    (set.answers.get(text) ?? []).flatMap(({ named, isStrict }) => {
      const concept = conceptOf(named);
      return concept === undefined ? [] : [{ id: directory.concepts.ids[concept] ?? '', isStrict }];
    });
}

function plainFinder(index: ConceptIndex) {
  const grams = createGramBook();
  const documents = Array.from(index.labels, (label) => counted(grams.add(index.directory.labels.text[label] ?? '')));
  const inverted = invert(documents, grams.numbers.count(), COSINE);
  const labels = new Float32Array(index.labels.length);
  const touched = new Int32Array(index.labels.length);
  const scores = new Float32Array(index.concepts.length);
  return (text: string) => {
    scores.fill(0);
    const count = accumulate(inverted, cosineQuery(inverted, counted(grams.find(text))), labels, touched);
    for (const label of touched.subarray(0, count)) {
      const slot = index.slotOfLabel[label] ?? 0;
      scores[slot] = Math.max(scores[slot] ?? 0, labels[label] ?? 0);
      labels[label] = 0;
    }
    return { scores };
  };
}
