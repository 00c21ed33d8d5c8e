import type { ReminderKind } from '../../types.ts';

/** Puts a reason one place up or down; at the ends it stays. */
export function movedKind(order: readonly ReminderKind[], kind: ReminderKind, by: 1 | -1): ReminderKind[] {
  const at = order.indexOf(kind);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return [...order];
  const others = order.filter((one) => one !== kind);
  return [...others.slice(0, to), kind, ...others.slice(to)];
}
