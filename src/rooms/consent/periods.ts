import { Temporal } from 'temporal-polyfill';

export const COUNTRY_PROFILES = ['DE', 'AT', 'CH', 'EU'] as const;
export type CountryProfile = (typeof COUNTRY_PROFILES)[number];

/**
 * Months that an application may be kept after a rejection without consent.
 * @source AGG 15(4) with ArbGG 61b (DE), GlBG 15/29 (AT), OR 328b (CH); EU as DE
 */
export const MONTHS_AFTER_REJECTION: Record<CountryProfile, number> = { DE: 6, AT: 7, CH: 3, EU: 6 };
export const CONSENT_MONTHS = 12;
export const INTEREST_MONTHS = 12;

/**
 * The calendar day `months` later; the 31st becomes the last day of a shorter month.
 * @param on `YYYY-MM-DD`
 * @source docs/decisions/0006-periods-by-calendar-months.md
 */
export function monthsAfter(on: string, months: number): string {
  const question = `${on} ${months}`;
  const known = answered.get(question);
  if (known) return known;
  const day = Temporal.PlainDate.from(on).add({ months }, { overflow: 'constrain' }).toString();
  if (answered.size < MOST_ANSWERS) answered.set(question, day);
  return day;
}

/** The calendar day `days` later. @param on `YYYY-MM-DD` */
export const dayAfter = (on: string, days: number): string => Temporal.PlainDate.from(on).add({ days }).toString();
/** An import asks for the same days a hundred thousand times; ten years of them are a small table. */
const MOST_ANSWERS = 10_000;
const answered = new Map<string, string>();
