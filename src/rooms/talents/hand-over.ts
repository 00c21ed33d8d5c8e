import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { applyPlan, planOf } from './bulk-sql.ts';
import type { Change } from './changes.ts';
import { newActId, recordChanges } from './changes.ts';

export interface HandOver {
  talentIds: readonly string[];
  /** Whose open promises to these people go along; null: nobody's. */
  fromId: string | null;
  toId: string;
}

/**
 * These people have another owner from now on, who takes over what was promised to them. A deputy who becomes the owner is deputy no more.
 * One act with every change written down; a constant number of statements.
 */
export async function handOverPeople(ctx: Ctx, { talentIds, fromId, toId }: HandOver): Promise<{ actId: string }> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    const ids = [...talentIds];
    const actId = newActId(ctx);
    // Before the owner changes, because rooms that remind somebody of a promise look then.
    if (fromId !== null) await movePromises(ctx, { ids, fromId, toId, actId });
    const doubles = await listWithDeputy(ctx, ids, toId);
    if (doubles.length > 0)
      await applyPlan(ctx, planOf({ kind: 'assign_deputy', deputyId: null }, ctx), { ids: doubles, actId });
    await applyPlan(ctx, planOf({ kind: 'assign_owner', ownerId: toId }, ctx), { ids, actId });
    await record(ctx, {
      action: 'talents.handed_over',
      subjectKind: 'talent',
      subjectIds: ids,
      details: { fromId, toId, actId },
    });
    return { actId };
  });
}

async function listWithDeputy({ db, actor }: Ctx, ids: string[], memberId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t where t.id = any(${ids}::uuid[]) and t.deputy_id = ${memberId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[])`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function movePromises(
  ctx: Ctx,
  { ids, fromId, toId, actId }: { ids: string[]; fromId: string; toId: string; actId: string },
) {
  const { rows } = await sql<{ talent_id: string; before: unknown; after: unknown }>`
    with old as (select p.id, to_jsonb(p) as j from promises p join talents t on t.id = p.talent_id
      where p.talent_id = any(${ids}::uuid[]) and p.owner_id = ${fromId}::uuid and p.kept_at is null and t.entity_id = any(${ctx.actor.entityIds}::uuid[]) order by p.id for update of p)
    update promises p set owner_id = ${toId}::uuid from old where p.id = old.id returning p.talent_id, old.j as before, to_jsonb(p) as after`.execute(
    ctx.db,
  );
  const changes = rows.map(({ talent_id: talentId, before, after }): Change => ({
    talentId,
    field: 'promises',
    before,
    after,
    version: null,
  }));
  await recordChanges(ctx, actId, changes);
}
