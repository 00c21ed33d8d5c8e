import type { TodayEntry } from '../../schema-today.ts';
import type { Handled } from './handled.ts';

export type Slot =
  | { kind: 'open'; number: number; talentId: string; entry: TodayEntry }
  | { kind: 'handled'; number: number; talentId: string; handled: Handled };

interface Facts {
  five: readonly TodayEntry[];
  handled: readonly Handled[];
  /** Ids in the order in which they were first shown. */
  order: readonly string[];
  perDay: number;
  /** Places that were used up before the page was loaded. */
  earlier: number;
  /** The member's own day. */
  today: string;
}

/** An answer that came in today is not left until tomorrow. */
const isNewAnswer = ({ reasons }: TodayEntry, today: string) =>
  reasons.some((reason) => reason.kind === 'reply' && reason.since >= today);

/** The numbered places of the morning: who was dealt with keeps the place, and nobody moves up beyond the number that was agreed. */
export function slotsOf({ five, handled, order, perDay, earlier, today }: Facts): Slot[] {
  const entries = new Map(five.map((entry) => [entry.person.id, entry]));
  const done = new Map(handled.map((one) => [one.talentId, one]));
  const ids = [...new Set([...order, ...entries.keys()])].filter((id) => entries.has(id) || done.has(id));
  let places = Math.max(0, perDay - earlier - done.size);
  const slots: Slot[] = [];
  for (const talentId of ids) {
    const number = slots.length + 1;
    const one = done.get(talentId);
    const entry = entries.get(talentId);
    if (one) slots.push({ kind: 'handled', number, talentId, handled: one });
    else if (entry && (places > 0 || isNewAnswer(entry, today))) {
      slots.push({ kind: 'open', number, talentId, entry });
      places -= 1;
    }
  }
  return slots;
}

/** Where the eye goes next: the following open place, or the first. */
export function nextOpen(slots: readonly Slot[], after: string): string | undefined {
  const at = slots.findIndex(({ talentId }) => talentId === after);
  const others = [...slots.slice(at + 1), ...slots.slice(0, Math.max(0, at))];
  return others.find(({ kind }) => kind === 'open')?.talentId;
}
