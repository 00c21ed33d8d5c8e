import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { Choice } from '#rooms/consent/index.ts';
import { takeBack } from '#rooms/consent/index.ts';
import { comparableAddress, markBounced } from '#rooms/talents/index.ts';
import { standingId } from '../sending/standing.ts';
import type { Delivery } from '../sending/token.ts';
import { haltWhenTooMany } from './thresholds.ts';

export interface Bounce extends Delivery {
  kind: 'permanent' | 'temporary' | 'complaint';
  code: string;
  /** As the report names it; the address that the letter went to when it names none. */
  recipient?: string | undefined;
  occurredAt: Date;
}

/** After so many within so many days the mailbox counts as gone. @source REQUIREMENTS EM-4 */
const TEMPORARY_LIMIT = 5;
const TEMPORARY_DAYS = 14;

/**
 * What came back about one delivery, once: notices that come twice or late change nothing twice.
 * @returns whether it was new
 */
export async function recordBounce(ctx: Ctx, bounce: Bounce): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findDelivery(ctx, bounce);
    if (!found || !(await insertOnce(ctx, bounce))) return false;
    const own = { ...ctx, actor: { ...ctx.actor, entityIds: [found.entity_id] } };
    const address = bounce.recipient ? comparableAddress('email', bounce.recipient) : (found.address ?? undefined);
    if (bounce.kind === 'complaint') await afterComplaint(own, bounce, found.topic_id);
    if (bounce.kind !== 'temporary' || (await isOneTooMany(own, bounce.talentId)))
      await markBounced(own, bounce.talentId, address);
    await record(own, {
      action: `campaigns.bounce_${bounce.kind}`,
      subjectKind: 'talent',
      subjectIds: [bounce.talentId],
      details: { campaignId: bounce.campaignId, code: bounce.code },
    });
    await haltWhenTooMany(own, bounce.campaignId);
    return true;
  });
}

interface Found {
  entity_id: string;
  topic_id: string | null;
  address: string | null;
}

/** Only of letters that may have left, to people who are still here. */
async function findDelivery({ db }: Ctx, { campaignId, talentId }: Delivery): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select c.entity_id, c.topic_id, r.address from campaign_recipients r join campaigns c on c.id = r.campaign_id join talents t on t.id = r.talent_id
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = ${talentId}::uuid and r.state in ('accepted', 'uncertain', 'handing_over', 'failed')`.execute(
    db,
  );
  return rows[0];
}

async function insertOnce(
  { db, now }: Ctx,
  { campaignId, talentId, kind, code, occurredAt }: Bounce,
): Promise<boolean> {
  const { rows } = await sql`
    insert into bounces (id, campaign_id, talent_id, kind, code, occurred_at, received_at, notice_key)
    values (${newId(now.getTime())}::uuid, ${campaignId}::uuid, ${talentId}::uuid, ${kind}, ${code}, ${occurredAt}, ${now}, ${`${campaignId}:${talentId}:${kind}`})
    on conflict (notice_key) do nothing returning id`.execute(db);
  return rows.length > 0;
}

/** Who marks a letter as unwanted gets no more of it, and no other mail either. */
async function afterComplaint(ctx: Ctx, { talentId }: Bounce, topicId: string | null): Promise<void> {
  const choices: Choice[] = [{ purpose: 'contact_channels', channel: 'mail' }];
  if (topicId) choices.push({ purpose: 'newsletter', topicId });
  await takeBack(ctx, {
    talentId: await standingId(ctx, talentId),
    choices,
    kind: 'withdrawn',
    proof: { form: 'mail', evidence: 'complaint by feedback report' },
  });
}

async function isOneTooMany({ db, now }: Ctx, talentId: string): Promise<boolean> {
  const since = new Date(now.getTime() - TEMPORARY_DAYS * 86_400_000);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bounces where talent_id = ${talentId}::uuid and kind = 'temporary' and occurred_at > ${since}`.execute(
    db,
  );
  return (rows[0]?.count ?? 0) >= TEMPORARY_LIMIT;
}
