import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lockPoolToEdit, mustEnter } from './access.ts';
import { addToPool } from './members.ts';
import { policyOf } from './policy.ts';
import type { PoolSignUp } from './schema.ts';

/** The public sign-ups of the pool's company, and which of them lead here. @throws AppError pools.not_found, pools.only_its_team */
export async function listSignUpsFor(ctx: Ctx, poolId: string): Promise<PoolSignUp[]> {
  allow(ctx.actor, 'pools.read');
  const pool = await mustEnter(ctx, poolId);
  const { rows } = await sql<PoolSignUp>`
    select f.id as "formId", f.name, f.is_on as "isOn",
      case when s.pool_id is null then 'nowhere' when s.pool_id = ${pool.id}::uuid then 'here' else 'elsewhere' end as "leads"
    from sign_up_forms f left join pool_sign_ups s on s.form_id = f.id
    where f.entity_id = ${pool.entity_id} order by lower(f.name), f.id limit 100`.execute(ctx.db);
  return rows;
}

/**
 * Lets a public sign-up lead into this pool; until now it may have led elsewhere.
 * @throws AppError pools.not_found, pools.only_its_team, pools.only_team_edits, pools.sign_ups_need_volume, pools.sign_up_missing
 */
export async function leadSignUpHere(ctx: Ctx, poolId: string, formId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    const pool = await lockPoolToEdit(ctx, poolId);
    if (!policyOf(pool.mode).allowsBulk) throw invalid('pools.sign_ups_need_volume');
    const { rows } = await sql`
      insert into pool_sign_ups (form_id, pool_id) select f.id, ${pool.id}::uuid from sign_up_forms f where f.id = ${formId}::uuid and f.entity_id = ${pool.entity_id}
      on conflict (form_id) do update set pool_id = excluded.pool_id returning form_id`.execute(ctx.db);
    if (rows.length === 0) throw invalid('pools.sign_up_missing');
    await record(ctx, { action: 'pools.sign_up_led_here', details: { poolId, formId } });
  });
}

/** Who signs up from now on is a talent, and in no pool. @throws AppError as `leadSignUpHere` */
export async function leadSignUpNowhere(ctx: Ctx, poolId: string, formId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    const pool = await lockPoolToEdit(ctx, poolId);
    await ctx.db.deleteFrom('pool_sign_ups').where('form_id', '=', formId).where('pool_id', '=', pool.id).execute();
    await record(ctx, { action: 'pools.sign_up_let_go', details: { poolId, formId } });
  });
}

/** Somebody confirmed a sign-up. A pool that was put away or became a Boutique since takes nobody in this way. */
export async function takeInSignedUp(ctx: Ctx, { talentId, formId }: { talentId: string; formId: string }) {
  const { rows } = await sql<{ id: string }>`
    select p.id from pool_sign_ups s join pools p on p.id = s.pool_id and p.archived_at is null and p.mode = 'volume' where s.form_id = ${formId}::uuid`.execute(
    ctx.db,
  );
  for (const { id: poolId } of rows)
    await addToPool(ctx, { poolId, talentIds: [talentId], source: `sign_up:${formId}` });
}
