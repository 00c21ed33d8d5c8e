export interface Period {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  from: string;
  /** Absent while it lasts. */
  to?: string;
  /** Where the words of the period begin and end in the line. */
  start: number;
  end: number;
}

const MONTHS = [
  'jan|gen',
  'feb|fév|fev',
  'm[äa]r|mar|mrz|maer',
  'apr|avr',
  'mai|may|mag',
  'jun|juin|giu',
  'jul|juil|lug',
  'aug|aoû|ago',
  'sep|set',
  'oct|okt|ott',
  'nov',
  'de[zc]|déc|dic',
];
const MONTH_NAME = String.raw`\p{L}{3,9}\.?\s+`;
const POINT = String.raw`(?:(?:\d{1,2}\.)?\d{1,2}[./-]|${MONTH_NAME})?(?:19|20)\d{2}`;
const NOW = String.raw`heute|jetzt|aktuell|laufend|dato|present|today|now|current|ongoing|date|aujourd['’]hui|oggi`;
const RANGE = new RegExp(
  String.raw`(?<![\d.])(${POINT})\s*(?:[-–—]|bis|to|until|à|al)\s*(${POINT}|${NOW})(?!\d)`,
  'iu',
);
const SINCE = new RegExp(String.raw`\b(?:seit|since|ab|depuis|dal)\s+(${POINT})(?!\d)`, 'iu');

/** The first period of a line: "03/2019 – 12/2022", "Juli 2019 bis heute", "seit 2020". */
export function findPeriod(line: string): Period | undefined {
  const found = RANGE.exec(line) ?? SINCE.exec(line);
  const from = toDate(found?.[1] ?? '');
  if (!found || from === undefined) return undefined;
  const to = toDate(found[2] ?? '');
  return { from, ...(to ? { to } : {}), start: found.index, end: found.index + found[0].length };
}

/** "4.2019" → 2019-04; words that are no month are left out, the year remains. */
function toDate(text: string): string | undefined {
  const year = /(?:19|20)\d{2}$/u.exec(text.trim())?.[0];
  if (year === undefined) return undefined;
  const numbers = /^(?:(\d{1,2})\.)?(\d{1,2})[./-](?=\d{4})/u.exec(text);
  const month = numbers ? Number(numbers[2]) : monthNumber(text);
  if (month < 1 || month > 12) return year;
  const day = numbers?.[1] ? `-${numbers[1].padStart(2, '0')}` : '';
  return `${year}-${String(month).padStart(2, '0')}${day}`;
}

function monthNumber(text: string): number {
  return MONTHS.findIndex((names) => new RegExp(`^(?:${names})`, 'iu').test(text)) + 1;
}
