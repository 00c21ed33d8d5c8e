import { isBlank, tidyText } from './text-form.ts';

export type DecimalSign = ',' | '.';
type NumberReading = { kind: 'number'; value: number } | { kind: 'blank' } | { kind: 'unreadable'; text: string };

/**
 * Reads `1’234,50`, `1.234,50`, `1,234.50`, `4,6`, `12 %`, `CHF 85'000.–`.
 * @param decimal the decimal sign of the column, needed only for `1.234`; see `findDecimal`
 */
export function readNumber(raw: string, decimal?: DecimalSign): NumberReading {
  const tidy = tidyText(raw);
  if (isBlank(tidy)) return { kind: 'blank' };
  const text = bare(tidy);
  if (!/^[+-]?(?:\d[\d.,]*|[.,]\d+)$/.test(text) || text.length > 24)
    return { kind: 'unreadable', text: tidy.slice(0, 80) };

  const value = Number(withPoint(text, decimal ?? signIn(text) ?? '.'));
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'unreadable', text: tidy.slice(0, 80) };
}

/** The decimal sign the values of a column show; undefined when all are whole numbers. */
export function findDecimal(values: readonly string[]): DecimalSign | undefined {
  const votes = { ',': 0, '.': 0 };
  for (const value of values) {
    const sign = signIn(bare(tidyText(value)));
    if (sign) votes[sign] += 1;
  }
  if (votes[','] === votes['.']) return votes[','] > 0 ? ',' : undefined;
  return votes[','] > votes['.'] ? ',' : '.';
}

/** Without units, percent signs, thousands apostrophes, spaces and the Swiss `.–`. */
function bare(text: string): string {
  return text
    .replace(/^(?:chf|eur|usd|fr\.|sfr\.?|€|\$)\s*/i, '')
    .replace(/\s*(?:chf|eur|usd|fr\.|€|\$|%|prozent|percent)$/i, '')
    .replace(/[.,][–—-]+$/, '')
    .replace(/(?<=\d)['’‘ʼ´`\s\u00a0\u202f](?=\d{3})/g, '');
}

/** `1.234` and `1,234` say nothing: thousands or decimals. */
function signIn(text: string): DecimalSign | undefined {
  const signs = text.replace(/[^.,]/g, '');
  if (signs === '' || !/^[+-]?[\d.,]+$/.test(text)) return undefined;
  const sign: DecimalSign = signs.endsWith(',') ? ',' : '.';
  if (signs.includes(',') && signs.includes('.')) return sign;
  return signs.length > 1 || THOUSANDS.test(text) ? undefined : sign;
}

/** Three digits behind the sign; `0.125` is no thousand. */
const THOUSANDS = /^[+-]?(?!0[.,])\d+[.,]\d{3}$/;

function withPoint(text: string, decimal: DecimalSign): string {
  const thousands = decimal === ',' ? '.' : ',';
  const joined = text.replaceAll(thousands, '');
  const last = joined.lastIndexOf(decimal);
  if (last < 0) return joined;
  const isRepeated = joined.indexOf(decimal) !== last;
  return isRepeated ? joined.replaceAll(decimal, '') : `${joined.slice(0, last)}.${joined.slice(last + 1)}`;
}
