import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { giveUpPersonal } from '../personal/give-up.ts';
import { tellWriter } from '../personal/not-arrived-mail.ts';
import { fixAudience } from './audience.ts';
import { findCampaignAtWork } from './campaign-at-work.ts';
import { figuresOf } from './figures.ts';
import { haltFor } from './halt.ts';
import { queueSequenceLetters, stopUnreached } from './sequences.ts';
import { noteMissing } from './touches.ts';
import { takeBackFromTheDead } from './workers.ts';

/** Later than this the moment has passed, and a human decides (RL-10). */
const GRACE_MS = 6 * 3_600_000;

/** What is due begins, what a dead process held is given back, what is complete is finished. May run at any time, in any number. */
export async function tendCampaigns(ctx: Ctx): Promise<void> {
  await takeBackFromTheDead(ctx);
  await haltOverdue(ctx);
  await begin(ctx);
  await prepareDue(ctx);
  await queueSequenceLetters(ctx);
  await giveUpPersonal(ctx);
  await finishComplete(ctx);
  await sql`update campaigns set worked_at = ${ctx.now} where state in ('preparing', 'sending') and (worked_at is null or worked_at < ${ctx.now})`.execute(
    ctx.db,
  );
}

async function haltOverdue(ctx: Ctx): Promise<void> {
  const latest = new Date(ctx.now.getTime() - GRACE_MS);
  const { rows } = await sql<{ id: string }>`
    select id from campaigns where (state = 'scheduled' and scheduled_for < ${latest}) or (state in ('preparing', 'sending') and worked_at < ${latest})`.execute(
    ctx.db,
  );
  for (const { id } of rows) await haltFor(ctx, id, 'overdue');
}

const begin = ({ db, now }: Ctx) =>
  sql`
    update campaigns set state = 'preparing', started_at = ${now}, worked_at = ${now}, updated_at = ${now}, version = version + 1
    where state = 'scheduled' and scheduled_for <= ${now} and deleted_at is null`.execute(db);

async function prepareDue(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from campaigns where state = 'preparing' and deleted_at is null order by started_at`.execute(ctx.db);
  for (const { id } of rows) await prepare(ctx, id);
}

/** All of it or nothing: a process that dies in the middle leaves no half audience. */
export async function prepare(ctx: Ctx, campaignId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await sql`select 1 from campaigns where id = ${campaignId}::uuid for no key update`.execute(ctx.db);
    const campaign = await findCampaignAtWork(ctx.db, campaignId);
    if (campaign?.state !== 'preparing') return;
    await fixAudience(ctx, campaign);
    await sql`
      update campaigns set state = 'sending', prepared_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1 where id = ${campaignId}::uuid`.execute(
      ctx.db,
    );
  });
}

/** Finished is what the rows say, and nothing else (RL-3). */
export async function finishComplete(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select c.id from campaigns c where c.state = 'sending' and not exists (
      select 1 from campaign_recipients r where r.campaign_id = c.id and r.state in ('queued', 'claimed', 'handing_over'))`.execute(
    ctx.db,
  );
  for (const { id } of rows) await finish(ctx, id);
}

async function finish(ctx: Ctx, campaignId: string): Promise<void> {
  const campaign = await findCampaignAtWork(ctx.db, campaignId);
  if (!campaign) return;
  await noteMissing({ ...ctx, actor: { ...ctx.actor, entityIds: [campaign.entityId] } }, campaign);
  const figures = await figuresOf(ctx.db, campaignId);
  const { rows } = await sql`
    update campaigns c set state = 'finished', finished_at = ${ctx.now}, figures = ${JSON.stringify(figures)}::jsonb, updated_at = ${ctx.now}, version = version + 1
    where c.id = ${campaignId}::uuid and c.state = 'sending' and not exists (
      select 1 from campaign_recipients r where r.campaign_id = c.id and r.state in ('queued', 'claimed', 'handing_over')) returning c.id`.execute(
    ctx.db,
  );
  if (rows.length === 0) return;
  if (campaign.kind === 'personal') await tellWriter(ctx, campaign.id);
  if (campaign.kind === 'sequence') await stopUnreached(ctx, campaign.id);
}
