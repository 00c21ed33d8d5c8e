import { useContext } from 'react';
import { TimeZoneContext } from '#ground/i18n/use-formats.ts';

const todayIn = (timeZone: string, now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

/** The reader's today, `YYYY-MM-DD`. */
export const useToday = (): string => todayIn(useContext(TimeZoneContext));

const MS_PER_DAY = 86_400_000;
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
