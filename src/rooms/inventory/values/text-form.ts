const PLACEHOLDERS = new Set([
  '', '-', '--', '---', '–', '—', '.', '/', 'n/a', 'n.a.', '#n/a', '#nv', 'k.a.', 'k. a.', 'keine angabe', 'leer', 'null', 'none', '(null)', '#ref!', '#wert!', '#value!', '(leer)', '(blank)', 'undefined',
]); // prettier-ignore

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cc}/gu;

/** Outer and doubled spaces, invisible signs and control characters removed; Unicode in composed form. */
export function tidyText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The common case costs one test: printable ASCII and Latin-1 letters without outer or doubled spaces. */
const PLAIN = /^[!-~À-ÿ]+(?: [!-~À-ÿ]+)*$/;

/** True for empty cells and the many ways in which a sheet says "nothing here". */
export function isBlank(text: string): boolean {
  if (text.length > 14) return false;
  const tidy = text.trim();
  return PLACEHOLDERS.has(tidy.toLowerCase()) && !CAPITALISED.test(tidy);
}

/** People are called Null and live in Leer; only Python's `None` is capitalised. */
const CAPITALISED = /^(?!None$)\p{Lu}\p{Ll}+$/u;

/**
 * Form for comparing words, never for showing: `Straße`, `Strasse`, `STRASSE` and `Prüfung`, `Pruefung`, `Prufung` meet.
 * Both spellings of an umlaut are reduced to the bare vowel, so `neue` becomes `nu` on both sides of a comparison; too coarse for names,
 * which have folds of their own for searching and for finding duplicates.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const bare = ASCII.test(lower) ? lower : lower.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/([aou])e/g, '$1');
}

const ASCII = /^[ -~]*$/;

/** Folded words of a text, separated by single spaces; every sign that is no letter or digit separates. */
export function foldWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
