import { targetsOf } from '../directory/links.ts';
import { guessLanguage } from '../text/language.ts';
import { words } from '../text/tokens.ts';
import type { ConceptIndex } from './concept-index.ts';
import type { ConceptFinder } from './find-concepts.ts';
import { createFinder, topSlots } from './find-concepts.ts';
import { SKILL_PHRASES } from './shares.ts';

/** Chosen on the development half of the employment agency's phrases. @source docs/matching.md */
const BRIDGE = 0.14;
const WORDS_OF_PHRASE = 8;
const OCCUPATIONS_AT_MOST = 30;
/** Score to this power: the nearest occupation shall speak louder than twenty that are a little near. */
const SHARPNESS = 4;
const OPTIONAL = 0.7;
/** What stands in brackets tells the field, and what stands before them what is meant: both together, and that alone. */
const WITHOUT_BRACKETS = 0.4;
const BRACKETS = /\([^)]*\)/gu;
/** What every occupation needs tells nothing; it still is not left out. */
const LEAST_RARITY = 0.3;

/**
 * Scores skills for a sentence as {@link createFinder} does; for a phrase besides by the occupations that it is near: "Schiffsbäckerei" shares no word with
 * "Waren backen", but bakers need it.
 */
export function createSkillFinder(skills: ConceptIndex, occupations: ConceptIndex): ConceptFinder {
  const findSkills = createFinder(skills, SKILL_PHRASES);
  const findInSentence = createFinder(skills);
  const findOccupations = createFinder(occupations);
  const needs = needsOf(skills, occupations);
  const needed = new Float32Array(skills.concepts.length);
  return (phrase, language = guessLanguage(phrase)) => {
    if (words(phrase).length > WORDS_OF_PHRASE) return findInSentence(phrase, language);
    const plain = phrase.replaceAll(BRACKETS, ' ').trim();
    const alone = plain !== '' && plain !== phrase ? findSkills(plain, language).scores.slice() : undefined;
    const found = findSkills(phrase, language);
    if (alone) mix(found.scores, alone);
    addNeeded(found.scores, needed, findOccupations(phrase, language).scores, needs);
    return found;
  };
}

function mix(scores: Float32Array, alone: Float32Array): void {
  for (const [slot, score] of scores.entries())
    scores[slot] = (1 - WITHOUT_BRACKETS) * score + WITHOUT_BRACKETS * (alone[slot] ?? 0);
}

interface Needs {
  /** By slot of the occupation: slots of the skills. */
  essential: Int32Array[];
  optional: Int32Array[];
  /** By slot of the skill: 0.3 to 1.3, the fewer occupations need it the more. */
  rarity: Float32Array;
}

function needsOf({ directory, concepts, slotOf }: ConceptIndex, occupations: ConceptIndex): Needs {
  const slotsOf = (kind: 'essential' | 'optional') =>
    Array.from(occupations.concepts, (occupation) =>
      Int32Array.from(targetsOf(directory.relations[kind], occupation), (skill) => slotOf[skill] ?? -1).filter(
        (slot) => slot >= 0,
      ),
    );
  const [essential, optional] = [slotsOf('essential'), slotsOf('optional')];
  const having = new Int32Array(concepts.length);
  for (const slots of [...essential, ...optional]) for (const slot of slots) having[slot] = (having[slot] ?? 0) + 1;
  const all = Math.log(1 + occupations.concepts.length);
  const rarity = Float32Array.from(having, (count) => LEAST_RARITY + (all - Math.log(1 + count)) / all);
  return { essential, optional, rarity };
}

/** The most needed skill of all gets the whole share. */
function addNeeded(scores: Float32Array, needed: Float32Array, near: Float32Array, needs: Needs): void {
  sumNeeded(needed, near, needs);
  const most = needed.reduce((highest, sum) => Math.max(highest, sum), 0);
  if (most === 0) return;
  for (const [slot, sum] of needed.entries()) if (sum > 0) scores[slot] = (scores[slot] ?? 0) + (BRIDGE * sum) / most;
}

function sumNeeded(needed: Float32Array, near: Float32Array, { essential, optional, rarity }: Needs): void {
  needed.fill(0);
  for (const occupation of topSlots(near, OCCUPATIONS_AT_MOST)) {
    const weight = (near[occupation] ?? 0) ** SHARPNESS;
    addEach(needed, essential[occupation], weight);
    addEach(needed, optional[occupation], OPTIONAL * weight);
  }
  for (const [slot, sum] of needed.entries()) needed[slot] = sum * (rarity[slot] ?? 0);
}

function addEach(sums: Float32Array, slots: Int32Array | undefined, weight: number): void {
  for (const slot of slots ?? []) sums[slot] = (sums[slot] ?? 0) + weight;
}
