import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { visiblePools } from '#rooms/pools/index.ts';
import { memberOf } from '../member.ts';
import type { PlanCard, PlanDetail } from '../schema-plans.ts';
import type { PlanChannel, PlanState, Rhythm } from '../types.ts';

export interface PlanRow {
  id: string;
  entity_id: string;
  name: string;
  pool_id: string | null;
  segment_id: string | null;
  for_name: string;
  mode: 'volume' | 'boutique' | null;
  rhythm: Rhythm;
  every_days: number | null;
  channels: PlanChannel[];
  content_kinds: PlanDetail['contentKinds'];
  topic_ids: string[];
  region: string;
  starts_on: string;
  ends_on: string | null;
  state: PlanState;
  owner_id: string | null;
  owner_name: string | null;
  people: number;
  due_now: number;
  own_rhythms: number;
  pausing: number;
  next_content: PlanCard['nextContent'];
  created_at: Date;
  updated_at: Date;
  version: number;
}

/** Plans of pools that the reader may not enter do not exist for them. About `care_plans c`. */
export const visiblePlans = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(c.entity_id = any(${actor.entityIds}::uuid[]) and (c.pool_id is null or exists (select 1 from pools p where p.id = c.pool_id and ${visiblePools(actor)})))`;

/** Plans with the numbers of their cards. @param which a condition about `care_plans c` */
export function selectPlans(actor: Actor, which: RawBuilder<unknown>, today: string): RawBuilder<PlanRow> {
  return sql<PlanRow>`
    select c.id, c.entity_id, c.name, c.pool_id, c.segment_id, coalesce(o.name, s.name, '') as for_name, o.mode, c.rhythm, c.every_days, c.channels, c.content_kinds, c.topic_ids, c.region,
      c.starts_on::text as starts_on, c.ends_on::text as ends_on, c.state, c.owner_id, w.name as owner_name, n.people, n.due_now, n.own_rhythms, n.pausing,
      (select jsonb_build_object('contentId', i.id, 'title', i.title, 'onDate', pc.on_date) from care_plan_contents pc join content_view i on i.id = pc.content_id
        where pc.plan_id = c.id and pc.on_date >= ${today}::date order by pc.on_date, i.id limit 1) as next_content, c.created_at, c.updated_at, c.version
    from care_plans c left join pools o on o.id = c.pool_id left join saved_segments s on s.id = c.segment_id left join members w on w.id = c.owner_id
      cross join lateral (select count(*)::int as people, (count(*) filter (where m.next_due_on <= ${today}::date))::int as due_now,
        (count(*) filter (where m.every_days is not null))::int as own_rhythms, (count(*) filter (where m.paused_until >= ${today}::date))::int as pausing
        from care_memberships m where m.plan_id = c.id and m.left_on is null) n
    where ${visiblePlans(actor)} and ${which}`;
}

export const cardOf = (row: PlanRow): PlanCard => ({
  id: row.id,
  name: row.name,
  for: {
    kind: row.pool_id === null ? 'segment' : 'pool',
    id: row.pool_id ?? row.segment_id ?? '',
    name: row.for_name,
    mode: row.mode,
  },
  rhythm: row.rhythm,
  everyDays: row.every_days,
  channels: row.channels,
  state: row.state,
  owner: memberOf(row.owner_id, row.owner_name),
  people: row.people,
  dueNow: row.due_now,
  nextContent: row.next_content,
  version: row.version,
});

export const detailOf = (row: PlanRow): PlanDetail => ({
  ...cardOf(row),
  contentKinds: row.content_kinds,
  topicIds: row.topic_ids,
  region: row.region,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  ownRhythms: row.own_rhythms,
  pausing: row.pausing,
});

/** @throws AppError care.plan_missing */
export async function findPlan(ctx: Ctx, planId: string, today: string): Promise<PlanRow> {
  const { rows } = await selectPlans(ctx.actor, sql`c.id = ${planId}`, today).execute(ctx.db);
  const [row] = rows;
  if (!row) throw notFound('care.plan_missing');
  return row;
}
