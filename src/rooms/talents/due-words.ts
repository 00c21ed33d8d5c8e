const MS_PER_DAY = 86_400_000;
const WEEKDAYS = [
  ['sonntag', 'so', 'sunday', 'sun'],
  ['montag', 'mo', 'monday', 'mon'],
  ['dienstag', 'di', 'tuesday', 'tue'],
  ['mittwoch', 'mi', 'wednesday', 'wed'],
  ['donnerstag', 'do', 'thursday', 'thu'],
  ['freitag', 'fr', 'friday', 'fri'],
  ['samstag', 'sa', 'sonnabend', 'saturday', 'sat'],
];
const MONTHS = [
  ['januar', 'jänner', 'jan', 'january'],
  ['februar', 'feber', 'feb', 'february'],
  ['märz', 'maerz', 'mrz', 'mar', 'march'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['dezember', 'dez', 'dec', 'december'],
];
const DAYS_AHEAD: Record<string, number> = {
  heute: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  übermorgen: 2,
  uebermorgen: 2,
};
const COUNTS = [
  ['ein', 'eine', 'einem', 'einer', 'einen', 'a', 'an', 'one'],
  ['zwei', 'two'],
  ['drei', 'three'],
  ['vier', 'four'],
  ['fünf', 'fuenf', 'five'],
  ['sechs', 'six'],
  ['sieben', 'seven'],
  ['acht', 'eight'],
  ['neun', 'nine'],
  ['zehn', 'ten'],
];
const NEXT = /^(?:(?:am|on)\s+)?(nächste[rnms]?|naechste[rnms]?|kommende[rnms]?|next|coming)\s+(.+)$/;
const UNITS: readonly [RegExp, 'day' | 'week' | 'month' | 'year'][] = [
  [/^(tage?n?|days?)$/, 'day'],
  [/^(wochen?|weeks?)$/, 'week'],
  [/^(monate?n?|months?)$/, 'month'],
  [/^(jahre?n?|years?)$/, 'year'],
];

/**
 * The day that words mean, in German or English: "morgen", "in 3 Wochen", "nächsten Dienstag", "14. März", "14.3.27".
 * A weekday means the coming one, never today; "next" before a weekday means the one of next week. Dates without a year lie ahead.
 * @param today `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`, or undefined when the words mean no day
 */
export function dayFromWords(words: string, today: string): string | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/,? (?:um )?\d{1,2}(?:[:.]\d\d)? ?(?:uhr|am|pm|o'clock)$/, '');
  if (text === '') return undefined;
  for (const read of [readNamedDay, readSpan, readNext, readWeekday, readEnd, readIso, readNumbers, readMonthName]) {
    const day = read(text, today);
    if (day !== undefined) return day;
  }
  return undefined;
}

const readNamedDay = (text: string, today: string) => {
  const days = DAYS_AHEAD[text];
  return days === undefined ? undefined : plusDays(today, days);
};

function readSpan(text: string, today: string) {
  const [, count = '', unit = ''] = /^in (\S+) (\S+)$/.exec(text) ?? [];
  const amount = /^\d{1,3}$/.test(count) ? Number(count) : COUNTS.findIndex((names) => names.includes(count)) + 1;
  return amount > 0 ? plus(today, amount, unit) : undefined;
}

function readNext(text: string, today: string) {
  const what = NEXT.exec(text)?.[2];
  if (what === undefined) return undefined;
  const weekday = weekdayOf(what);
  if (weekday !== undefined) return plusDays(mondayAfter(today), (weekday + 6) % 7);
  if (/^(woche|week)$/.test(what)) return mondayAfter(today);
  return plus(today, 1, what);
}

function readWeekday(text: string, today: string) {
  const weekday = weekdayOf(text.replace(/^(am|on|diesen|this|bis|by) /, ''));
  if (weekday === undefined) return undefined;
  return plusDays(today, (weekday - weekdayOn(today) + 7) % 7 || 7);
}

/** "Ende Monat", "end of month", "Ende der Woche" (a Friday). */
function readEnd(text: string, today: string) {
  if (/^(ende|monatsende|end of)( (des|diesen|the|this))? ?(monats?|month)?$/.test(text)) return lastOfMonth(today);
  if (!/^(ende|end of)( (der|dieser|the|this))? (woche|week)$/.test(text)) return undefined;
  return plusDays(today, (5 - weekdayOn(today) + 7) % 7);
}

const readIso = (text: string, _today: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? undefined : dateOf(Number(year), Number(month), Number(day));
};

/** Day before month, as written all over Europe. */
function readNumbers(text: string, today: string) {
  const [, day, month, year] = /^(?:am |on )?(\d{1,2})[./] ?(\d{1,2})[./]?(?: ?(\d{2}|\d{4}))?$/.exec(text) ?? [];
  return day === undefined ? undefined : ahead(Number(day), Number(month), year, today);
}

function readMonthName(text: string, today: string) {
  const found =
    /^(?:am |on |the )*(\d{1,2})(?:\.|st|nd|rd|th)? (?:of )?([a-zä]+)\.?,?(?: (\d{2}|\d{4}))?$/.exec(text) ??
    turned(text);
  const [, day, name = '', year] = found;
  const month = MONTHS.findIndex((names) => names.includes(name)) + 1;
  return day === undefined || month === 0 ? undefined : ahead(Number(day), month, year, today);
}

/** "March 14, 2027" */
function turned(text: string): (string | undefined)[] {
  const [, name, day, year] = /^([a-zä]+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/.exec(text) ?? [];
  return [text, day, name, year];
}

function ahead(day: number, month: number, year: string | undefined, today: string): string | undefined {
  if (year !== undefined) return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = dateOf(thisYear, month, day);
  return date !== undefined && date >= today ? date : dateOf(thisYear + 1, month, day);
}

/** Undefined for the 31st of February. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function plus(today: string, amount: number, unit: string): string | undefined {
  const kind = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  if (kind === 'day') return plusDays(today, amount);
  if (kind === 'week') return plusDays(today, amount * 7);
  if (kind === 'month') return plusMonths(today, amount);
  return kind === 'year' ? plusMonths(today, amount * 12) : undefined;
}

const plusDays = (on: string, days: number) => new Date(Date.parse(on) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** The 31st becomes the last day of a shorter month. */
function plusMonths(on: string, months: number): string {
  const first = new Date(`${on.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 8);
  const last = Number(lastOfMonth(`${month}01`).slice(8));
  return `${month}${String(Math.min(Number(on.slice(8, 10)), last)).padStart(2, '0')}`;
}

const lastOfMonth = (on: string) =>
  new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 0)).toISOString().slice(0, 10);

const weekdayOn = (on: string) => new Date(on).getUTCDay();
const mondayAfter = (on: string) => plusDays(on, (1 - weekdayOn(on) + 7) % 7 || 7);
const weekdayOf = (name: string) => {
  const found = WEEKDAYS.findIndex((names) => names.includes(name.replace(/\.$/, '')));
  return found < 0 ? undefined : found;
};
