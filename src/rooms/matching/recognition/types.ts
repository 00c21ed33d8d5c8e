import type { Directory } from '../directory/types.ts';
import type { Lexicon } from './lexicon.ts';

/** What a text says of a finding: somebody has it, wishes it, or lacks it. */
export type Stance = 'shown' | 'interest' | 'denied';
export type FindingKind = 'skill' | 'occupation' | 'language';

/** Levels of the European framework, lowest first; a mother tongue is read as C2. */
export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

/** Something that the directory knows, found in a text, with the sentence that proves it. */
export interface Finding {
  /** Index of the concept in the directory; it holds only for this directory, the id holds longer. */
  concept: number;
  conceptId: string;
  kind: FindingKind;
  /** The label of the directory that was met. */
  label: string;
  stance: Stance;
  /** Of languages, where the text names one. */
  level: LanguageLevel | null;
  /** At most 600 characters. */
  sentence: string;
  /** In the sentence, in UTF-16 units. */
  spanFrom: number;
  spanTo: number;
  /** Place of the finding in the whole text, in UTF-16 units. */
  start: number;
  end: number;
}

/** Text that is shown to people but never counts: written for a machine, hidden, or words piled up. */
export interface Ignored {
  start: number;
  end: number;
  why: 'instruction' | 'hidden' | 'stuffing';
}

export interface Reading {
  findings: Finding[];
  ignored: Ignored[];
  /** Stems that the directory knows, each once, without those of ignored parts. Their number is that of the recogniser. */
  stems: number[];
  /** The text was longer than what is read; its end was left out. */
  isCut: boolean;
}

export interface ReadOptions {
  /** A title names an occupation by itself: role, career station. Names that are crafts as well count only there without context. */
  as?: 'text' | 'title';
}

/** Built once per directory; holds no text of anybody. */
export interface Recogniser {
  directory: Directory;
  /** As findings and runs keep it: "own-1", "esco-v1.2.0+own-1". */
  directoryVersion: string;
  lexicon: Lexicon;
  recognise: (text: string, options?: ReadOptions) => Finding[];
  read: (text: string, options?: ReadOptions) => Reading;
  /** How many different stems the recogniser may give. */
  stemCount: number;
  /** The word a stem was first met as, for "words in common". */
  wordOfStem: (stem: number) => string;
  /** The rarer in the directory's labels, the more a stem tells. */
  rarityOfStem: (stem: number) => number;
  /** Concept whose label a text is, letter by letter or but for endings and compounds; undefined where the directory has none. */
  conceptOfLabel: (label: string, kinds: readonly FindingKind[]) => number | undefined;
  kindOf: (concept: number) => FindingKind;
  /** Preferred label in a language, or in any. */
  labelOf: (concept: number, language: string) => string;
  /** Concept of a language by its two letters ("de"); undefined where the directory lacks it. */
  languageConcept: (code: string) => number | undefined;
}

/** What the free text of a demand asks for; the words of `understood` in the contract. */
export interface UnderstoodDemand {
  occupations: { concept: number; conceptId: string; label: string; sentence: string }[];
  skills: { concept: number; conceptId: string; label: string; sentence: string; isMust: boolean }[];
  languages: { concept: number; language: string; level: LanguageLevel | null; sentence: string }[];
  /** `null`: neither German nor English, so nothing was read. */
  language: 'de' | 'en' | null;
}
