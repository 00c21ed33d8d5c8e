import type { SQL } from './sql.ts';

/** What is known of somebody when their letter is made; loaded a moment before. */
export interface ReaderFacts {
  talentId: string;
  language: 'de' | 'en';
  fields: Readonly<Record<string, string | null>>;
  /** One bit per rule of the letter, in the order of `conditions`: whether it holds for this person. */
  visible: bigint;
  links: { unsubscribe: string; preferences: string; view: string };
}

export interface MadeLetter {
  subject: string;
  html: Buffer;
  text: Buffer;
}

/** A letter, compiled once for a campaign. */
export interface LetterMaker {
  /** Rules of its blocks as SQL, about `talents t`. */
  conditions: readonly SQL[];
  /** Undefined when nothing is left in it for this reader. */
  make: (reader: ReaderFacts) => MadeLetter | undefined;
}
