import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { clockJumpMs, isClockTrusted, trustClock } from './clock.ts';

const lastNightOf = ({ db }: Ctx) =>
  db.selectFrom('consent_nights').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();

/**
 * Whether anybody may be erased now. Once the clock has jumped nothing is erased until an administrator says that it is right.
 * @param jumpMs how far the clock was moved; tests give their own
 */
export async function mayErase(ctx: Ctx, jumpMs = clockJumpMs()): Promise<boolean> {
  const last = await lastNightOf(ctx);
  if (last?.outcome === 'halted') return false;
  if (isClockTrusted(jumpMs, ctx.now, last?.at)) return true;
  await inTransaction(ctx, async (ctx) => {
    await noteNight(ctx, { outcome: 'halted', erased: 0, failed: [] });
    await record(ctx, { action: 'consent.erasure_halted', details: { jumpHours: Math.round(jumpMs / 3_600_000) } });
  });
  return false;
}

export interface NightResult {
  outcome: 'done' | 'halted' | 'released';
  erased: number;
  failed: string[];
}

export async function noteNight({ db, now }: Ctx, night: NightResult): Promise<void> {
  await db
    .insertInto('consent_nights')
    .values({ at: now, ...night })
    .onConflict((on) => on.column('at').doUpdateSet(night))
    .execute();
}

/** The clock is right; what waits is erased the next night. Marks of a time that never came are dropped. */
export async function releaseHalt(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'accounts.manage_installation');
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.deleteFrom('consent_nights').where('at', '>', ctx.now).execute();
    await noteNight(ctx, { outcome: 'released', erased: 0, failed: [] });
    await record(ctx, { action: 'consent.erasure_released' });
  });
  trustClock();
}
