import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { clockJumpMs, isClockTrusted, trustClock } from './clock.ts';

const lastNightOf = ({ db }: Ctx) =>
  db.selectFrom('consent_nights').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();

/**
 * Whether the clock may be believed. Once it has jumped nothing is erased, sent or reminded of until an administrator says that it is right.
 * @param jumpMs how far the clock was moved; tests give their own
 */
export async function isClockRight(ctx: Ctx, jumpMs?: number): Promise<boolean> {
  const last = await lastNightOf(ctx);
  if (last?.outcome === 'halted') return false;
  if (last?.outcome === 'released') followRelease(last.at);
  const jump = jumpMs ?? clockJumpMs();
  if (isClockTrusted(jump, ctx.now, last?.at)) return true;
  await inTransaction(ctx, async (ctx) => {
    await noteNight(ctx, { outcome: 'halted', erased: 0, failed: [] });
    await record(ctx, { action: 'consent.erasure_halted', details: { jumpHours: Math.round(jump / 3_600_000) } });
  });
  return false;
}

let followedUntil = 0;

/** Somebody said it to another process of this installation; each has a clock of its own to trust. */
function followRelease(at: Date) {
  if (at.getTime() <= followedUntil) return;
  followedUntil = at.getTime();
  trustClock();
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
