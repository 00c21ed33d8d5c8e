import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';

const HOUR_MS = 3_600_000;
/** A clock that moved further than this since the last look is not believed at once. @source RL-9 */
const LARGEST_STEP_MS = 24 * HOUR_MS;

export type ClockLook = 'steady' | 'jumped';

/**
 * Looks at the clock before the daily work. After a jump of more than a day, forward or back, nothing is done and the audit log says so;
 * at the next look the clock has been steady, and what was missed is caught up. A program that was switched off for days waits as long:
 * it cannot tell one from the other.
 */
export async function lookAtClock(ctx: Ctx, entityId: string): Promise<ClockLook> {
  const { db, now } = ctx;
  const { rows } = await sql<{
    seen_at: Date;
  }>`select seen_at from care_clock where entity_id = ${entityId} for update`.execute(db);
  const before = rows[0]?.seen_at ?? null;
  await sql`
    insert into care_clock (entity_id, seen_at) values (${entityId}, ${now})
    on conflict (entity_id) do update set seen_at = excluded.seen_at, halted_at = null`.execute(db);
  if (before === null || Math.abs(now.getTime() - before.getTime()) <= LARGEST_STEP_MS) return 'steady';
  await db.updateTable('care_clock').set({ halted_at: now }).where('entity_id', '=', entityId).execute();
  const details = { entityId, from: before.toISOString(), to: now.toISOString() };
  await record(ctx, { action: 'care.clock_jumped', details });
  return 'jumped';
}
