import type { ConceptKind } from '../directory/types.ts';

/** What a concept's score is made of. The first five add up to 1. */
export interface Shares {
  /** Pieces of 3 to 5 letters of its labels. */
  grams: number;
  /** Stems and compound parts of its labels in the language of the title. */
  words: number;
  /** The same in the other language, through the words that translate the title. */
  translation: number;
  /** Stems of all its labels and its description. */
  profile: number;
  /** Stems of the skills that an occupation needs. */
  skills: number;
  /** Of a share over labels: the best label against the mean of the best three. */
  bestLabel: number;
}

/** Chosen on the development sets, in steps of a tenth, the same for all sets of a kind. @source docs/matching.md */
const OCCUPATIONS: Shares = {
  grams: 0.42,
  words: 0.22,
  translation: 0.16,
  profile: 0.15,
  skills: 0.05,
  bestLabel: 0.67,
};
/** Skills have no description, and many have one label only: the mean of three would favour those with many. */
const SKILLS: Shares = { grams: 0.52, words: 0.28, translation: 0.2, profile: 0, skills: 0, bestLabel: 1 };

/** A phrase of a few words is more often a compound or a name than a sentence is: its letters tell more. */
export const SKILL_PHRASES: Shares = { ...SKILLS, grams: 0.7, words: 0.15, translation: 0.15 };

export const sharesFor = (kinds: readonly ConceptKind[]): Shares =>
  kinds.includes('occupation') ? OCCUPATIONS : SKILLS;
