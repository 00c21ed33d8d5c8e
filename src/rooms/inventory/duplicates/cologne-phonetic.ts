const SINGLE: Record<string, string> = {
  a: '0',
  e: '0',
  i: '0',
  j: '0',
  o: '0',
  u: '0',
  y: '0',
  b: '1',
  f: '3',
  v: '3',
  w: '3',
  g: '4',
  k: '4',
  q: '4',
  l: '5',
  m: '6',
  n: '6',
  r: '7',
  s: '8',
  z: '8',
};
const UMLAUTS: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 's' };

/**
 * Kölner Phonetik: a code of digits in which German words that sound alike meet.
 * @returns empty for a text without Latin letters
 * @source Hans Joachim Postel, Die Kölner Phonetik, IBM-Nachrichten 19 (1969), pages 925 to 931
 */
export function colognePhonetic(word: string): string {
  const letters = word
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  let codes = '';
  for (let i = 0; i < letters.length; i += 1) codes += codeAt(letters, i);
  const withoutRepeats = codes.replace(/(\d)\1+/g, '$1');
  return withoutRepeats.slice(0, 1) + withoutRepeats.slice(1).replace(/0/g, '');
}

function codeAt(letters: string, i: number): string {
  const letter = letters.charAt(i);
  const previous = letters.charAt(i - 1);
  const next = letters.charAt(i + 1);
  const byNeighbours: Record<string, () => string> = {
    h: () => '',
    p: () => (next === 'h' ? '3' : '1'),
    d: () => (isOneOf(next, 'csz') ? '8' : '2'),
    t: () => (isOneOf(next, 'csz') ? '8' : '2'),
    c: () => codeOfC(i === 0, previous, next),
    x: () => (isOneOf(previous, 'ckq') ? '8' : '48'),
  };
  return byNeighbours[letter]?.() ?? SINGLE[letter] ?? '';
}

function codeOfC(isInitial: boolean, previous: string, next: string): string {
  if (isInitial) return isOneOf(next, 'ahkloqrux') ? '4' : '8';
  if (isOneOf(previous, 'sz')) return '8';
  return isOneOf(next, 'ahkoqux') ? '4' : '8';
}

function isOneOf(letter: string, letters: string): boolean {
  return letter !== '' && letters.includes(letter);
}
