import type { Agreed } from './agreed.ts';
import type { SQL } from './sql.ts';

/** What is known of somebody when their letter is made; loaded a moment before. */
export interface ReaderFacts {
  talentId: string;
  language: 'de' | 'en';
  fields: Readonly<Record<string, string | null>>;
  /** One bit per rule of the letter, in the order of `conditions`: whether it holds for this person. */
  visible: bigint;
  /** Their yes to what the letter is about; undefined where there is none, or it is nobody's letter. */
  agreed?: Agreed | undefined;
  links: { unsubscribe: string; preferences: string; view: string };
}

export interface MadeLetter {
  /** The one it is written in, when it is another than the reader's own. */
  language?: 'de' | 'en';
  subject: string;
  html: Buffer;
  text: Buffer;
}

/** A stretch of a letter: words of this reader, or bytes that are the same object for many readers and are put into wire form only once. */
export type Stretch = Buffer | string;

/** The same letter, not joined. */
export interface LetterInStretches {
  language?: 'de' | 'en';
  subject: string;
  html: readonly Stretch[];
  text: readonly Stretch[];
}

/** A letter, compiled once for a campaign. */
export interface LetterMaker {
  /** Rules of its blocks as SQL, about `talents t`. */
  conditions: readonly SQL[];
  /** Undefined when nothing is left in it for this reader. */
  make: (reader: ReaderFacts) => MadeLetter | undefined;
  /** What `make` joins, for who sends many: byte for byte the same letter. */
  stretches?: (reader: ReaderFacts) => LetterInStretches | undefined;
}
