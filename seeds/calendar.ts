const MS_PER_DAY = 86_400_000;

/** The day `days` after (or, negative, before) `today`; both are `YYYY-MM-DD`. */
export const dayFrom = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** The same day, or the Friday before a weekend: nobody in this company works on Sundays. */
export function workingDayFrom(today: string, days: number): string {
  const weekday = new Date(`${dayFrom(today, days)}T00:00:00Z`).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  return dayFrom(today, days - back);
}

/** Noon of a day as an instant, so that it is the same day in every zone that matters here. */
export const noonOf = (day: string): Date => new Date(`${day}T11:00:00Z`);

/** `16.01.2026` */
export const inGerman = (day: string): string => day.split('-').reverse().join('.');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `16 Jan 2026`, as LinkedIn writes it. */
export function inEnglish(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date} ${MONTHS[Number(month) - 1]} ${year}`;
}
