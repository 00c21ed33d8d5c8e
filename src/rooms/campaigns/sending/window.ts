import { Temporal } from 'temporal-polyfill';

/** Hours of the day, where somebody lives. */
export interface Window {
  fromHour: number;
  untilHour: number;
}

/** Where people of a country live, as far as one clock fits them all. */
export const ZONES: Readonly<Record<string, string>> = {
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  LI: 'Europe/Vaduz',
  LU: 'Europe/Luxembourg',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  HU: 'Europe/Budapest',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
  GR: 'Europe/Athens',
  RO: 'Europe/Bucharest',
  TR: 'Europe/Istanbul',
  IN: 'Asia/Kolkata',
  JP: 'Asia/Tokyo',
  CN: 'Asia/Shanghai',
  SG: 'Asia/Singapore',
};

/**
 * When a letter may arrive in this zone.
 * @returns undefined: now; otherwise the instant at which the window opens
 */
export function opensAt({ fromHour, untilHour }: Window, zone: string, now: Date): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  if (here.hour >= fromHour && here.hour < untilHour) return undefined;
  const day = here.hour < fromHour ? here.toPlainDate() : here.toPlainDate().add({ days: 1 });
  const opening = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: fromHour }) });
  return new Date(opening.epochMilliseconds);
}
