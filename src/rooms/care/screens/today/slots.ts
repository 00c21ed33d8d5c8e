import type { TodayEntry } from '../../schema-today.ts';
import type { Handled } from './handled.ts';

export type Slot =
  | { kind: 'open'; number: number; talentId: string; entry: TodayEntry }
  | { kind: 'handled'; number: number; talentId: string; handled: Handled };

interface Facts {
  five: readonly TodayEntry[];
  handled: readonly Handled[];
  /** Ids in the order in which they were first shown; empty after the page was loaded. */
  order: readonly string[];
}

/** The numbered places of the morning: who was dealt with keeps the place; after a reload they stand first. */
export function slotsOf({ five, handled, order }: Facts): Slot[] {
  const entries = new Map(five.map((entry) => [entry.person.id, entry]));
  const done = new Map(handled.map((one) => [one.talentId, one]));
  const ids = order.length > 0 ? [...order, ...entries.keys(), ...done.keys()] : [...done.keys(), ...entries.keys()];
  const slots: Slot[] = [];
  for (const talentId of new Set(ids)) {
    const number = slots.length + 1;
    const [one, entry] = [done.get(talentId), entries.get(talentId)];
    if (one) slots.push({ kind: 'handled', number, talentId, handled: one });
    else if (entry) slots.push({ kind: 'open', number, talentId, entry });
  }
  return slots;
}

/** Where the eye goes next: the following open place, or the first. */
export function nextOpen(slots: readonly Slot[], after: string): string | undefined {
  const at = slots.findIndex(({ talentId }) => talentId === after);
  const others = [...slots.slice(at + 1), ...slots.slice(0, Math.max(0, at))];
  return others.find(({ kind }) => kind === 'open')?.talentId;
}
