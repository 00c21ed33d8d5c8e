import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { policyOf, visiblePools } from '#rooms/pools/index.ts';
import { isRhythm } from '../cadence.ts';
import { wantedPeople } from '../daily/people.ts';
import { findColleague } from '../handover/offer.ts';
import type { PlanInput } from '../schema-plans.ts';
import { LONGEST_RHYTHM_DAYS, SHORTEST_RHYTHM_DAYS } from '../types.ts';
import { isKnownRegion } from '../working-days.ts';

export interface Whom {
  entityId: string;
  people: number;
  /** `talent_id` of everybody who would be under the plan. */
  wanted: RawBuilder<unknown>;
}

/** @throws AppError care.rhythm_out_of_bounds */
export function refuseOddRhythm(days: number): void {
  if (!isRhythm(days))
    throw invalid('care.rhythm_out_of_bounds', { from: SHORTEST_RHYTHM_DAYS, to: LONGEST_RHYTHM_DAYS });
}

/**
 * Whether a plan can be run as it is written, and for whom.
 * @throws AppError care.pool_or_segment, care.rhythm_out_of_bounds, care.ends_before_it_starts, care.region_unknown, care.pool_missing,
 *   care.segment_missing, care.segment_broken, care.boutique_is_personal, care.topic_missing, care.colleague_unknown
 */
export async function refuseUnfitPlan(ctx: Ctx, plan: PlanInput): Promise<Whom> {
  refuseOddPlan(plan);
  if (!(await isKnownRegion(plan.region))) throw invalid('care.region_unknown');
  if (plan.ownerId !== null) await findColleague(ctx, plan.ownerId);
  const { entityId, mode } =
    plan.poolId === null ? await findSegment(ctx, plan.segmentId) : await findPool(ctx, plan.poolId);
  const isBulk = plan.channels.includes('newsletter');
  if (isBulk && mode !== null && !policyOf(mode).allowsBulk) throw invalid('care.boutique_is_personal');
  await refuseForeignTopics(ctx, entityId, plan.topicIds);
  return whomOf(ctx, plan, entityId);
}

function refuseOddPlan({ poolId, segmentId, rhythm, everyDays, startsOn, endsOn }: PlanInput) {
  if ((poolId === null) === (segmentId === null)) throw invalid('care.pool_or_segment');
  if (rhythm === 'every') refuseOddRhythm(everyDays ?? 0);
  if (endsOn !== null && endsOn < startsOn) throw invalid('care.ends_before_it_starts');
}

async function whomOf(ctx: Ctx, { poolId, segmentId }: PlanInput, entityId: string): Promise<Whom> {
  const wanted = await wantedPeople(ctx, { entity_id: entityId, pool_id: poolId, segment_id: segmentId });
  if (!wanted) throw invalid('care.segment_broken');
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from (${wanted}) w`.execute(ctx.db);
  return { entityId, people: rows[0]?.people ?? 0, wanted };
}

interface Place {
  entityId: string;
  mode: 'volume' | 'boutique' | null;
}

async function findPool({ db, actor }: Ctx, poolId: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select p.entity_id as "entityId", p.mode from pools p where p.id = ${poolId} and ${visiblePools(actor)}`.execute(
    db,
  );
  const [pool] = rows;
  if (!pool) throw notFound('care.pool_missing');
  return pool;
}

async function findSegment({ db, actor }: Ctx, segmentId: string | null): Promise<Place> {
  const { rows } = await sql<Place>`
    select s.entity_id as "entityId", null as mode from saved_segments s where s.id = ${segmentId}::uuid and s.deleted_at is null
      and s.entity_id = any(${actor.entityIds}::uuid[]) and (s.visibility = 'all' or s.created_by = ${actor.memberId}::uuid)`.execute(
    db,
  );
  const [segment] = rows;
  if (!segment) throw notFound('care.segment_missing');
  return segment;
}

async function refuseForeignTopics({ db }: Ctx, entityId: string, topicIds: readonly string[]) {
  if (topicIds.length === 0) return;
  const { rows } =
    await sql`select 1 from topics o where o.id = any(${[...topicIds]}::uuid[]) and o.entity_id = ${entityId}`.execute(
      db,
    );
  if (rows.length < new Set(topicIds).size) throw notFound('care.topic_missing');
}
