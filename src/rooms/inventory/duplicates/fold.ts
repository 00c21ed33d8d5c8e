// Letters that Unicode decomposition does not take apart, and umlauts in the spelling that passports use.
const LETTERS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * Lower case, umlauts as two letters, no accents, everything but letters and digits as one space. Not the fold of the search: "O'Brien"
 * is one word here and å is aa, because names are compared as passports and exports write them.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain letters; the long way takes ten times as long.
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(/[äöüßæøœåłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The spelling in which ä, ae and a meet (so do ö, oe, o and ü, ue, u): exports lose umlauts in both ways. Double
 * letters become one, because ß and ss are as often written s.
 */
export function withoutUmlauts(folded: string): string {
  return folded.replace(/([aou])e/g, '$1').replace(/(.)\1+/g, '$1');
}

/** 53-bit hash of a text as a safe integer; spreads keys over tables and hides values in stored models. */
export function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
