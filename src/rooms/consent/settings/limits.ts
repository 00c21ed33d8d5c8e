import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { DEFAULT_LIMITS } from '../contact-defaults.ts';
import { ownEntity } from '../own-entity.ts';
import type { ContactLimits, NewContactLimits } from './schema.ts';

/** How much one person gets at most; version 0 are the limits that hold before anybody has set some. */
export async function getLimits(ctx: Ctx): Promise<ContactLimits> {
  const row = await ctx.db
    .selectFrom('contact_limits')
    .selectAll()
    .where('entity_id', '=', ownEntity(ctx))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, setAt: null, ...DEFAULT_LIMITS };
  return {
    version: row.version,
    setAt: row.set_at.toISOString(),
    totalPer30Days: row.total_per_30_days,
    bulkPer30Days: row.bulk_per_30_days,
    firstContactsPerDay: row.first_contacts_per_day,
  };
}

/** @throws AppError consent.limits_changed_meanwhile when somebody else set some since they were read */
export async function setLimits(ctx: Ctx, { basedOnVersion, ...limits }: NewContactLimits): Promise<void> {
  allow(ctx.actor, 'consent.manage_settings');
  await inTransaction(ctx, async (ctx) => {
    const entityId = ownEntity(ctx);
    const { rows } = await sql`
      insert into contact_limits (entity_id, version, total_per_30_days, bulk_per_30_days, first_contacts_per_day, set_by, set_at)
      select ${entityId}::uuid, ${basedOnVersion + 1}, ${limits.totalPer30Days}, ${limits.bulkPer30Days}, ${limits.firstContactsPerDay}, ${ctx.actor.memberId}::uuid, ${ctx.now}::timestamptz
      where coalesce((select max(version) from contact_limits where entity_id = ${entityId}::uuid), 0) = ${basedOnVersion}
      on conflict do nothing returning version`.execute(ctx.db);
    if (rows.length === 0) throw conflict('consent.limits_changed_meanwhile');
    await record(ctx, { action: 'consent.limits_set', details: { version: basedOnVersion + 1, ...limits } });
  });
}
