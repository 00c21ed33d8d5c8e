import type { Block, Letter, Line, Paragraph, RichText, Run } from '../../schema-letter.ts';
import type { MergeField } from '../../types.ts';
import { MERGE_FIELDS } from '../../types.ts';

type Words = Extract<Run, { kind: 'words' | 'field' }>;

const FIELD = /\{(\w+)(?:\|([^}]*))?\}/g;

/** A sentence with fields in braces: `{first_name|…}`, with what stands there when it is not known. */
function wordsOf(sentence: string): Words[] {
  const words: Words[] = [];
  let at = 0;
  for (const { 0: whole, 1: name = '', 2: fallback = '', index } of sentence.matchAll(FIELD)) {
    if (index > at) words.push({ kind: 'words', text: sentence.slice(at, index) });
    words.push({ kind: 'field', field: fieldOf(name), fallback });
    at = index + whole.length;
  }
  if (at < sentence.length) words.push({ kind: 'words', text: sentence.slice(at) });
  return words;
}

function fieldOf(name: string): MergeField {
  const field = MERGE_FIELDS.find((known) => known === name);
  if (!field) throw new Error(`There is no field ${name}`);
  return field;
}

export const line = (sentence: string): Line => wordsOf(sentence);

/** Paragraphs with an empty line between them; lines that begin with a dash are a list. */
export const rich = (text: string): RichText =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((part): Paragraph => {
      const lines = part.split('\n').map((one) => one.trim());
      if (lines.every((one) => one.startsWith('- ')))
        return { kind: 'bullets', items: lines.map((one) => wordsOf(one.slice(2))) };
      return {
        kind: 'paragraph',
        runs: lines.flatMap((one, i): Run[] => [...(i > 0 ? [{ kind: 'break' } as const] : []), ...wordsOf(one)]),
      };
    });

/** Words of a template: with Sie, with du, and in English. */
export interface Said {
  sie: string;
  du?: string;
  en: string;
}

const linesOf = ({ sie, du, en }: Said) => ({
  de: { formal: line(sie), ...(du === undefined ? {} : { informal: line(du) }) },
  en: { formal: line(en) },
});
const textsOf = ({ sie, du, en }: Said) => ({
  de: { formal: rich(sie), ...(du === undefined ? {} : { informal: rich(du) }) },
  en: { formal: rich(en) },
});

interface ForWhom {
  id: string;
  rule?: unknown;
  eyebrow?: { de: string; en: string };
}

const sharedOf = ({ id, rule, eyebrow }: ForWhom) => ({
  id,
  ...(rule === undefined ? {} : { rule }),
  ...(eyebrow === undefined ? {} : { eyebrow }),
});

export const heading = (whom: ForWhom, words: Said): Block => ({
  ...sharedOf(whom),
  kind: 'heading',
  words: linesOf(words),
});
export const text = (whom: ForWhom, words: Said): Block => ({ ...sharedOf(whom), kind: 'text', words: textsOf(words) });
/** Leads to the reader's own page of choices; the only address a template can know. */
export const choicesButton = (whom: ForWhom, words: Said): Block => ({
  ...sharedOf(whom),
  kind: 'button',
  words: linesOf(words),
  link: { de: 'preferences', en: 'preferences' },
});
/** Where it leads is for the writer to say. */
export const openButton = (whom: ForWhom, words: Said): Block => ({
  ...sharedOf(whom),
  kind: 'button',
  words: linesOf(words),
  link: {},
});
export const divider = (id: string): Block => ({ id, kind: 'divider' });

interface Draft {
  subject: Said;
  preheader: { de: string; en: string };
  blocks: Block[];
  onlyWithOwnBlock?: boolean;
}

export const letterOf = ({ subject, preheader, blocks, onlyWithOwnBlock = false }: Draft): Letter => ({
  subject: linesOf(subject),
  preheader,
  blocks,
  onlyWithOwnBlock,
});
