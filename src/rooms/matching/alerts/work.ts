import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newestNews, readNews } from '../people/news.ts';

export interface OpenDemand {
  id: string;
  entityId: string;
}

/** What has to be held against what. */
export interface Work {
  /** New, or they say something else now: held against everybody. */
  demands: OpenDemand[];
  /** Who says something else now: held against every open demand. */
  talentIds: string[];
  /** How far the news about people is read with it. */
  seq: number;
}

const DEMANDS_AT_ONCE = 200;

export async function listWork(ctx: Ctx): Promise<Work> {
  const demands = await listOpen(ctx, sql`(r.demand_id is null or r.demand_updated_at < d.updated_at)`);
  const since = await lastSeq(ctx);
  // Whoever was here before alerts were kept is found by the demands, which are all new then.
  if (since === undefined) return { demands, talentIds: [], seq: await newestNews(ctx) };
  return { demands, ...(await readNews(ctx, since)) };
}

export const listOpenDemands = (ctx: Ctx): Promise<OpenDemand[]> => listOpen(ctx, sql`true`);

async function listOpen({ db, actor }: Ctx, which: ReturnType<typeof sql>): Promise<OpenDemand[]> {
  const { rows } = await sql<OpenDemand>`
    select d.id, d.entity_id as "entityId" from demands_view d left join match_alert_reads r on r.demand_id = d.id
    where d.state = 'open' and d.entity_id = any(${actor.entityIds}::uuid[]) and ${which}
    order by d.created_at desc, d.id desc limit ${DEMANDS_AT_ONCE}`.execute(db);
  return rows;
}

async function lastSeq({ db }: Ctx): Promise<number | undefined> {
  const clock = await db.selectFrom('match_alert_clock').select('seq').executeTakeFirst();
  return clock?.seq;
}

export const moveClock = ({ db }: Ctx, seq: number) =>
  sql`
    insert into match_alert_clock (seq) values (${seq})
    on conflict (is_one) do update set seq = greatest(match_alert_clock.seq, excluded.seq)`.execute(db);

/** The state of the demand that was read, not the newest one: whoever changed it meanwhile is looked at again. */
export const markRead = ({ db }: Ctx, demandId: string, updatedAt: Date) =>
  sql`
    insert into match_alert_reads (demand_id, demand_updated_at) values (${demandId}, ${updatedAt})
    on conflict (demand_id) do update set demand_updated_at = excluded.demand_updated_at`.execute(db);

export async function updatedAtOf({ db }: Ctx, demandId: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select updated_at as at from demands_view where id = ${demandId}`.execute(
    db,
  );
  return rows[0]?.at ?? new Date(0);
}
