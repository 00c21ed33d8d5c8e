const SPECIAL: Record<string, string> = {
  ä: 'a',
  ö: 'o',
  ü: 'u',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const MARKS = /\p{M}+/gu;

/**
 * Lower case, without accents, only a to z, 0 to 9 and single spaces: "Krähenbühl-Zürcher" becomes "krahenbuhl zurcher".
 * Letters of other scripts are kept in lower case, so that no name becomes empty. For searching and sorting; stored in indexes,
 * so another result needs a migration.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßæœøđðłıþ]/g, (letter) => SPECIAL[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As {@link fold}, but with ä written ae: "Müller" becomes "mueller". */
export function foldWithE(text: string): string {
  return fold(
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[äöü]/g, (letter) => `${SPECIAL[letter]}e`),
  );
}

/** Every spelling under which a name is searched, once each: "muller mueller". */
export function spellings(text: string): string {
  const [plain, withE] = [fold(text), foldWithE(text)];
  return plain === withE ? plain : `${plain} ${withE}`;
}
