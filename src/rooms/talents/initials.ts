const SMALL_WORDS = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'zu',
  'zur',
  'vom',
  'la',
  'le',
  'el',
  'al',
  'dr',
  'prof',
  'med',
  'ing',
  'dipl',
]);

/** First letters of the first and the last word: "Mara von Steinegger-Obrist" becomes "MS". */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''))
    .filter((word) => word !== '' && !SMALL_WORDS.has(word.toLowerCase()));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => /./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase();
}
