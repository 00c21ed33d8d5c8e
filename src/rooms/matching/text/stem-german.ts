const VOWELS = 'aeiouy';
const S_ENDING = /[bdfghklmnrt]$/u;
const ST_ENDING = /[bdfghklmnt]$/u;

/**
 * The stem of a folded German word (umlauts already read as plain vowels), after the German algorithm of the Snowball project.
 * @source https://snowballstem.org/algorithms/german/stemmer.html
 */
export function stemGerman(word: string): string {
  if (word.length < 4) return word;
  const first = Math.max(3, regionAfter(word, 0));
  const second = regionAfter(word, regionAfter(word, 0));
  return stepThree(stepTwo(stepOne(word, first), first), first, second);
}

/** Where the part after the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  let at = from;
  while (at < word.length && !VOWELS.includes(word.charAt(at))) at += 1;
  while (at < word.length && VOWELS.includes(word.charAt(at))) at += 1;
  return Math.min(at + 1, word.length);
}

function stepOne(word: string, region: number): string {
  const ending = /(?:ern|em|er|en|es|e|s)$/u.exec(word)?.[0];
  if (ending === undefined || word.length - ending.length < region) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === 's') return S_ENDING.test(rest) ? rest : word;
  return ['e', 'en', 'es'].includes(ending) && rest.endsWith('niss') ? rest.slice(0, -1) : rest;
}

function stepTwo(word: string, region: number): string {
  const ending = /(?:est|en|er|st)$/u.exec(word)?.[0];
  if (ending === undefined || word.length - ending.length < region) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === 'st') return rest.length >= 4 && ST_ENDING.test(rest) ? rest : word;
  return rest;
}

/** Endings of derivation, with what goes as well where it stands before them. */
const DERIVATIONS: Record<string, { before: RegExp; region: 'first' | 'second' } | undefined> = {
  end: { before: /(?<!e)ig$/u, region: 'second' },
  ung: { before: /(?<!e)ig$/u, region: 'second' },
  keit: { before: /(?:lich|ig)$/u, region: 'second' },
  heit: { before: /(?:er|en)$/u, region: 'first' },
  lich: { before: /(?:er|en)$/u, region: 'first' },
};

function stepThree(word: string, first: number, second: number): string {
  const ending = /(?:isch|lich|heit|keit|end|ung|ig|ik)$/u.exec(word)?.[0] ?? '';
  if (ending === '' || word.length - ending.length < second) return word;
  const rest = word.slice(0, -ending.length);
  const further = DERIVATIONS[ending];
  if (!further) return rest.endsWith('e') ? word : rest;
  return cut(rest, { first, second }[further.region], further.before);
}

function cut(word: string, region: number, ending: RegExp): string {
  const found = ending.exec(word)?.[0];
  return found !== undefined && word.length - found.length >= region ? word.slice(0, -found.length) : word;
}
