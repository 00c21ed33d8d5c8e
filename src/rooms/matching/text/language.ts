import { words } from './tokens.ts';

/** Small words that stand in nearly every sentence of one language and in few of the others. Folded. */
const SMALL_WORDS: Record<string, ReadonlySet<string>> = {
  de: new Set(
    'und der die das mit von fur bei als im den des seit bis sowie eine einer einen nicht ist sind wir ich auf zu zur zum oder auch kein keine wird haben gesucht'.split(
      ' ',
    ),
  ),
  en: new Set(
    'and the of for with to from at as since is are we our you your or not have has be will by an on that this who need'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'et le la les des du pour avec chez depuis une un est sont nous vous dans sur ou pas qui que aux ne ce cette'.split(
      ' ',
    ),
  ),
  it: new Set(
    'e il lo gli di del della delle dei degli nelle per con presso dal una uno sono noi che non nel nella sul anche o cerchiamo'.split(
      ' ',
    ),
  ),
};
/** Endings and letter groups that tell titles of one or two words apart. */
const SHAPES: Record<string, RegExp> = {
  de: /[äöüß]|sch|tz|(?:ung|keit|heit|schaft|erin|innen|kraft|mann|frau|leiter|fach\p{L}*)\b|\b(?:ge|ver|ein|auf)\p{L}{5,}en\b/giu,
  en: /(?:ing|tion|ship|ness|ment|worker|manager|officer|ist|ity|able)s?\b|th|wh|ght/giu,
  fr: /[éèêçœ]|(?:eur|euse|ière|trice|age|ique|eaux?|aire)s?\b|\b(?:d|l)['’]/giu,
  it: /(?:zione|tore|trice|aio|aia|ista|ore|ale|ico|ica|ggio|mento)\b|gli|cch/giu,
};
const WEIGHT_OF_SMALL_WORD = 2;

/** The language that a text is probably written in; `fallback` where nothing speaks for any. */
export function guessLanguage(text: string, fallback = 'de'): string {
  const sample = text.slice(0, 4000);
  const found = words(sample);
  let best = fallback;
  let bestPoints = pointsOf(sample, found, fallback);
  for (const language of Object.keys(SMALL_WORDS)) {
    const points = pointsOf(sample, found, language);
    if (points > bestPoints) [best, bestPoints] = [language, points];
  }
  return best;
}

function pointsOf(sample: string, found: readonly string[], language: string): number {
  const small = SMALL_WORDS[language];
  const shape = SHAPES[language];
  if (!small || !shape) return 0;
  const inSmall = found.filter((word) => small.has(word)).length;
  return inSmall * WEIGHT_OF_SMALL_WORD + (sample.match(shape)?.length ?? 0);
}
