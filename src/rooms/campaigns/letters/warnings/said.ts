import type { Block, Letter, Line, RichText, Run } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import type { Form } from '../words/pieces.ts';

/** Words of a letter that somebody wrote, where they stand. */
export interface Said {
  /** Null: the subject or the preheader. */
  blockId: string | null;
  language: LetterLanguage;
  text: string;
}

interface InForms<T> {
  formal: T;
  informal?: T | undefined;
}
type Runs = readonly Run[];

/** All that was written in a language, in both forms. Words of the library are the library's. */
export const saidIn = ({ subject, preheader, blocks }: Letter, language: LetterLanguage): Said[] =>
  [
    ...formsOf(subject[language], lineText).map((text) => ({ blockId: null, language, text })),
    { blockId: null, language, text: preheader[language] ?? '' },
    ...blocks.flatMap((block) => blockTexts(block, language).map((text) => ({ blockId: block.id, language, text }))),
  ].filter(({ text }) => text.trim() !== '');

export const blockTexts = (block: Block, language: LetterLanguage): string[] =>
  [block.eyebrow?.[language], ...bodyTexts(block, language)]
    .filter((text) => text !== undefined)
    .filter((text) => text.trim() !== '');

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Readers = { [K in Block['kind']]: (block: Of<K>, language: LetterLanguage) => (string | undefined)[] };

const READERS: Readers = {
  heading: ({ words }, language) => formsOf(words[language], lineText),
  button: ({ words }, language) => formsOf(words[language], lineText),
  text: ({ words }, language) => formsOf(words[language], richString),
  picture: ({ alt }, language) => [alt[language]],
  content: ({ title, summary, action }, language) => [title?.[language], summary?.[language], action?.[language]],
  person: ({ role, words }, language) => [role[language], ...formsOf(words[language], richString)],
  role: ({ title, place, words }, language) => [
    title[language],
    place[language],
    ...formsOf(words[language], richString),
  ],
  divider: () => [],
};

const bodyTexts = <K extends Block['kind']>(block: { [P in K]: Of<P> }[K], language: LetterLanguage) =>
  READERS[block.kind](block, language);

const formsOf = <T>(words: InForms<T> | undefined, textOf: (words: T) => string): string[] =>
  words === undefined ? [] : [words.formal, ...(words.informal === undefined ? [] : [words.informal])].map(textOf);

const runsText = (runs: Runs): string => runs.map((run) => (run.kind === 'words' ? run.text : ' ')).join('');

export const lineText = (words: Line): string => runsText(words);

export const richString = (words: RichText): string => partsOf(words).map(runsText).join('\n');

const partsOf = (words: RichText): Runs[] =>
  words.flatMap((part) => (part.kind === 'paragraph' ? [part.runs] : part.items));

/** Every run of a letter with its block, for what stands inside of sentences: fields and links. */
export function runsIn({ subject, blocks }: Letter, language: LetterLanguage): { blockId: string | null; run: Run }[] {
  const lines = (blockId: string | null, words: InForms<Line> | undefined) =>
    bothForms(words).flatMap((runs) => runs.map((run) => ({ blockId, run: run as Run })));
  const texts = (blockId: string, words: InForms<RichText> | undefined) =>
    bothForms(words).flatMap((text) => partsOf(text).flatMap((runs) => runs.map((run) => ({ blockId, run }))));
  return [
    ...lines(null, subject[language]),
    ...blocks.flatMap((block) => {
      if (block.kind === 'heading' || block.kind === 'button') return lines(block.id, block.words[language]);
      return 'words' in block ? texts(block.id, block.words[language]) : [];
    }),
  ];
}

const bothForms = <T>(words: InForms<T> | undefined): T[] =>
  words === undefined ? [] : [words.formal, ...(words.informal === undefined ? [] : [words.informal])];

/** Whether the words of a block are written in a form. */
export const hasForm = (block: Block, language: LetterLanguage, form: Form): boolean =>
  'words' in block && block.words[language]?.[form] !== undefined;
