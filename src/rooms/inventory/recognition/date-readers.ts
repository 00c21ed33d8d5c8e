import { readDate } from '../values/parse-date.ts';
import { dropValue, type Cell, type RowDraft } from './row-draft.ts';

/** A date that cannot lie in the future: an application, a departure letter, a connection. */
export function pastDate(draft: RowDraft, cell: Cell): string | undefined {
  const on = anyDate(draft, cell);
  if (on === undefined || on <= cell.context.today) return on;
  dropValue(draft, cell.mapping, 'date_in_future', { value: on });
  return undefined;
}

export function anyDate(draft: RowDraft, { text, mapping }: Cell): string | undefined {
  const reading = readDate(text, mapping.dateOrder);
  if (reading.kind === 'date') return reading.on;
  if (reading.kind === 'impossible') dropValue(draft, mapping, 'date_impossible', { value: reading.text.slice(0, 40) });
  if (reading.kind === 'unreadable') dropValue(draft, mapping, 'date_unreadable', { value: reading.text.slice(0, 40) });
  return undefined;
}

const YOUNGEST_YEARS = 12;
const OLDEST_YEARS = 100;

/** The date itself is never named in a problem. Two-digit years of birth dates belong to the past: `12.03.45` is 1945. */
export function birthDate(draft: RowDraft, { text, mapping, context }: Cell): string | undefined {
  const reading = readDate(text, mapping.dateOrder);
  if (reading.kind === 'blank' || (reading.kind === 'date' && reading.precision !== 'day')) return undefined;
  const on = reading.kind === 'date' ? inThePast(reading.on, text, context.today) : undefined;
  if (on && isPlausible(on, context.today)) return on;
  dropValue(draft, mapping, 'birth_date_implausible');
  return undefined;
}

function isPlausible(on: string, today: string): boolean {
  const years = Number(today.slice(0, 4)) - Number(on.slice(0, 4));
  return years >= YOUNGEST_YEARS && years <= OLDEST_YEARS;
}

function inThePast(on: string, text: string, today: string): string {
  const hasShortYear = !/\d{4}/.test(text);
  const isTooYoung = Number(today.slice(0, 4)) - Number(on.slice(0, 4)) < YOUNGEST_YEARS;
  return hasShortYear && isTooYoung ? `${Number(on.slice(0, 4)) - 100}${on.slice(4)}` : on;
}
