import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';

export interface UncertainRow {
  talentId: string;
  name: string | null;
  since: string;
  code: string | null;
}

/** Letters of which nobody knows whether they arrived. They are never sent again by the program; a human reads this list (RL-3). */
export async function listUncertain(ctx: Ctx, campaignId: string): Promise<UncertainRow[]> {
  allow(ctx.actor, 'campaigns.read');
  const { rows } = await sql<{ talentId: string; name: string | null; changed_at: Date; code: string | null }>`
    select r.talent_id as "talentId", t.first_name || ' ' || t.last_name as name, r.changed_at, r.code from campaign_recipients r
    join campaigns c on c.id = r.campaign_id left join talents t on t.id = r.talent_id and t.deleted_at is null
    where c.id = ${campaignId}::uuid and c.entity_id = any(${ctx.actor.entityIds}::uuid[]) and r.state = 'uncertain' order by r.talent_id limit 1000`.execute(
    ctx.db,
  );
  return rows.map(({ changed_at, ...row }) => ({ ...row, since: changed_at.toISOString() }));
}

export interface ReplyRow {
  talentId: string;
  name: string;
  receivedAt: string;
}

/** Who answered in person; absences are only counted. Whoever answered twice stands here once. */
export async function listReplies(ctx: Ctx, campaignId: string): Promise<ReplyRow[]> {
  allow(ctx.actor, 'campaigns.read');
  const { rows } = await sql<{ talentId: string; name: string; received_at: Date }>`
    select t.id as "talentId", t.first_name || ' ' || t.last_name as name, max(a.received_at) as received_at from replies a
    join campaigns c on c.id = a.campaign_id join talents t on t.id = a.talent_id and t.deleted_at is null
    where c.id = ${campaignId}::uuid and c.entity_id = any(${ctx.actor.entityIds}::uuid[]) and a.kind = 'reply'
    group by t.id order by received_at desc, t.id limit 500`.execute(ctx.db);
  return rows.map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at.toISOString() }));
}
