import type { Block, Letter, Line, RichText, Run } from '../../schema-letter.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';

export type Form = 'formal' | 'informal';

/** The same words for readers who are addressed with Sie and with du. */
export interface InForms<Words> {
  formal: Words;
  informal?: Words | undefined;
}
export interface InLanguages<Value> {
  de?: Value | undefined;
  en?: Value | undefined;
}
export type Forms<Words> = InLanguages<InForms<Words>>;

const runIsWritten = (run: Run): boolean => run.kind === 'field' || (run.kind === 'words' && run.text.trim() !== '');
export const lineIsWritten = (line: Line | undefined): boolean => line?.some(runIsWritten) ?? false;
export const textIsWritten = (text: RichText | undefined): boolean =>
  text?.some((part) =>
    (part.kind === 'paragraph' ? [part.runs] : part.items).some((runs) => runs.some(runIsWritten)),
  ) ?? false;
const plainIsWritten = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

const runsIn = (text: RichText): Run[][] =>
  text.flatMap((part) => (part.kind === 'paragraph' ? [part.runs] : part.items));

/** Without formatting; what stands for a field is handed in. */
export const plainOf = (runs: readonly Run[], wordOf: (run: Extract<Run, { kind: 'field' }>) => string): string =>
  runs.map((run) => (run.kind === 'words' ? run.text : run.kind === 'field' ? wordOf(run) : '\n')).join('');
export const plainText = (text: RichText, wordOf: (run: Extract<Run, { kind: 'field' }>) => string): string =>
  runsIn(text)
    .map((runs) => plainOf(runs, wordOf))
    .join('\n');

/** Words without formatting, as paragraphs; an empty line separates them. */
export const textOf = (plain: string): RichText =>
  plain
    .split(/\n\s*\n|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => ({ kind: 'paragraph', runs: [{ kind: 'words', text: text.slice(0, 4000) }] }));

/** What the reader in a form gets: the informal words where they are written. */
export const inForm = <Words>(words: InForms<Words> | undefined, form: Form): Words | undefined =>
  form === 'informal' ? (words?.informal ?? words?.formal) : words?.formal;

/** Writes one form of one language; informal words that are taken away leave the formal ones. */
export function withForm<Words>(all: Forms<Words>, language: LetterLanguage, form: Form, words: Words, empty: Words) {
  const before = all[language];
  const next = form === 'formal' ? { ...before, formal: words } : { formal: before?.formal ?? empty, informal: words };
  return { ...all, [language]: next };
}

export function withoutInformal<Words>(all: Forms<Words>, language: LetterLanguage): Forms<Words> {
  const before = all[language];
  return before ? { ...all, [language]: { formal: before.formal } } : all;
}

export const withPlain = (all: InLanguages<string> | undefined, language: LetterLanguage, words: string) => ({
  ...all,
  [language]: words === '' ? undefined : words,
});

/** Whether a block says something in a language; undefined for blocks that need no words. */
// oxlint-disable-next-line complexity -- one line for each kind of block
export function saysIn(block: Block, language: LetterLanguage): boolean | undefined {
  switch (block.kind) {
    case 'heading':
    case 'button':
      return formalIsWritten(block.words, language, lineIsWritten);
    case 'text':
      return formalIsWritten(block.words, language, textIsWritten);
    case 'picture':
      return block.isDecoration ? undefined : plainIsWritten(block.alt[language]);
    case 'content':
      return block.contentId[language] !== undefined;
    case 'person':
      return plainIsWritten(block.role[language]) || formalIsWritten(block.words, language, textIsWritten);
    case 'role':
      return plainIsWritten(block.title[language]);
    case 'divider':
  }
  return undefined;
}

/** Du alone is not enough: those who are addressed with Sie would read nothing. */
function formalIsWritten<Words>(
  all: Forms<Words>,
  language: LetterLanguage,
  isWritten: (words: Words | undefined) => boolean,
): boolean {
  return isWritten(all[language]?.formal);
}

/** Whether the block differs for readers who are addressed with du. */
export const hasForms = (block: Block): boolean => 'words' in block;

export function hasInformal(block: Block, language: LetterLanguage): boolean {
  return 'words' in block && block.words[language]?.informal !== undefined;
}

/** Languages in which anything is written, in the order of the house. */
export const languagesIn = (letter: Letter): LetterLanguage[] =>
  LETTER_LANGUAGES.filter(
    (language) =>
      lineIsWritten(letter.subject[language]?.formal) ||
      letter.blocks.some((block) => saysIn(block, language) === true),
  );

/** Blocks that say something in another language and nothing in this one. */
export function missingIn(letter: Letter, language: LetterLanguage): string[] {
  return letter.blocks
    .filter((block) => saysIn(block, language) === false)
    .filter((block) => LETTER_LANGUAGES.some((other) => other !== language && saysIn(block, other) === true))
    .map(({ id }) => id);
}
