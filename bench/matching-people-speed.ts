import { targetsOf } from '#rooms/matching/directory/links.ts';
import { CONCEPT_KINDS } from '#rooms/matching/directory/types.ts';
import type { Recogniser } from '#rooms/matching/recognition/types.ts';
import { DEFAULT_WEIGHTS } from '#rooms/matching/runs/weights.ts';
import { createQueryMaker, demandQuery } from '#rooms/matching/scoring/demand-query.ts';
import { explain } from '#rooms/matching/scoring/explain.ts';
import { createPeopleIndex } from '#rooms/matching/scoring/people-index.ts';
import { personProfile } from '#rooms/matching/scoring/person-profile.ts';
import { seededRandom } from '#rooms/matching/scoring/seeded-random.ts';
import type { ConceptFact, PersonFacts } from '#rooms/matching/scoring/types.ts';
import { rounded } from './matching-measures.ts';
import { percentile } from './measure.ts';
import { aDemand, ENTITY, makePerson, occupationsWithSkills, type Random, uuid } from './matching-people-set.ts';

const DEMANDS = 20;
const WARM_UP = 3;
const SHOWN = 50;
const UPDATES = 2000;
/** Different stems of a person's papers: a curriculum vitae of two pages has about so many that the directory knows. */
const STEMS = 90;
const TOWNS = ['winterthur', 'zurich', 'ravensburg', 'graz', 'bern', 'ulm', 'st gallen', 'wien'];
const PAPERS = 500;

/** Ranks so many made people and explains the first fifty from their papers. Milliseconds over twenty demands. */
export function measureSpeed(recogniser: Recogniser, count: number) {
  const { directory } = recogniser;
  const occupations = occupationsWithSkills(directory);
  const skills = Array.from({ length: directory.concepts.count }, (_, concept) => concept).filter(
    (concept) => CONCEPT_KINDS[directory.concepts.kinds[concept] ?? 0] === 'skill',
  );
  const random = seededRandom(11);
  const person = () => factsOf(recogniser, random, occupations, skills);
  const memoryBefore = usedMegabytes();
  const buildStart = performance.now();
  const index = createPeopleIndex(recogniser);
  const some: PersonFacts[] = [];
  for (let at = 0; at < count; at += 1) {
    const one = person();
    if (some.length < UPDATES && at % Math.ceil(count / UPDATES) === 0) some.push(one);
    index.put(one, { notShown: random() < 0.05 ? 'silence' : null, recall: random() < 0.02 ? 'left' : 'none' });
  }
  const buildSeconds = (performance.now() - buildStart) / 1000;
  const papers = Array.from(
    { length: PAPERS },
    () => makePerson(directory, random, occupations[Math.floor(random() * occupations.length)] ?? 0).documents,
  );
  const maker = createQueryMaker(recogniser);
  const times: number[] = [];
  const rankOnly: number[] = [];
  for (let at = 0; at < DEMANDS + WARM_UP; at += 1) {
    const demand = someDemand(recogniser, random, occupations);
    const before = performance.now();
    const query = demandQuery(demand, maker);
    const { pages } = index.rank(query, DEFAULT_WEIGHTS, {
      entityIds: [ENTITY],
      pages: [
        { who: 'recall', offset: 0, limit: 10 },
        { who: 'others', offset: 0, limit: SHOWN },
      ],
    });
    const ranked = performance.now();
    for (let shown = 0; shown < SHOWN; shown += 1) {
      const documents = papers[(at * SHOWN + shown) % PAPERS];
      if (documents)
        explain(personProfile(documents, recogniser), query, DEFAULT_WEIGHTS, { recogniser, language: 'de' });
    }
    if (at < WARM_UP || pages.length === 0) continue;
    times.push(performance.now() - before);
    rankOnly.push(ranked - before);
  }
  const updates = some.map((one) => {
    const before = performance.now();
    index.put(one, { notShown: null, recall: 'none' });
    return performance.now() - before;
  });
  return {
    indexed: index.count(),
    buildSeconds: rounded(buildSeconds, 1),
    indexMegabytes: Math.round(index.bytes() / 1_048_576),
    memoryMegabytes: Math.round(usedMegabytes() - memoryBefore),
    rankMs: percentile(rankOnly, 0.5),
    rankAndExplainMs: percentile(times, 0.5),
    rankAndExplainMsWorst: percentile(times, 1),
    updateMs: rounded(percentile(updates, 0.5), 3),
    updateMsP99: rounded(percentile(updates, 0.99), 3),
  };
}

function usedMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}

function someDemand({ directory, labelOf }: Recogniser, random: Random, occupations: readonly number[]) {
  const occupation = occupations[Math.floor(random() ** 2 * occupations.length)] ?? 0;
  const wish = (skill: number) => ({ label: labelOf(skill, 'de'), conceptId: directory.concepts.ids[skill] ?? '' });
  return aDemand({
    title: labelOf(occupation, 'de'),
    description:
      'Wir planen ein Projekt mit viel Verantwortung, Planung und Beratung von Kundschaft; Englisch C1 zwingend.',
    must: [...targetsOf(directory.relations.essential, occupation)].slice(0, 5).map(wish),
    nice: [...targetsOf(directory.relations.optional, occupation)].slice(0, 3).map(wish),
    languages: [{ language: 'de', level: 'B2' }],
    city: 'Winterthur',
    hoursMinShare: 0.8,
    hoursMaxShare: 1,
    fromOn: '2027-04-01',
  });
}

function factsOf(
  { directory, kindOf, stemCount, languageConcept }: Recogniser,
  random: Random,
  occupations: readonly number[],
  skills: readonly number[],
): PersonFacts {
  // Few occupations, skills and words are had by most, as in life.
  const occupation = occupations[Math.floor(random() ** 2 * occupations.length)] ?? 0;
  const { essential, optional } = directory.relations;
  const own = [...targetsOf(essential, occupation), ...targetsOf(optional, occupation)].filter(() => random() < 0.6);
  const stray = Array.from({ length: 6 }, () => skills[Math.floor(random() ** 3 * skills.length)] ?? 0);
  const facts = new Map<number, ConceptFact>();
  const add = (concept: number, level: ConceptFact['level'] = null) => {
    const isWished = random() < 0.1;
    const stance = random() < 0.04 ? 'denied' : isWished && random() < 0.5 ? 'interest' : 'shown';
    facts.set(concept, { concept, kind: kindOf(concept), stance, isWished, level });
  };
  for (const concept of [...own, ...stray]) add(concept);
  if (random() < 0.9) add(occupation);
  for (const code of ['de', 'en']) if (random() < 0.7) add(languageConcept(code) ?? 0, random() < 0.5 ? 'C1' : 'B2');
  const stems = new Set(Array.from({ length: STEMS }, () => Math.floor(random() ** 3 * stemCount)));
  return {
    talentId: uuid(random),
    entityId: ENTITY,
    concepts: [...facts.values()],
    freeSkills: [],
    stems: Uint32Array.from(stems).sort(),
    town: random() < 0.8 ? (TOWNS[Math.floor(random() * TOWNS.length)] ?? null) : null,
    wishedTowns: [],
    wouldMove: random() < 0.1,
    hours: random() < 0.4 ? { from: 0.6, to: 0.8 } : null,
    availableFrom: random() < 0.3 ? '2027-01-01' : null,
  };
}
