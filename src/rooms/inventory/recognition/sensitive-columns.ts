import lists from './sensitive-headers.json' with { type: 'json' };
import { foldText, foldWords, tidyText } from '../values/text-form.ts';
import { readDate } from '../values/parse-date.ts';
import { isKnownHeader, likeness } from './header-evidence.ts';
import { compact } from './header-form.ts';

/** Kinds of data that are never taken over. @source docs/trust.md SC-1 to SC-4 */
export type SensitiveGroup = keyof typeof lists;

interface Lists {
  group: SensitiveGroup;
  words: Set<string>;
  starts: string[];
  ends: string[];
  phrases: string[];
  long: string[];
}

const LISTS: Lists[] = Object.entries(lists).map(([group, { words, starts, ends, phrases }]) => ({
  group: group as SensitiveGroup,
  words: new Set(words.map((word) => foldText(word))),
  starts: starts.map((word) => foldText(word)),
  ends: ends.map((word) => foldText(word)),
  phrases: phrases.map((phrase) => foldWords(phrase)),
  long: [...words, ...phrases].map(compact).filter((word) => word.length >= 7),
}));

/** The group a column belongs to, by its name or by values that are unmistakable (AHV number, IBAN, Herr/Frau as m/w). */
export function sensitiveGroup(header: string, values: readonly string[]): SensitiveGroup | undefined {
  return byHeader(header) ?? byValues(values) ?? undefined;
}

/** A nameless column of dates that are all 15 to 85 years old is most likely a birth date: better dropped than kept. */
export function looksLikeBirthDates(values: readonly string[], today: string): boolean {
  const filled = values.map(tidyText).filter((value) => value !== '');
  if (filled.length < 3) return false;
  const year = Number(today.slice(0, 4));
  const ages = filled
    .map((value) => readDate(value))
    .map((date) => (date.kind === 'date' && date.precision === 'day' ? year - Number(date.on.slice(0, 4)) : -1));
  const isOld = ages.filter((age) => age >= 15 && age <= 85).length >= filled.length * 0.9;
  return isOld && new Set(ages).size >= 3 && Math.max(...ages) >= 25;
}

function byHeader(header: string): SensitiveGroup | undefined {
  if (isKnownHeader(header)) return undefined;
  const text = foldWords(header.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  const words = text.split(' ');
  const form = text.replaceAll(' ', '');
  const found = LISTS.find((list) => matches(list, words, text)) ?? LISTS.find(({ words }) => words.has(form));
  return (found ?? LISTS.find(({ long }) => form.length >= 7 && long.some((word) => likeness(word, form) >= 0.83)))
    ?.group;
}

/** Single words count only in short headers: "Partner" is family, "Name of partner company for events" is not. */
function matches({ words, starts, ends, phrases }: Lists, header: string[], text: string): boolean {
  if (phrases.some((phrase) => ` ${text} `.includes(` ${phrase} `))) return true;
  if (header.length <= 4 && header.some((word) => words.has(word))) return true;
  return header.some(
    (word) => starts.some((start) => word.startsWith(start)) || ends.some((end) => word.endsWith(end)),
  );
}

const FORMS: [SensitiveGroup, RegExp][] = [
  ['identity_number', /^756[.\s]?\d{4}[.\s]?\d{4}[.\s]?\d{2}$/],
  ['bank', /^[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?$/],
  ['gender', /^(?:m|w|d|f|männlich|weiblich|divers|male|female|non-binary|mann|frau \(w\))$/i],
  [
    'religion',
    /^(?:rk|ev|röm\.?-?\s?kath\.?|römisch-katholisch|kath(?:olisch)?\.?|evang?(?:elisch)?\.?|ev\.?-ref\.?|reformiert|protestantisch|konfessionslos|muslimisch|islamisch|jüdisch)$/i,
  ],
  ['family', /^(?:ledig|verheiratet|geschieden|verwitwet|single|married|divorced|widowed|getrennt|vh|led\.|verh\.)$/i],
  ['photo', /^(?:data:image\/|https?:\/\/\S+\.(?:jpe?g|png|gif|webp)(?:\?\S*)?$)/i],
];

function byValues(values: readonly string[]): SensitiveGroup | undefined {
  const filled = values.map(tidyText).filter((value) => value !== '');
  if (filled.length < 2) return undefined;
  return FORMS.find(([, form]) => filled.filter((value) => form.test(value)).length >= filled.length * 0.8)?.[0];
}
