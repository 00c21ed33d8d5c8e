import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import { logReply } from '#rooms/talents/index.ts';
import type { Delivery } from '../sending/token.ts';

export interface Reply extends Delivery {
  kind: 'reply' | 'auto_reply';
  subject: string;
  receivedAt: Date;
  messageHash: string;
}

const LONGEST_SUBJECT = 200;

/**
 * An answer to a letter, once. A person's own word is a contact: sequences stop and Today shows it; an absence note is only counted.
 * @returns whether it was new
 */
export async function recordReply(ctx: Ctx, reply: Reply): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const entityId = await findEntity(ctx, reply);
    if (entityId === undefined) return false;
    const id = newId(ctx.now.getTime());
    const { rows } = await sql`
      insert into replies (id, campaign_id, talent_id, kind, received_at, message_hash)
      values (${id}::uuid, ${reply.campaignId}::uuid, ${reply.talentId}::uuid, ${reply.kind}, ${reply.receivedAt}, ${reply.messageHash})
      on conflict (message_hash) do nothing returning id`.execute(ctx.db);
    if (rows.length === 0) return false;
    if (reply.kind === 'auto_reply') return true;
    const own = { ...ctx, actor: { ...ctx.actor, entityIds: [entityId] } };
    const subject = oneLine(reply.subject).slice(0, LONGEST_SUBJECT);
    const touchpointId = await logReply(own, { talentId: reply.talentId, subject, receivedAt: reply.receivedAt });
    if (touchpointId)
      await sql`update replies set touchpoint_id = ${touchpointId}::uuid where id = ${id}::uuid`.execute(ctx.db);
    return true;
  });
}

async function findEntity({ db }: Ctx, { campaignId, talentId }: Delivery): Promise<string | undefined> {
  const { rows } = await sql<{ entity_id: string }>`
    select t.entity_id from campaign_recipients r join talents t on t.id = r.talent_id and t.deleted_at is null
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = ${talentId}::uuid`.execute(db);
  return rows[0]?.entity_id;
}
