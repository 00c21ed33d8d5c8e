import { foldWords } from '../values/text-form.ts';

/** Forms of a column name for comparing; all folded, `whole` and `bare` without spaces. */
export interface HeaderForm {
  whole: string;
  /** Without brackets (units, hints) and without a number at the end. */
  bare: string;
  words: string[];
  isAbbreviated: boolean;
}

const BRACKETS = /\([^)]*\)|\[[^\]]*\]|\{[^}]*\}/g;
const COUNTER = /(?:\s+(?:nr\.?\s*)?\d{1,2}|(?<=\p{L})\d{1,2})$/u;

/** `E-Mail (privat) 2` has the whole form `emailprivat2` and the bare form `email`. */
export function headerForm(raw: string): HeaderForm {
  const text = raw
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[*:]+\s*$/, '');
  const bare = text.replace(BRACKETS, ' ').trim().replace(COUNTER, '');
  return {
    whole: compact(raw),
    bare: compact(bare),
    words: foldWords(bare).split(' ').filter(Boolean),
    isAbbreviated: /\p{L}\./u.test(bare),
  };
}

export function compact(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}
