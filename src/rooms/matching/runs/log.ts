import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Criterion, Weights } from '../schema-matches.ts';
import type { ModelPart } from '../schema-model.ts';

export interface RunRecord {
  demandId: string;
  purpose: 'demand' | 'talent' | 'alert';
  level: 'B' | 'C';
  ruleVersion: string;
  directoryVersion: string;
  model: ModelPart | null;
  weights: Weights;
  /** What was asked for, as it stood then. */
  demand: object;
  rankedCount: number;
  notShown: Record<string, number>;
  ignoredCount: number;
  tookMs: number;
}

export interface ResultRecord {
  talentId: string;
  points: number;
  knownPoints: number;
  criteria: Criterion[];
}

/** Writes down a run and its best; the run stays when a person goes, their result goes with them (AI-7). Two statements. */
export async function recordRun(ctx: Ctx, run: RunRecord, best: ResultRecord[]): Promise<string> {
  const id = newId(ctx.now.getTime());
  await sql`
    insert into match_runs (id, entity_id, demand_id, by_member, at, purpose, level, rule_version, directory_version, model, model_weight, model_outcome, weights, demand, ranked_count, not_shown, ignored_count, took_ms)
    select ${id}, d.entity_id, d.id, ${ctx.actor.memberId}::uuid, ${ctx.now}, ${run.purpose}, ${run.level}, ${run.ruleVersion}, ${run.directoryVersion}, ${run.model?.model ?? null}, ${run.model?.weight ?? null}::int, ${run.model?.state ?? null},
      ${JSON.stringify(run.weights)}::jsonb, ${JSON.stringify(run.demand)}::jsonb, ${run.rankedCount}, ${JSON.stringify(run.notShown)}::jsonb, ${run.ignoredCount}, ${Math.round(run.tookMs)}
    from demands_view d where d.id = ${run.demandId}`.execute(ctx.db);
  if (best.length > 0)
    await sql`
      insert into match_results (run_id, talent_id, place, score_points, known_points, criteria)
      select ${id}, (r.value ->> 'talentId')::uuid, r.ordinality::int, (r.value ->> 'points')::real, (r.value ->> 'knownPoints')::real, r.value -> 'criteria'
      from jsonb_array_elements(${JSON.stringify(best.map(({ talentId, points, knownPoints, criteria }) => ({ talentId, points, knownPoints, criteria })))}::jsonb) with ordinality r`.execute(
      ctx.db,
    );
  return id;
}

interface LogRow {
  id: string;
  at: Date;
  at_key: string;
  by: string | null;
  purpose: 'demand' | 'talent' | 'alert';
  demand: { id: string; title: string } | null;
  level: 'B' | 'C';
  rule_version: string;
  directory_version: string;
  model: string | null;
  model_outcome: string | null;
  weights: Weights;
  ranked_count: number;
  not_shown: Record<string, number>;
  ignored_count: number;
  took_ms: number;
}

/** The log, newest first. It names nobody who was ranked. */
export async function listRunsOf(
  { db, actor }: Ctx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  allow(actor, 'matching.read_log');
  const after = pageAfter(cursor, ['text', 'id']);
  const { rows } = await sql<LogRow>`
    select r.id, r.at, r.at::text as at_key, m.name as by, r.purpose, r.level, r.rule_version, r.directory_version, r.model, r.model_outcome, r.weights, r.ranked_count, r.not_shown, r.ignored_count, r.took_ms,
      (select jsonb_build_object('id', d.id, 'title', d.title) from demands_view d where d.id = r.demand_id) as demand
    from match_runs r left join members m on m.id = r.by_member
    where r.entity_id = any(${actor.entityIds}::uuid[]) and ${after ? sql`(r.at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by r.at desc, r.id desc limit ${limit + 1}`.execute(db);
  const { page, nextCursor } = cutPage(rows, limit, ({ at_key, id }) => [at_key, id]);
  return { items: page.map(entryOf), nextCursor };
}

const entryOf = (row: LogRow) => ({
  id: row.id,
  at: row.at.toISOString(),
  by: row.by,
  purpose: row.purpose,
  demand: row.demand,
  level: row.level,
  ruleVersion: row.rule_version,
  directoryVersion: row.directory_version,
  model: row.model,
  modelOutcome: row.model_outcome,
  weights: row.weights,
  rankedCount: row.ranked_count,
  notShown: row.not_shown,
  ignoredCount: row.ignored_count,
  tookMs: row.took_ms,
});
