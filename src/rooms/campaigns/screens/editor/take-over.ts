import type { Block, Letter, RichText } from '../../schema-letter.ts';
import type { AssistanceBody } from '../../schema-writing.ts';
import type { LetterLanguage } from '../../types.ts';
import { changedBlock, emptyBlock, placeOf, withBlock } from './letter-blocks.ts';
import { type Form, inForm, plainText, textOf, withForm } from './words.ts';

const OTHER = { de: 'en', en: 'de' } as const;
type Task = AssistanceBody['task'];

/** A field stands in a text for the machine as it stands for us: by name, in braces. */
const fieldSign = ({ field }: { field: string }) => `{${field}}`;

const hasText = (block: Block | undefined): block is Extract<Block, { kind: 'text' | 'person' | 'role' }> =>
  block?.kind === 'text' || block?.kind === 'person' || block?.kind === 'role';

/** The words that a task begins with: a translation begins with the other language. */
export function wordsFor(block: Block | undefined, task: Task, language: LetterLanguage): string {
  if (!hasText(block)) return '';
  const words = block.words[task === 'translate' ? OTHER[language] : language];
  return plainText(inForm(words, task === 'to_sie' ? 'informal' : 'formal') ?? [], fieldSign);
}

/** At most ten contents of the letter: the only source of facts. */
export const contentIdsIn = ({ blocks }: Letter, language: LetterLanguage): string[] =>
  blocks.flatMap((block) => (block.kind === 'content' ? (block.contentId[language] ?? []) : [])).slice(0, 10);

interface Taken {
  blockId: string | undefined;
  task: Task;
  language: LetterLanguage;
  text: string;
}

/** The draft in the letter: in its block, or in a new one behind it. A draft in du stands beside the words in Sie. */
export function takenOver(letter: Letter, { blockId, task, language, text }: Taken): Letter {
  const words = textOf(text);
  const block = letter.blocks.find(({ id }) => id === blockId);
  if (!hasText(block) || task === 'draft') return withNewText(letter, blockId, language, words);
  const form: Form = task === 'to_du' ? 'informal' : 'formal';
  return changedBlock(letter, block.id, (one) =>
    hasText(one) ? { ...one, words: withForm<RichText>(one.words, language, form, words, []) } : one,
  );
}

function withNewText(letter: Letter, behind: string | undefined, language: LetterLanguage, words: RichText): Letter {
  const block: Block = { ...emptyBlock('text'), kind: 'text', words: { [language]: { formal: words } } };
  return withBlock(letter, block, behind === undefined ? letter.blocks.length : placeOf(letter, behind) + 1);
}
