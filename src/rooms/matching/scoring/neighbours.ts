import { reversed, targetsOf } from '../directory/links.ts';
import type { ConceptKind, Directory } from '../directory/types.ts';
import { CONCEPT_KINDS } from '../directory/types.ts';
import type { CloseConcept } from './types.ts';

/** How much of a wish a neighbour covers. Set by hand: a narrower skill holds the wider one, a sister only says that the field is known. */
const NARROWER = 0.8;
const NARROWER_TWICE = 0.65;
const BROADER = 0.5;
const SISTER = 0.3;
const OFTEN_TOGETHER = 0.3;
/** The children of "medicine" are no sisters. */
const MOST_SISTERS = 60;
const LEAST_TOGETHER = 0.34;

const NARROWER_OCCUPATION = 0.85;
const BROADER_OCCUPATION = 0.75;
const SISTER_OCCUPATION = 0.6;
const SAME_GROUP = 0.55;
const SHARED_SKILLS = 0.8;
const LEAST_OCCUPATION = 0.25;

/** What stands near what in a directory. */
export interface Neighbours {
  /** Best first, without the skill itself. */
  ofSkill: (skill: number) => CloseConcept[];
  /** Best first, without the occupations themselves. */
  ofOccupations: (occupations: readonly number[]) => CloseConcept[];
  essentialOf: (occupations: readonly number[]) => number[];
}

interface Links {
  directory: Directory;
  narrower: Directory['relations']['broader'];
  /** Occupations that need a skill. */
  neededBy: Directory['relations']['essential'];
}

export function createNeighbours(directory: Directory): Neighbours {
  const links = {
    directory,
    narrower: reversed(directory.relations.broader),
    neededBy: reversed(directory.relations.essential),
  };
  return {
    ofSkill: (skill) => skillsNear(links, skill),
    ofOccupations: (occupations) => occupationsNear(links, occupations),
    essentialOf: (occupations) => essentialSkills(directory, occupations),
  };
}

type Found = Map<number, CloseConcept>;

function add(found: Found, concept: number, share: number, why: CloseConcept['why']): void {
  if ((found.get(concept)?.share ?? 0) < share) found.set(concept, { concept, share, why });
}

const bestFirst = (found: Found, without: readonly number[]) =>
  [...found.values()]
    .filter(({ concept }) => !without.includes(concept))
    .sort((a, b) => b.share - a.share || a.concept - b.concept);

function skillsNear({ directory, narrower, neededBy }: Links, skill: number): CloseConcept[] {
  const found: Found = new Map();
  for (const child of targetsOf(narrower, skill)) {
    add(found, child, NARROWER, 'narrower');
    for (const grandchild of targetsOf(narrower, child)) add(found, grandchild, NARROWER_TWICE, 'narrower');
  }
  for (const parent of targetsOf(directory.relations.broader, skill)) {
    if (isOf(directory, parent, 'skill')) add(found, parent, BROADER, 'broader');
    for (const sister of sistersBelow(narrower, parent)) add(found, sister, SISTER, 'related');
  }
  for (const other of oftenTogether({ directory, neededBy }, skill)) add(found, other, OFTEN_TOGETHER, 'related');
  return bestFirst(found, [skill]);
}

const isOf = ({ concepts }: Directory, concept: number, kind: ConceptKind): boolean =>
  CONCEPT_KINDS[concepts.kinds[concept] ?? 0] === kind;

function sistersBelow(narrower: Links['narrower'], parent: number): Iterable<number> {
  const sisters = targetsOf(narrower, parent);
  return sisters.length <= MOST_SISTERS ? sisters : [];
}

/** Skills that are needed in mostly the same occupations. */
function oftenTogether({ directory, neededBy }: Omit<Links, 'narrower'>, skill: number): number[] {
  const own = targetsOf(neededBy, skill);
  const counts = new Map<number, number>();
  for (const occupation of own)
    for (const other of targetsOf(directory.relations.essential, occupation))
      counts.set(other, (counts.get(other) ?? 0) + 1);
  return [...counts]
    .filter(
      ([other, both]) => both > 1 && both / (own.length + targetsOf(neededBy, other).length - both) >= LEAST_TOGETHER,
    )
    .map(([other]) => other);
}

function occupationsNear(links: Links, occupations: readonly number[]): CloseConcept[] {
  const { directory, narrower } = links;
  const found: Found = new Map();
  for (const occupation of occupations) {
    for (const child of targetsOf(narrower, occupation)) add(found, child, NARROWER_OCCUPATION, 'narrower');
    for (const parent of targetsOf(directory.relations.broader, occupation)) {
      add(found, parent, BROADER_OCCUPATION, 'broader');
      for (const sister of sistersBelow(narrower, parent)) add(found, sister, SISTER_OCCUPATION, 'same_field');
    }
    addUnitGroup(directory, found, occupation);
    addSameSkills(links, found, occupation);
  }
  return bestFirst(found, occupations).filter(({ concept }) => isOf(directory, concept, 'occupation'));
}

/** Occupations that need the same skills are close, whatever group they stand in. */
function addSameSkills({ directory, neededBy }: Links, found: Found, occupation: number): void {
  const { essential } = directory.relations;
  const own = targetsOf(essential, occupation);
  const shared = new Map<number, number>();
  for (const skill of own)
    for (const other of targetsOf(neededBy, skill)) shared.set(other, (shared.get(other) ?? 0) + 1);
  for (const [other, both] of shared) {
    const share = (SHARED_SKILLS * both) / (own.length + targetsOf(essential, other).length - both);
    if (share >= LEAST_OCCUPATION) add(found, other, share, 'related');
  }
}

function addUnitGroup({ concepts }: Directory, found: Found, occupation: number): void {
  const group = concepts.isco[occupation] ?? '';
  if (group === '') return;
  for (const [other, isco] of concepts.isco.entries()) if (isco === group) add(found, other, SAME_GROUP, 'same_field');
}

function essentialSkills(directory: Directory, occupations: readonly number[]): number[] {
  const skills = new Set<number>();
  for (const occupation of occupations)
    for (const skill of targetsOf(directory.relations.essential, occupation)) skills.add(skill);
  return [...skills].sort((a, b) => a - b);
}
