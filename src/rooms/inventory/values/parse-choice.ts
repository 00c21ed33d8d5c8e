import words from './choice-words.json' with { type: 'json' };
import { remembered } from './remembered.ts';
import { foldWords, isBlank, tidyText } from './text-form.ts';
import { readDate, type DateOrder } from './parse-date.ts';

export type ChoiceKind = keyof typeof words;

type ChoiceReading = { kind: 'choice'; value: string } | { kind: 'blank' } | { kind: 'unreadable'; text: string };

type YesNoReading =
  | { kind: 'answer'; answer: 'yes' | 'no' | 'unknown'; on?: string; until?: string }
  | { kind: 'blank' }
  | { kind: 'unreadable'; text: string };

/**
 * Translates a word of the file, German or English, into ours: the whole cell first, then the longest known phrase in it.
 * @param own words a team member has matched by hand, file word to our word; they win
 */
export function readChoice(raw: string, kind: ChoiceKind, own: Record<string, string> = {}): ChoiceReading {
  const text = tidyText(raw);
  if (isBlank(text)) return { kind: 'blank' };
  const value = (Object.hasOwn(own, text) ? own[text] : undefined) ?? wordIn(text, kind);
  return value ? { kind: 'choice', value } : { kind: 'unreadable', text: text.slice(0, 80) };
}

/** `ja (14.03.2024)`, `x`, `opt-out`, `nein, widerrufen am 1.2.2023`, `bis 31.12.2026`; a lone date is a yes of that day. */
export const readYesNo = (raw: string, order: DateOrder = 'dmy'): Readonly<YesNoReading> => ANSWERS[order](raw);

const ANSWERS = {
  dmy: remembered((raw) => answerIn(raw, 'dmy')),
  mdy: remembered((raw) => answerIn(raw, 'mdy')),
  ymd: remembered((raw) => answerIn(raw, 'ymd')),
};

function answerIn(raw: string, order: DateOrder): YesNoReading {
  const text = tidyText(raw);
  if (isBlank(text)) return { kind: 'blank' };
  if (/^\?+$/.test(text)) return { kind: 'answer', answer: 'unknown' };
  const dates = datesIn(text, order);
  const rest = foldWords(text.replace(DATES, ' ').replace(FILLERS, ' '));
  // A lone date is the day of a yes.
  const answer = yesNoOf(rest, text) ?? (rest === '' && Object.keys(dates).length > 0 ? 'yes' : undefined);
  return answer ? { kind: 'answer', answer, ...dates } : { kind: 'unreadable', text: text.slice(0, 80) };
}

const FILLERS = /\b(?:seit|ab|vom|am|bis|since|until|on|per|von)\b/gi;

interface WordIndex {
  exact: Map<string, string>;
  /** Longest first. */
  phrases: [phrase: string, value: string][];
}

const NOTHING: WordIndex = { exact: new Map(), phrases: [] };
const INDEX = new Map<ChoiceKind, WordIndex>();
for (const [kind, values] of Object.entries(words) as [ChoiceKind, Record<string, string[]>][]) {
  const pairs = Object.entries(values).flatMap(([value, list]) =>
    list.map((word): [string, string] => [folded(word), value]),
  );
  const phrases = pairs.filter(([phrase]) => phrase.length >= 4).toSorted(([a], [b]) => b.length - a.length);
  INDEX.set(kind, { exact: new Map(pairs), phrases });
}

/** Files repeat a few words a thousand times. */
const SEEN = new Map<string, string | undefined>();
const SEEN_LIMIT = 5_000;

function wordIn(text: string, kind: ChoiceKind): string | undefined {
  const key = `${kind}:${text}`;
  if (SEEN.has(key)) return SEEN.get(key);
  const value = findWord(folded(text), kind);
  if (SEEN.size < SEEN_LIMIT && text.length <= 80) SEEN.set(key, value);
  return value;
}

function findWord(text: string, kind: ChoiceKind): string | undefined {
  const { exact, phrases } = INDEX.get(kind) ?? NOTHING;
  const whole = exact.get(text);
  if (whole || text.length > 120) return whole;
  const padded = ` ${text} `;
  return phrases.find(([phrase]) => padded.includes(` ${phrase} `))?.[1] ?? compound(text, phrases);
}

/** `Erstgesprächsphase`, `Absageschreiben`: a known word of seven letters or more begins or ends a longer one. */
function compound(text: string, phrases: [string, string][]): string | undefined {
  const parts = text.split(' ');
  const matches = (phrase: string) => parts.some((part) => part.startsWith(phrase) || part.endsWith(phrase));
  return phrases.find(([phrase]) => phrase.length >= 7 && matches(phrase))?.[1];
}

function folded(text: string): string {
  return foldWords(text) || text.trim();
}

const DATES =
  /\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?/g;
const UNTIL = /(?:bis|until|gültig bis|expires?|ablauf|läuft ab)\s*(?:am|zum|on)?:?\s*$/i;

function datesIn(text: string, order: DateOrder): { on?: string; until?: string } {
  const found: { on?: string; until?: string } = {};
  for (const match of text.matchAll(DATES)) {
    const reading = readDate(match[0], order);
    if (reading.kind !== 'date') continue;
    if (UNTIL.test(text.slice(0, match.index))) found.until ??= reading.on;
    else found.on ??= reading.on;
  }
  return found;
}

function yesNoOf(rest: string, text: string): 'yes' | 'no' | 'unknown' | undefined {
  const { exact } = INDEX.get('yes_no') ?? NOTHING;
  const words = rest.split(' ');
  // "keine Einwilligung" and "nicht erteilt" hold a yes-word: any refusing word decides.
  const refusal = words.some((word) => REFUSING.has(word)) ? 'no' : undefined;
  const found = exact.get(rest) ?? exact.get(text) ?? refusal ?? exact.get(words[0] ?? '') ?? findWord(rest, 'yes_no');
  return found as 'yes' | 'no' | 'unknown' | undefined;
}

const REFUSING = new Set(
  ['nein', 'no', 'nicht', 'kein', 'keine', 'not', 'nie', 'widerrufen', 'withdrawn', 'revoked', 'abgelehnt'].map(
    (word) => foldWords(word),
  ),
);
