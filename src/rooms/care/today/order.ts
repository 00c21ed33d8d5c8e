import { defaultsOf } from '#rooms/phases/index.ts';
import type { Phase } from '#rooms/phases/index.ts';
import type { ReminderKind } from '../types.ts';
import { REMINDER_KINDS } from '../types.ts';

/**
 * The order of reasons in force: what the phase of the company puts first, then the member's own order, then the usual one.
 * Every kind stands in it exactly once.
 */
export function orderOf(own: readonly string[], phase: Phase | null): ReminderKind[] {
  const wanted = [...defaultsOf(phase).todayFirst, ...own, ...REMINDER_KINDS];
  return [...new Set(wanted)].filter((kind): kind is ReminderKind =>
    (REMINDER_KINDS as readonly string[]).includes(kind),
  );
}
