const NOTE = /\(\s*(?:[mwfdxi]\s*[/|,]\s*)+[mwfdxi]\s*\)|\((?:all genders|alle Geschlechter|gn|div\.?)\)/giu;
/** "Entwickler/in", "Entwickler:innen", "Entwickler*in", "EntwicklerIn", "Entwickler(in)", "Entwickler/-in". */
const SHORT = /(\p{L}{3,})(?:\/-?|:|\*|_|\(-?|·)(in(?:nen)?|r|e|frau)\)?(?!\p{L})/giu;
const INNER_CAPITAL = /(\p{Ll}{3,})I(n(?:nen)?)(?!\p{L})/gu;
/** "Kaufmann/-frau", "Kaufmann/frau": the second half replaces the first. */
const MAN_WOMAN = /(\p{L}*)mann\s*\/\s*-?\s*frau(?!\p{L})/giu;
/** "Bäckerinnen und Bäcker", "Bäcker oder Bäckerin"; pairs with a slash are found by {@link withoutOtherHalf}. */
const PAIR = /(\p{L}[\p{L}-]{2,})\s+(?:und|oder|et|ou|e|o)\s+(\p{L}[\p{L}-]{2,})/giu;
const LEAST_COMMON_LETTERS = 3;

export interface GenderForms {
  /** One form without the other: "Bäcker". */
  masculine: string;
  feminine: string;
}

/** Leaves out "(m/w/d)" and its relatives. */
export function withoutGenderNote(text: string): string {
  return text.replaceAll(NOTE, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Both forms of a title that names two: "Bäcker/Bäckerin", "Bäcker:in", "Kaufmann/-frau". The same text twice where it names only one.
 * Further words are kept: "Leiter/Leiterin der Küche" becomes "Leiter der Küche" and "Leiterin der Küche".
 */
export function genderForms(title: string): GenderForms {
  const text = withoutGenderNote(title);
  return { masculine: form(text, 'masculine'), feminine: form(text, 'feminine') };
}

function form(text: string, wanted: keyof GenderForms): string {
  const isMasculine = wanted === 'masculine';
  const short = text
    .replaceAll(INNER_CAPITAL, (_, stem: string, ending: string) => (isMasculine ? stem : `${stem}i${ending}`))
    .replaceAll(MAN_WOMAN, (_, stem: string) => `${stem}${isMasculine ? 'mann' : 'frau'}`)
    .replaceAll(SHORT, (_, stem: string, ending: string) =>
      isMasculine ? masculine(stem, ending) : feminine(stem, ending),
    )
    .replaceAll(PAIR, (whole: string, one: string, other: string) => {
      if (!isPair(one, other)) return whole;
      return isMasculine === isFeminineFirst([one], [other]) ? other : one;
    });
  return withoutOtherHalf(short, wanted);
}

/**
 * Of "Textil- und Modeschneider/Textil- und Modeschneiderin der Region" one half with what follows. As many words as agree on both
 * sides of the slash belong to the pair.
 */
function withoutOtherHalf(text: string, wanted: keyof GenderForms): string {
  let rest = text;
  for (let slash = rest.indexOf('/'); slash !== -1; slash = rest.indexOf('/', slash + 1)) {
    const left = rest.slice(0, slash).trim().split(' ');
    const right = rest
      .slice(slash + 1)
      .trim()
      .split(' ');
    const count = wordsOfPair(left, right);
    if (count === 0) continue;
    const [one, other] = [left.slice(-count), right.slice(0, count)];
    const kept = (wanted === 'masculine') === isFeminineFirst(one, other) ? other : one;
    rest = [...left.slice(0, -count), ...kept, ...right.slice(count)].join(' ');
  }
  return rest;
}

/** "Ärztin/Arzt" names the woman first. */
function isFeminineFirst(one: readonly string[], other: readonly string[]): boolean {
  const isFeminine = (word: string | undefined) => /(?:in|frau)$/u.test(bare(word ?? ''));
  return one.some((word, at) => isFeminine(word) && !isFeminine(other[at]));
}

const MOST_WORDS_OF_PAIR = 8;

function wordsOfPair(left: readonly string[], right: readonly string[]): number {
  for (let count = Math.min(left.length, right.length, MOST_WORDS_OF_PAIR); count > 0; count -= 1) {
    const pairs = left.slice(-count).map((word, at) => [bare(word), bare(right[at] ?? '')] as const);
    const agree = pairs.every(([one, other]) => one === other || isPair(one, other));
    if (agree && pairs.some(([one, other]) => one !== other)) return count;
  }
  return 0;
}

/** "(Schuhmacher)," in brackets and with a comma is the word itself. */
const bare = (word: string) => word.replaceAll(/^\(|[),;]+$/gu, '');

/** "Angestellte/r" shortens the masculine form, "Angestellter/e" the feminine one. */
const masculine = (stem: string, ending: string) => (ending.toLowerCase() === 'r' ? `${stem}r` : stem);

function feminine(stem: string, ending: string): string {
  const small = ending.toLowerCase();
  if (small === 'frau') return stem.replace(/mann$/u, 'frau');
  if (small === 'r') return stem;
  if (small === 'e') return `${stem.replace(/e?r$/u, '')}e`;
  return (stem.endsWith('e') ? stem.slice(0, -1) : stem) + small;
}

/** Two words that differ in their ending only: "Bäcker/Bäckerin", "Kauffrau/Kaufmann", "Angestellter/Angestellte", "contrôleur/contrôleuse". */
function isPair(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  if (common < LEAST_COMMON_LETTERS) return false;
  return ENDINGS.test(`${a.slice(common)}/${b.slice(common)}`);
}

const plain = (word: string) => word.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
const ENDINGS =
  /^(?:\/(?:in|innen|e|frau|n)|e[rn]?\/(?:e|in|innen)?|er?\/in|r\/|in\/|mann\/frau|frau\/mann|leute\/(?:frau|mann)|n?\/n?in|er\/e?rin|r\/se|eur\/(?:euse|rice)|ur\/(?:use|rice)|n\/ne|o\/a|e\/a|re\/rice|ore\/rice|tore\/trice|r\/re|er\/ere)$/u;

/**
 * The masculine form of a feminine German word, where its ending says so: "Entwicklerin" becomes "entwickler". Folded words only.
 * An extra form, never a replacement: "Berlin" and "Medizin" end the same way.
 */
export function masculineGuess(word: string): string | undefined {
  for (const { ending, replacement, longerThan } of FEMININE_ENDINGS)
    if (word.length > longerThan && word.endsWith(ending)) return word.slice(0, -ending.length) + replacement;
  return word.length > 6 && FEMININE.test(word) ? word.slice(0, -2) : undefined;
}

const FEMININE_ENDINGS = [
  { ending: 'frau', replacement: 'mann', longerThan: 7 },
  { ending: 'frauen', replacement: 'mann', longerThan: 7 },
  { ending: 'innen', replacement: '', longerThan: 8 },
] as const;
const FEMININE =
  /(?:er|ist|eur|or|ent|ant|log|nom|graf|graph|at|urg|wart|loge|gog|isor|ot|arzt|koch|wirt|rat|al|ekt|ik)in$/u;
