import { isBlank, tidyText } from './text-form.ts';
import { readNumber, type DecimalSign } from './parse-number.ts';

/** Values of the two ends; `best` may be the smaller one (German school marks: best 1, worst 6). */
interface RatingScale {
  best: number;
  worst: number;
}

type RatingReading =
  | { kind: 'rating'; share: number }
  | { kind: 'blank' }
  | { kind: 'unreadable'; text: string }
  | { kind: 'out_of_scale'; text: string };

/** Which scale the values speak; `sign` says how they are written, `isAmbiguous` that a human must decide. */
interface FoundScale {
  scale: RatingScale;
  sign: 'numbers' | 'stars' | 'percent' | 'letters' | 'marks';
  isAmbiguous: boolean;
}

/** Reads `4,6`, `4/5`, `★★★★☆`, `80 %`, `B+`, `2-` as a share of the way from worst (0) to best (1). */
export function readRating(raw: string, scale: RatingScale, decimal?: DecimalSign): RatingReading {
  const text = tidyText(raw);
  if (isBlank(text)) return { kind: 'blank' };
  const fraction = FRACTION.exec(text);
  const own = fraction ? { best: Number(fraction[2]), worst: Math.min(scale.worst, 1) } : scale;
  const value = ratingValue(fraction?.[1] ?? text, decimal);
  if (value === undefined) return { kind: 'unreadable', text: text.slice(0, 80) };
  return shareOf(value, own, text);
}

/**
 * The scale of a column, from its header and values.
 * German and Austrian marks are best at 1, Swiss ones at 6: without such a country a school mark is ambiguous.
 * @param country ISO 3166-1 alpha-2 or a profile such as `EU`
 */
export function findScale(
  values: readonly string[],
  { header, country }: { header: string; country: string },
): FoundScale | undefined {
  const filled = values.map(tidyText).filter((value) => !isBlank(value));
  if (filled.length === 0) return undefined;
  const announced = announcedScale(header);
  if (announced) return announced;
  if (most(filled, LETTER))
    return {
      scale: { best: 1, worst: filled.some((value) => /^[ef]/i.test(value)) ? 6 : 4 },
      sign: 'letters',
      isAmbiguous: false,
    };
  if (most(filled, STARS)) return { scale: { best: 5, worst: 0 }, sign: 'stars', isAmbiguous: false };
  if (most(filled, /%$/)) return { scale: { best: 100, worst: 0 }, sign: 'percent', isAmbiguous: false };
  return numberScale(filled, header, country);
}

const FRACTION = /^([\d.,]+)\s*(?:\/|von|of|out of)\s*(\d{1,3})$/i;
const LETTER = /^[a-f][+-]?$/i;
const STARS = /^[★☆⭐✩*]{1,10}$|^[0-5]\s*(?:sterne?|stars?)$/iu;
const MARK = /^[1-6][+-]$/;

function ratingValue(text: string, decimal?: DecimalSign): number | undefined {
  if (LETTER.test(text)) return letterValue(text);
  if (MARK.test(text)) return Number(text[0]) + (text.endsWith('-') ? 0.3 : -0.3);
  if (/^[★☆⭐✩*]+$/u.test(text)) return text.replace(/[☆✩]/gu, '').length;
  const reading = readNumber(text.replace(/\s*(?:sterne?|stars?|punkte?|points?|pt\.?)$/i, ''), decimal);
  return reading.kind === 'number' ? reading.value : undefined;
}

/** A = 1 to F = 6; a plus is nearer to the better letter. */
function letterValue(text: string): number {
  const base = text.toUpperCase().charCodeAt(0) - 64;
  if (text.endsWith('+')) return Math.max(1, base - 0.3);
  return text.endsWith('-') ? base + 0.3 : base;
}

function shareOf(value: number, { best, worst }: RatingScale, text: string): RatingReading {
  if (best === worst) return { kind: 'unreadable', text: text.slice(0, 80) };
  const share = (value - worst) / (best - worst);
  // A "1+" or "A+" lies a little beyond the scale and means its end.
  if (share < -0.1 || share > 1.1) return { kind: 'out_of_scale', text: text.slice(0, 80) };
  return { kind: 'rating', share: Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000 };
}

/** `Bewertung (1-5)`, `Note [1 = sehr gut, 6 = ungenügend]`. */
function announcedScale(header: string): FoundScale | undefined {
  const worded = /(\d{1,3})\s*=\s*(?:sehr gut|beste?r?|best|top|excellent|hervorragend|super)/i.exec(header);
  const range = /(?:^|\D)(\d{1,2})\s*(?:-|–|bis|to|\.\.\.?)\s*(\d{1,3})(?:\D|$)/i.exec(header);
  if (!range) return undefined;
  const [low, high] = [Number(range[1]), Number(range[2])];
  if (low >= high) return undefined;
  if (worded)
    return {
      scale: Number(worded[1]) === low ? { best: low, worst: high } : { best: high, worst: low },
      sign: 'numbers',
      isAmbiguous: false,
    };
  return { scale: { best: high, worst: low }, sign: 'numbers', isAmbiguous: SCHOOL.test(header) || high === 6 };
}

const SCHOOL = /(?:^|[^a-z])(?:schul)?noten?(?![a-z])|(?:^|[^a-z])(?:grade|mark)s?(?![a-z])/i;

function numberScale(filled: string[], header: string, country: string): FoundScale | undefined {
  const fraction = filled.map((value) => FRACTION.exec(value)?.[2]).find(Boolean);
  if (fraction) return { scale: { best: Number(fraction), worst: 0 }, sign: 'numbers', isAmbiguous: false };
  const numbers = filled.map((value) => ratingValue(value)).filter((value) => value !== undefined);
  const highest = Math.max(...numbers);
  if (numbers.length < filled.length * 0.6 || Math.min(...numbers) < 0) return undefined;
  const isSchool = SCHOOL.test(header) || most(filled, MARK);
  return (
    markScaleFor(highest, isSchool ? 'school' : 'unknown', country) ?? {
      scale: { best: roundTop(highest), worst: highest <= 10 ? 1 : 0 },
      sign: 'numbers',
      isAmbiguous: false,
    }
  );
}

/** Without a word about school, numbers up to 6 may run either way. */
function markScaleFor(highest: number, kind: 'school' | 'unknown', country: string): FoundScale | undefined {
  if (kind === 'school') return highest <= 6.4 ? { ...markScale(country), sign: 'marks' } : undefined;
  return highest > 5 && highest <= 6 ? { ...markScale(country), sign: 'marks', isAmbiguous: true } : undefined;
}

function markScale(country: string): Pick<FoundScale, 'scale' | 'isAmbiguous'> {
  if (country === 'CH' || country === 'LI') return { scale: { best: 6, worst: 1 }, isAmbiguous: false };
  return { scale: { best: 1, worst: country === 'AT' ? 5 : 6 }, isAmbiguous: country !== 'DE' && country !== 'AT' };
}

function roundTop(highest: number): number {
  return [5, 10, 15, 20, 100].find((top) => highest <= top) ?? Math.ceil(highest);
}

function most(values: string[], form: RegExp): boolean {
  return values.filter((value) => form.test(value)).length >= values.length * 0.8;
}
