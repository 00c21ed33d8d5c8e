import { createContext, useContext } from 'react';
import { dayIn } from '../calendar.ts';
import { type Formats, formatsFor } from './formats.ts';
import { useLanguage } from './use-messages.ts';

/** The reader's time zone; the browser's own until a member is signed in. */
export const TimeZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Dates, numbers and lists as the reader writes them. */
export function useFormats(): Formats {
  return formatsFor(useLanguage(), useContext(TimeZoneContext));
}

const todayIn = (timeZone: string): string => dayIn(timeZone, new Date());

/** The reader's today, `YYYY-MM-DD`. */
export const useToday = (): string => todayIn(useContext(TimeZoneContext));
