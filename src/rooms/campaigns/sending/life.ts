import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, forbidden, invalid, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { loadSegmentRule, segmentSql, visiblePools } from '#rooms/pools/index.ts';
import { audienceCounts } from './audience.ts';
import { figuresOf } from './figures.ts';
import { FOUR_EYES_FROM, fourEyes } from './four-eyes.ts';
import { haltFor } from './halt.ts';
import { workJob } from './work-job.ts';

interface Plan {
  id: string;
  entity_id: string;
  state: string;
  kind: string;
  topic_id: string | null;
  is_topic_retired: boolean;
  sender_id: string | null;
  is_sender_open: boolean | null;
  pool_id: string | null;
  segment_id: string | null;
  letter_version: number;
  created_by: string | null;
  made_by: string | null;
  threshold: number | null;
}

/**
 * Sets when the letter goes out; a moment in the past means now.
 * @throws AppError campaigns.not_found, campaigns.wrong_state, campaigns.audience_missing, campaigns.topic_missing, campaigns.sender_missing,
 * campaigns.sender_locked, campaigns.not_approved, campaigns.needs_second_person, pools.…
 */
export async function scheduleCampaign(ctx: Ctx, campaignId: string, at: Date): Promise<void> {
  allow(ctx.actor, 'campaigns.send');
  await inTransaction(ctx, async (ctx) => {
    const plan = await lockPlan(ctx, campaignId);
    if (plan.state !== 'approved') throw conflict('campaigns.wrong_state', { state: plan.state });
    refuseIncomplete(plan);
    await refuseHiddenAudience(ctx, plan);
    await refuseUnapproved(ctx, plan);
    const when = at < ctx.now ? ctx.now : at;
    await sql`
      update campaigns set state = 'scheduled', scheduled_for = ${when}, updated_at = ${ctx.now}, version = version + 1 where id = ${campaignId}::uuid`.execute(
      ctx.db,
    );
    await tell(ctx, 'campaigns.scheduled', campaignId);
    if (when <= ctx.now) await ctx.jobs(ctx, workJob, {});
  });
}

async function lockPlan({ db, actor }: Ctx, campaignId: string): Promise<Plan> {
  const { rows } = await sql<Plan>`
    select c.id, c.entity_id, c.state, c.kind, c.topic_id, p.retired_at is not null as is_topic_retired, c.sender_id,
      s.is_ready or s.overridden_at is not null as is_sender_open, c.pool_id, c.segment_id, c.letter_version, c.created_by, v.made_by, f.four_eyes_from as threshold
    from campaigns c left join topics p on p.id = c.topic_id left join sender_identities s on s.id = c.sender_id and s.archived_at is null
      left join campaign_versions v on v.campaign_id = c.id and v.number = c.letter_version left join campaign_settings f on f.entity_id = c.entity_id
    where c.id = ${campaignId}::uuid and c.entity_id = any(${actor.entityIds}::uuid[]) and c.deleted_at is null for update of c`.execute(
    db,
  );
  const [plan] = rows;
  if (!plan) throw notFound('campaigns.not_found');
  return plan;
}

function refuseIncomplete(plan: Plan) {
  if (plan.pool_id === null && plan.segment_id === null) throw invalid('campaigns.audience_missing');
  if (plan.kind !== 'personal' && (plan.topic_id === null || plan.is_topic_retired))
    throw invalid('campaigns.topic_missing');
  if (plan.is_sender_open === null) throw invalid('campaigns.sender_missing');
  if (!plan.is_sender_open) throw forbidden('campaigns.sender_locked');
}

/** Nobody writes to people whom they may not see. */
async function refuseHiddenAudience(ctx: Ctx, { pool_id, segment_id }: Plan) {
  if (segment_id) segmentSql(await loadSegmentRule(ctx, segment_id), ctx);
  else if (!(await isPoolVisible(ctx, pool_id))) throw invalid('campaigns.audience_missing');
}

async function isPoolVisible({ db, actor }: Ctx, poolId: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from pools p where p.id = ${poolId}::uuid and ${visiblePools(actor)}`.execute(db);
  return rows.length > 0;
}

async function refuseUnapproved(ctx: Ctx, plan: Plan) {
  const { recipients } = await audienceCounts(ctx, plan.id);
  const approvals = await ctx.db
    .selectFrom('campaign_approvals')
    .select(['letter_version as letterVersion', 'decision', 'by_member as byMember'])
    .where('campaign_id', '=', plan.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const threshold = plan.threshold ?? FOUR_EYES_FROM;
  const verdict = fourEyes({
    letterVersion: plan.letter_version,
    recipients,
    threshold,
    writers: [plan.created_by, plan.made_by],
    approvals: approvals.map((one) => ({ ...one, decision: one.decision === 'approved' ? 'approved' : 'returned' })),
  });
  if (verdict !== 'may_go') throw forbidden(`campaigns.${verdict}`, { recipients, threshold });
}

/** @throws AppError campaigns.not_found, campaigns.wrong_state */
export async function pauseCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.send');
  await inTransaction(ctx, async (ctx) => {
    const { state } = await lockPlan(ctx, campaignId);
    if (!(await haltFor(ctx, campaignId, 'by_hand'))) throw conflict('campaigns.wrong_state', { state });
  });
}

/** Goes on where it stopped, also after a halt of the program's own: a human has looked. @throws AppError campaigns.not_found, campaigns.wrong_state */
export async function resumeCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.send');
  await inTransaction(ctx, async (ctx) => {
    const { state } = await lockPlan(ctx, campaignId);
    const { rows } = await sql`
      update campaigns set state = halted_in, halt_reason = null, halted_in = null, halted_at = null, worked_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1,
        scheduled_for = case when halted_in = 'scheduled' then greatest(scheduled_for, ${ctx.now}) else scheduled_for end
      where id = ${campaignId}::uuid and state in ('paused', 'waiting') returning id`.execute(ctx.db);
    if (rows.length === 0) throw conflict('campaigns.wrong_state', { state });
    await tell(ctx, 'campaigns.resumed', campaignId);
    await ctx.jobs(ctx, workJob, {});
  });
}

/** Ends it for good; who was not reached yet is left out. What is on the wire this very moment arrives. @throws AppError campaigns.not_found, campaigns.wrong_state */
export async function cancelCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.send');
  await inTransaction(ctx, async (ctx) => {
    const { state } = await lockPlan(ctx, campaignId);
    const { rows } = await sql`
      update campaigns set state = 'cancelled', halt_reason = null, halted_in = null, halted_at = null, finished_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1
      where id = ${campaignId}::uuid and state in ('scheduled', 'preparing', 'sending', 'paused', 'waiting') returning id`.execute(
      ctx.db,
    );
    if (rows.length === 0) throw conflict('campaigns.wrong_state', { state });
    await sql`
      update campaign_recipients set state = 'left_out', code = 'cancelled', claimed_by = null, changed_at = ${ctx.now}
      where campaign_id = ${campaignId}::uuid and state in ('queued', 'claimed')`.execute(ctx.db);
    const figures = await figuresOf(ctx.db, campaignId);
    await sql`update campaigns set figures = ${JSON.stringify(figures)}::jsonb where id = ${campaignId}::uuid`.execute(
      ctx.db,
    );
    await tell(ctx, 'campaigns.cancelled', campaignId);
  });
}

const tell = (ctx: Ctx, action: string, campaignId: string) => record(ctx, { action, details: { campaignId } });
