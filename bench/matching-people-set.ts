// A graded set of made people: who they are is known, what their papers say of it is noisy and partial.
import { targetsOf } from '#rooms/matching/directory/links.ts';
import type { Directory } from '#rooms/matching/directory/types.ts';
import { CONCEPT_KINDS, LABEL_KINDS } from '#rooms/matching/directory/types.ts';
import type { PersonDocuments } from '#rooms/matching/people/documents.ts';
import { languageOf } from '#rooms/matching/ranking/concept-index.ts';
import type { DemandWishes } from '#rooms/matching/scoring/types.ts';

export interface MadePerson {
  documents: PersonDocuments;
  /** The truth behind the papers. */
  occupation: number;
  skills: Set<number>;
}

export interface Role {
  occupation: number;
  must: number[];
  demand: DemandWishes;
}

export interface GradedSet {
  roles: Role[];
  people: MadePerson[];
  /** 0 (does not fit) to 3 (fits well), from the truth, not from the papers. */
  grade: (role: Role, person: MadePerson) => number;
}

export type Random = () => number;

/** A true skill is named in the papers with this probability. */
const NAMED = 0.6;
/** Skills in the papers that belong to nobody's occupation: named as had, wished or denied. */
const STRAY = 3;
const TYPO = 0.04;
export const ENTITY = '01900000-0000-7000-8000-000000000001';

export function makeGradedSet(directory: Directory, random: Random, { roles = 40, people = 2000 } = {}): GradedSet {
  const occupations = shuffled(occupationsWithSkills(directory), random);
  const chosen = occupations.slice(0, roles);
  const pool = poolOf(directory, chosen, occupations);
  const made = Array.from({ length: people }, () => makePerson(directory, random, pick(pool, random)));
  return {
    roles: chosen.map((occupation) => makeRole(directory, random, occupation)),
    people: made,
    grade: gradeBy(directory),
  };
}

export function occupationsWithSkills({ concepts, relations }: Directory): number[] {
  return Array.from({ length: concepts.count }, (_, concept) => concept).filter(
    (concept) =>
      CONCEPT_KINDS[concepts.kinds[concept] ?? 0] === 'occupation' &&
      targetsOf(relations.essential, concept).length >= 4,
  );
}

/** Half of the people work in the occupations that are looked for and their neighbours, half anywhere. */
function poolOf(directory: Directory, chosen: readonly number[], all: readonly number[]): number[] {
  const groups = new Set(chosen.map((occupation) => directory.concepts.isco[occupation]?.slice(0, 3)));
  const near = all.filter((occupation) => groups.has(directory.concepts.isco[occupation]?.slice(0, 3)));
  const times = Math.max(1, Math.round(all.length / Math.max(1, near.length + chosen.length * 2)));
  return [...all, ...Array.from({ length: times }, () => [...near, ...chosen, ...chosen]).flat()];
}

function makeRole(directory: Directory, random: Random, occupation: number): Role {
  const { essential, optional } = directory.relations;
  const must = shuffled([...targetsOf(essential, occupation)], random).slice(0, 5);
  const nice = shuffled([...targetsOf(optional, occupation)], random).slice(0, 3);
  const language = random() < 0.5 ? 'de' : 'en';
  const label = (concept: number) => labelIn(directory, random, concept, language);
  const chosen = (concepts: readonly number[]) =>
    concepts.map((concept) => ({ label: label(concept), conceptId: directory.concepts.ids[concept] ?? '' }));
  return { occupation, must, demand: aDemand({ title: label(occupation), must: chosen(must), nice: chosen(nice) }) };
}

export const aDemand = (said: Partial<DemandWishes>): DemandWishes => ({
  title: '',
  description: '',
  must: [],
  nice: [],
  languages: [],
  city: null,
  mayBeRemote: null,
  hoursMinShare: null,
  hoursMaxShare: null,
  fromOn: null,
  ...said,
});

export function makePerson(directory: Directory, random: Random, occupation: number): MadePerson {
  const { essential, optional } = directory.relations;
  const level = 0.35 + 0.65 * random();
  const own = [...targetsOf(essential, occupation)].filter(() => random() < level);
  const more = [...targetsOf(optional, occupation)].filter(() => random() < level * 0.5);
  const skills = new Set([...own, ...more]);
  return { documents: papers(directory, random, occupation, skills), occupation, skills };
}

const HAS = {
  de: [
    'Erfahrung mit {x}.',
    '{x}',
    'Sehr gute Kenntnisse in {x}.',
    'Verantwortlich für {x}.',
    'Mehrjährige Praxis: {x}.',
  ],
  en: ['Experience with {x}.', '{x}', 'Strong knowledge of {x}.', 'Responsible for {x}.', 'Several years of {x}.'],
} as const;
const STRAYS = {
  de: ['Kein {x}.', 'Möchte {x} lernen.', 'Ohne Erfahrung in {x}.', 'Interesse an {x}.'],
  en: ['No {x}.', 'I want to learn {x}.', 'Not experienced in {x}.', 'Interested in {x}.'],
} as const;
const NOISE = {
  de: [
    'Teamfähig und zuverlässig.',
    'Mitarbeit in bereichsübergreifenden Projekten.',
    'Einarbeitung neuer Mitarbeitender.',
    'Kundenkontakt und Berichte.',
  ],
  en: [
    'Reliable team player.',
    'Part of cross-functional projects.',
    'Training of new colleagues.',
    'Customer contact and reports.',
  ],
} as const;

function papers(
  directory: Directory,
  random: Random,
  occupation: number,
  skills: ReadonlySet<number>,
): PersonDocuments {
  const home = random() < 0.6 ? 'de' : 'en';
  const isMixed = random() < 0.3;
  const language = () => (isMixed && random() < 0.5 ? (home === 'de' ? 'en' : 'de') : home);
  const say = (sentences: Record<'de' | 'en', readonly string[]>, concept: number) => {
    const spoken = language();
    return pick(sentences[spoken], random).replace(
      '{x}',
      misspelt(labelIn(directory, random, concept, spoken), random),
    );
  };
  const lines = [...skills].filter(() => random() < NAMED).map((skill) => say(HAS, skill));
  const others = Array.from({ length: STRAY }, () => Math.floor(random() * directory.concepts.count));
  const strays = others
    .filter((concept) => CONCEPT_KINDS[directory.concepts.kinds[concept] ?? 0] === 'skill' && !skills.has(concept))
    .map((concept) => say(random() < 0.5 ? STRAYS : HAS, concept));
  const lacks = [...targetsOf(directory.relations.essential, occupation)]
    .filter((skill) => !skills.has(skill) && random() < 0.4)
    .map((skill) => say(STRAYS, skill));
  const text = shuffled(
    [...lines, ...strays, ...lacks, pick(NOISE[home], random), pick(NOISE[home], random)],
    random,
  ).join('\n');
  const role =
    random() < 0.75 ? [aPassage('role', misspelt(labelIn(directory, random, occupation, language()), random))] : [];
  return documentsOf(random, [...role, aPassage('file', text)]);
}

export const aPassage = (
  source: 'role' | 'file' | 'wishes' | 'note',
  text: string,
): PersonDocuments['passages'][number] => ({
  source,
  sourceId: null,
  on: null,
  text,
  given: null,
});

export const documentsOf = (random: Random, passages: PersonDocuments['passages']): PersonDocuments => ({
  talentId: uuid(random),
  entityId: ENTITY,
  city: null,
  country: null,
  availableFrom: null,
  notShown: null,
  passages,
});

export function uuid(random: Random): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}

export function labelIn(directory: Directory, random: Random, concept: number, language: string): string {
  const { starts, text, kind } = directory.labels;
  const found: string[] = [];
  for (let label = starts[concept] ?? 0; label < (starts[concept + 1] ?? 0); label += 1) {
    const isShown = LABEL_KINDS[kind[label] ?? 0] !== 'hidden';
    if (isShown && languageOf(directory, label) === language) found.push(text[label] ?? '');
  }
  const first = text[starts[concept] ?? 0] ?? '';
  return found.length === 0 ? first : random() < 0.5 ? (found[0] ?? first) : pick(found, random);
}

function misspelt(label: string, random: Random): string {
  if (random() >= TYPO || label.length < 6) return label;
  const at = 1 + Math.floor(random() * (label.length - 2));
  return label.slice(0, at) + label.slice(at + 1);
}

/** From what the person truly is and knows. */
function gradeBy(directory: Directory) {
  return ({ occupation, must }: Role, person: MadePerson): number => {
    const group = (concept: number, digits: number) => directory.concepts.isco[concept]?.slice(0, digits) ?? '';
    const share = must.filter((skill) => person.skills.has(skill)).length / must.length;
    const isSame = person.occupation === occupation;
    const isNear = group(person.occupation, 3) !== '' && group(person.occupation, 3) === group(occupation, 3);
    if (share >= 0.8 && (isSame || isNear)) return 3;
    if (share >= 0.6 || (isSame && share >= 0.4)) return 2;
    return share >= 0.4 || isSame ? 1 : 0;
  };
}

export const pick = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
};

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
