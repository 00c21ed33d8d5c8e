import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { meOf } from '../member.ts';
import type { settingsBody, TodaySettings } from '../schema-today.ts';
import type { ReminderKind } from '../types.ts';
import { REMINDER_KINDS } from '../types.ts';
import { isKnownRegion } from '../working-days.ts';
import { orderOf } from './order.ts';

/** Who never said has the usual morning. */
const USUAL = { reminder_order: [], per_day: 5, digest_on: false, digest_hour: 7, region: null };

/** How somebody wants their morning, and the order as they wrote it. */
export async function findSettings(
  { db }: Pick<Ctx, 'db'>,
  memberId: string,
): Promise<TodaySettings & { own: string[] }> {
  const found = await db.selectFrom('today_settings').selectAll().where('member_id', '=', memberId).executeTakeFirst();
  const row = found ?? USUAL;
  return {
    own: row.reminder_order,
    order: orderOf(row.reminder_order, null),
    perDay: row.per_day,
    digestOn: row.digest_on,
    digestHour: row.digest_hour,
    region: row.region,
  };
}

export async function getSettings(ctx: Ctx): Promise<TodaySettings> {
  allow(ctx.actor, 'care.read');
  return findSettings(ctx, meOf(ctx.actor));
}

/** @throws AppError care.order_incomplete, care.region_unknown */
export async function setSettings(ctx: Ctx, change: z.output<typeof settingsBody>): Promise<TodaySettings> {
  allow(ctx.actor, 'care.read');
  const memberId = meOf(ctx.actor);
  if (change.order && !isWhole(change.order)) throw invalid('care.order_incomplete');
  if (change.region && !(await isKnownRegion(change.region))) throw invalid('care.region_unknown');
  const before = await findSettings(ctx, memberId);
  const { perDay, digestOn, digestHour, region } = { ...before, ...change };
  const columns = {
    reminder_order: change.order ?? before.own,
    per_day: perDay,
    digest_on: digestOn,
    digest_hour: digestHour,
    region,
    updated_at: ctx.now,
  };
  await ctx.db
    .insertInto('today_settings')
    .values({ member_id: memberId, ...columns })
    .onConflict((on) => on.column('member_id').doUpdateSet(columns))
    .execute();
  return findSettings(ctx, memberId);
}

const isWhole = (order: readonly ReminderKind[]) =>
  order.length === REMINDER_KINDS.length && new Set(order).size === REMINDER_KINDS.length;
