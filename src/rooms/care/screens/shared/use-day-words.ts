import { useFormats } from '#ground/i18n/use-formats.ts';

/** Further away than this, a day needs its year to be understood. */
const CLEAR_DAYS = 180;
const MS_PER_DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function withoutYear(locale: string): Intl.DateTimeFormat {
  const known =
    formatters.get(locale) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  formatters.set(locale, known);
  return known;
}

const isNear = (day: string, now = Date.now()) => Math.abs(Date.parse(day) - now) < CLEAR_DAYS * MS_PER_DAY;

/** A calendar date in a sentence: "24. Juli", with the year when it lies far away. */
export function useDayWords(): (day: string) => string {
  const formats = useFormats();
  return (day) => (isNear(day) ? withoutYear(formats.locale).format(new Date(day)) : formats.dateLong(day));
}
