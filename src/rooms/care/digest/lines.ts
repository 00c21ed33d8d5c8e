import type { Formats } from '#ground/i18n/formats.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import type { Person } from '../schema-parts.ts';
import type { Reason, TodayEntry } from '../schema-today.ts';

type Words = (namespace: string, key: string, values?: Record<string, unknown>) => string;

export const nameOf = ({ title, firstName, lastName }: Pick<Person, 'title' | 'firstName' | 'lastName'>): string =>
  oneLine([title, firstName, lastName].filter(Boolean).join(' '));

/** Name and reason of one person, as the digest has them. */
export function lineFor(
  { person, reasons }: Pick<TodayEntry, 'person' | 'reasons'>,
  words: Words,
  formats: Formats,
): string {
  const [reason] = reasons;
  const name = nameOf(person);
  if (!reason) return name;
  const values = { name, ...valuesOf(reason, formats) };
  if (reason.kind === 'life_event') return words('care', `digest.life_event.${reason.eventKind}`, values);
  return words('care', `digest.line.${reason.kind}`, values);
}

type Values = Record<string, string | number>;
type Day = Formats['dateLong'];
type ValuesOf = { [K in Reason['kind']]: (reason: Extract<Reason, { kind: K }>, day: Day) => Values };

/** Facts of the sentence of each kind; what people wrote becomes one line. */
const VALUES: ValuesOf = {
  promise: ({ what, dueOn }, day) => ({ what: oneLine(what), due: day(dueOn) }),
  reply: ({ since }, day) => ({ since: day(since) }),
  life_event: ({ onDate }, day) => ({ on: day(onDate) }),
  consent_ends: ({ endsOn }, day) => ({ on: day(endsOn) }),
  hand_over: ({ fromName }) => ({ from: oneLine(fromName) }),
  come_back: ({ saidOn }, day) => ({ said: day(saidOn) }),
  task: ({ title, sequenceName }) => ({ title: oneLine(title), sequence: oneLine(sequenceName) }),
  cadence: ({ everyDays, countedFrom }, day) => ({ days: everyDays, from: day(countedFrom) }),
  warmth: ({ lastOn }, day) => ({ last: day(lastOn) }),
  content: ({ title, because }) => ({ title: oneLine(title), because: oneLine(because.name) }),
};

const valuesOf = (reason: Reason, { dateLong }: Formats): Values =>
  (VALUES[reason.kind] as (reason: Reason, day: Day) => Values)(reason, dateLong);
