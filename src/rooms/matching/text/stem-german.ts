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

function stepThree(word: string, first: number, second: number): string {
  const ending = /(?:isch|lich|heit|keit|end|ung|ig|ik)$/u.exec(word)?.[0];
  if (ending === undefined || word.length - ending.length < second) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === 'end' || ending === 'ung') return cut(rest, second, /(?<!e)ig$/u);
  if (ending === 'ig' || ending === 'ik' || ending === 'isch') return rest.endsWith('e') ? word : rest;
  if (ending === 'keit') return cut(rest, second, /(?:lich|ig)$/u);
  return cut(rest, first, /(?:er|en)$/u);
}

function cut(word: string, region: number, ending: RegExp): string {
  const found = ending.exec(word)?.[0];
  return found !== undefined && word.length - found.length >= region ? word.slice(0, -found.length) : word;
}
