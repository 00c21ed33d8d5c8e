import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { tellNewOwners } from './edit.ts';
import type { BulkAct } from './schema-many.ts';

/** What a bulk act does, as SQL: which columns it sets, and whom it would change. About `talents t`. */
export interface BulkPlan {
  sets: Record<string, RawBuilder<unknown>>;
  /** True for people for whom the act would change something. */
  changes: RawBuilder<boolean>;
}

type Reader = Pick<Ctx, 'now' | 'actor'>;
type Plans = { [K in BulkAct['kind']]: (act: Extract<BulkAct, { kind: K }>, reader: Reader) => BulkPlan };

const PLANS: Plans = {
  add_tag: ({ tag }) => ({ sets: { tags: sql`t.tags || ${[tag]}::text[]` }, changes: sql`not (${tag} = any(t.tags))` }),
  remove_tag: ({ tag }) => ({ sets: { tags: sql`array_remove(t.tags, ${tag})` }, changes: sql`${tag} = any(t.tags)` }),
  assign_owner: ({ ownerId }) => ({
    sets: { owner_id: sql`${ownerId}::uuid` },
    changes: sql`t.owner_id is distinct from ${ownerId}::uuid`,
  }),
  assign_deputy: ({ deputyId }) => ({
    sets: { deputy_id: sql`${deputyId}::uuid` },
    changes: sql`t.deputy_id is distinct from ${deputyId}::uuid`,
  }),
  set_stage: ({ stage }, { now }) => ({
    sets: { stage: sql`${stage}`, stage_since: sql`${now}::timestamptz` },
    changes: sql`t.stage <> ${stage}`,
  }),
  set_next_step: ({ nextStep, nextStepOn }) => ({
    sets: { next_step: sql`${nextStep || null}`, next_step_on: sql`${nextStepOn}::date` },
    changes: sql`(t.next_step, t.next_step_on) is distinct from (${nextStep || null}::text, ${nextStepOn}::date)`,
  }),
  delete: (_act, { now, actor }) => ({
    sets: { deleted_at: sql`${now}::timestamptz`, deleted_by: sql`${actor.memberId}::uuid` },
    changes: sql`true`,
  }),
};

export const planOf = (act: BulkAct, reader: Reader): BulkPlan =>
  (PLANS[act.kind] as (act: BulkAct, reader: Reader) => BulkPlan)(act, reader);

/** Runs the plan for these people and writes down every change; three statements for any number. */
export async function applyPlan(
  ctx: Ctx,
  { sets, changes }: BulkPlan,
  { ids, actId }: { ids: string[]; actId: string },
): Promise<number> {
  const columns = Object.keys(sets);
  const assignments = Object.entries(sets).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const { rows } = await sql<{ count: number }>`
    with old as (select t.id, to_jsonb(t) as j from talents t where t.id = any(${ids}::uuid[]) and t.entity_id = any(${ctx.actor.entityIds}::uuid[]) and t.deleted_at is null and ${changes}
      order by t.id for update),
    new as (update talents t set ${sql.join(assignments)}, version = t.version + 1, updated_at = ${ctx.now} from old where t.id = old.id returning t.id, t.version, to_jsonb(t) as j, old.j as was),
    noted as (insert into talent_changes (id, talent_id, act_id, at, by_member, field, before, after, version)
      select gen_random_uuid(), new.id, ${actId}::uuid, ${ctx.now}, ${ctx.actor.memberId}::uuid, c.name, nullif(new.was -> c.name, 'null'), nullif(new.j -> c.name, 'null'), new.version
      from new cross join unnest(${columns}::text[]) c(name) where (new.was -> c.name) is distinct from (new.j -> c.name))
    select count(*) as count from new`.execute(ctx.db);
  if ('deleted_at' in sets)
    await sql`update talent_search set is_listed = false where talent_id in (select id from talents where id = any(${ids}::uuid[]) and deleted_at is not null)`.execute(
      ctx.db,
    );
  await tellNewOwners(ctx, columns, ids);
  return rows[0]?.count ?? 0;
}
