const FOLDED: Record<string, string> = {
  ä: 'a',
  ö: 'o',
  ü: 'u',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};
const FIRST_FOREIGN = 0x80;
const LAST_TABLED = 0x250;

/**
 * For each character below U+0250 the letters it is read as: lower case, without accents, ß as ss. An empty entry separates words.
 * A table, because text is read at several megabytes a second.
 */
const TABLE: string[] = Array.from({ length: LAST_TABLED }, (_, code) => foldOne(String.fromCharCode(code)));

function foldOne(character: string): string {
  const lower = character.toLowerCase();
  const plain = FOLDED[lower] ?? lower.normalize('NFD').replaceAll(/\p{M}+/gu, '');
  return /^[\p{L}\p{N}]+$/u.test(plain) ? plain : '';
}

/** The letters that a character is read as; empty for everything that separates words. */
export function foldedLetter(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code < LAST_TABLED) return TABLE[code] ?? '';
  return foldOne(text.charAt(at));
}

/** Small letters of a to z and digits: read as they are. */
export function isPlain(code: number): boolean {
  return code < FIRST_FOREIGN && ((code >= 97 && code <= 122) || (code >= 48 && code <= 57));
}

/**
 * Combining marks belong to the letter before them; soft hyphens and invisible characters stand inside words of documents, sometimes to
 * hide them. All are read as nothing.
 */
export function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0xad || (code >= 0x200b && code <= 0x200f) || isJoiner(code);
}

const isJoiner = (code: number) => (code >= 0x2060 && code <= 0x2064) || code === 0xfeff;
