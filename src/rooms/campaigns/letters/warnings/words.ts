import type { Letter } from '../../schema-letter.ts';
import type { Warning } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { LETTER_LANGUAGES } from '../../types.ts';
import { writtenLanguages } from '../compile.ts';
import { stockPhrasesIn } from '../stock-phrases.ts';
import { blockTexts, hasForm, lineText, saidIn } from './said.ts';
import { look, stop } from './warn.ts';

/** Phones show about so much of a subject. */
const LONGEST_SUBJECT = 70;
/** Four minutes of reading. */
const MOST_WORDS = 800;

/** What can be seen in the words themselves. */
export const wordWarnings = (letter: Letter): Warning[] => [
  ...subjectWarnings(letter),
  ...(letter.blocks.some(({ kind }) => kind !== 'divider') ? [] : [stop('no_blocks')]),
  ...writtenLanguages(letter).flatMap((language) => [
    ...longSubject(letter, language),
    ...longLetter(letter, language),
    ...phraseWarnings(letter, language),
    ...informalWarnings(letter, language),
  ]),
];

/** Every language that has blocks needs a subject, or its readers get another language. */
function subjectWarnings(letter: Letter): Warning[] {
  const written = writtenLanguages(letter);
  if (written.length === 0) return [stop('no_subject', { language: saidIn(letter, 'de').length > 0 ? 'de' : 'en' })];
  return LETTER_LANGUAGES.filter((language) => !written.includes(language) && saidIn(letter, language).length > 0).map(
    (language) => look('no_subject', { language }),
  );
}

function longSubject({ subject }: Letter, language: LetterLanguage): Warning[] {
  const lengths = (['formal', 'informal'] as const).map((form) => {
    const words = subject[language]?.[form];
    return words ? lineText(words).trim().length : 0;
  });
  const length = Math.max(...lengths);
  return length > LONGEST_SUBJECT
    ? [look('subject_long', { language, params: { length, most: LONGEST_SUBJECT } })]
    : [];
}

function longLetter(letter: Letter, language: LetterLanguage): Warning[] {
  // One form is read, and every one has about as many words.
  const blocks = letter.blocks.map((block) =>
    'words' in block && block.words[language]?.informal !== undefined ? 2 : 1,
  );
  const words = letter.blocks.reduce((sum, block, i) => {
    const said = saidIn({ ...letter, subject: {}, preheader: {}, blocks: [block] }, language);
    return sum + said.reduce((all, { text }) => all + text.split(/\s+/).filter(Boolean).length, 0) / (blocks[i] ?? 1);
  }, 0);
  const count = Math.round(words);
  return count > MOST_WORDS ? [look('letter_long', { language, params: { words: count, most: MOST_WORDS } })] : [];
}

function phraseWarnings(letter: Letter, language: LetterLanguage): Warning[] {
  return saidIn(letter, language).flatMap(({ blockId, text }) => [
    ...stockPhrasesIn(text, language).map((phrase) => look('stock_phrase', { blockId, language, params: { phrase } })),
    ...shoutsIn(text).map((words) => look('shouting', { blockId, language, params: { words } })),
    ...placeholdersIn(text).map((words) => stop('placeholder_left', { blockId, language, params: { words } })),
  ]);
}

/** Two capital words in a row, or several exclamation marks. One alone is mostly a name or a short form. */
function shoutsIn(text: string): string[] {
  const capitals = /\p{Lu}{4,}(?:\s+\p{Lu}{2,})+|\p{Lu}{2,}(?:\s+\p{Lu}{2,})*\s+\p{Lu}{4,}/u.exec(text)?.[0];
  const marks = /\S*!{2,}/u.exec(text)?.[0];
  return [capitals, marks].filter((found) => found !== undefined);
}

/** What a template leaves for the writer to fill. */
const placeholdersIn = (text: string): string[] => {
  const found = /\[[^[\]\n]{1,200}\]/u.exec(text)?.[0];
  return found === undefined ? [] : [found];
};

const FORMAL = /(?<!\p{L})(Sie|Ihnen|Ihr(?:e[rmns]?)?)(?!\p{L})/u;

/** Who is on familiar terms reads Sie in the middle of a letter with du. Words that address nobody need no second form. */
function informalWarnings(letter: Letter, language: LetterLanguage): Warning[] {
  if (language === 'en') return [];
  const isFamiliar =
    letter.subject[language]?.informal !== undefined ||
    letter.blocks.some((block) => hasForm(block, language, 'informal'));
  if (!isFamiliar) return [];
  return letter.blocks
    .filter((block) => hasForm(block, language, 'formal') && !hasForm(block, language, 'informal'))
    .filter((block) => blockTexts(block, language).some((text) => FORMAL.test(text)))
    .map(({ id }) => look('informal_missing', { blockId: id, language }));
}
