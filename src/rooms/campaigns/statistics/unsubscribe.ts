import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Choice } from '#rooms/consent/index.ts';
import { takeBack } from '#rooms/consent/index.ts';
import { standingId } from '../sending/standing.ts';
import type { Delivery } from '../sending/token.ts';
import { readDeliveryToken } from '../sending/token.ts';

export type Via = 'one_click' | 'page' | 'mail';

/**
 * Leaves the list that the letter belongs to, at once. The link is the key: no sign-in, no question. Repeating it changes nothing, and a
 * link of somebody who is not here any more is answered like any other.
 * @returns false when the link is none of ours
 */
export async function unsubscribe(ctx: Ctx, token: string, via: Via): Promise<boolean> {
  const delivery = readDeliveryToken(ctx.keys, 'unsubscribe', token);
  if (!delivery) return false;
  await inTransaction(ctx, async (ctx) => {
    const found = await findList(ctx, delivery);
    if (!found || !(await insertOnce(ctx, delivery, via))) return;
    const choice: Choice = found.topic_id
      ? { purpose: 'newsletter', topicId: found.topic_id }
      : { purpose: 'contact_channels', channel: 'mail' };
    await takeBack(asPerson(ctx, found.entity_id), {
      talentId: await standingId(ctx, delivery.talentId),
      choices: [choice],
      kind: 'withdrawn',
      proof: { form: via === 'mail' ? 'mail' : 'portal', evidence: `unsubscribe link of a letter, ${via}` },
    });
  });
  return true;
}

interface List {
  entity_id: string;
  topic_id: string | null;
}

async function findList({ db }: Ctx, { campaignId, talentId }: Delivery): Promise<List | undefined> {
  const { rows } = await sql<List>`
    select c.entity_id, c.topic_id from campaign_recipients r join campaigns c on c.id = r.campaign_id join talents t on t.id = r.talent_id
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = ${talentId}::uuid`.execute(db);
  return rows[0];
}

async function insertOnce({ db, now }: Ctx, { campaignId, talentId }: Delivery, via: Via): Promise<boolean> {
  const { rows } = await sql`
    insert into unsubscribes (campaign_id, talent_id, via, at) values (${campaignId}::uuid, ${talentId}::uuid, ${via}, ${now})
    on conflict (campaign_id, talent_id) do nothing returning talent_id`.execute(db);
  return rows.length > 0;
}

/** The person acts, by the program's hand. */
const asPerson = (ctx: Ctx, entityId: string): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, kind: 'system', memberId: null, role: 'person', entityIds: [entityId] },
});
