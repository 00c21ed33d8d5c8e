import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { forbidden, invalid, notFound, unavailable } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { isShut } from '#ground/mail/gate.ts';
import type { Limit } from '#rooms/accounts/index.ts';
import { allow, countTry } from '#rooms/accounts/index.ts';
import type { Sender } from '../identities/sender.ts';
import { domainOf, loadSender } from '../identities/sender.ts';
import { makePreview } from '../letters/preview.ts';
import type { Preview, testLetterBody } from '../schema-writing.ts';
import { findCampaignAtWork } from '../sending/campaign-at-work.ts';
import { addressOf } from '../sending/headers.ts';
import { messageOf } from '../sending/message.ts';
import type { Session } from '../sending/smtp-session.ts';
import { openSession } from '../sending/smtp-session.ts';
import { WireError } from '../sending/smtp-wire.ts';
import type { Stationery } from '../sending/message.ts';
import { stationeryOf } from '../sending/stationery.ts';
import { findWritten } from './written.ts';

const LIMIT: Limit = { name: 'campaign-test', most: 30, seconds: 3600 };

/**
 * The letter at work, as one reader would get it, to members of the house: through the sender's own server, so that what arrives is what
 * readers get. Its links lead nowhere: nobody leaves a list by trying a letter out. A sender that is not checked yet may be tried.
 * @throws AppError campaigns.not_found, campaigns.sender_missing, campaigns.sender_without_server, campaigns.quarantined, campaigns.member_not_found,
 * campaigns.nothing_to_test, campaigns.test_not_taken, accounts.too_many_tries
 */
export async function sendTest(ctx: Ctx, campaignId: string, input: z.output<typeof testLetterBody>): Promise<void> {
  allow(ctx.actor, 'campaigns.write');
  const campaign = await findWritten(ctx, campaignId);
  if (await isShut(ctx)) throw forbidden('campaigns.quarantined');
  if (campaign.senderId === null) throw invalid('campaigns.sender_missing');
  const members = await findColleagues(ctx, campaign.entityId, input.memberIds);
  const sender = await loadSender(ctx, campaign.senderId);
  const atWork = await findCampaignAtWork(ctx.db, campaignId);
  if (!sender || !atWork) throw invalid('campaigns.sender_without_server');
  await countTry(ctx, [{ limit: LIMIT, of: ctx.actor.memberId ?? 'program' }]);
  const preview = await makePreview(ctx, campaign, campaign.letter, input.reader);
  if (!preview.made) throw invalid('campaigns.nothing_to_test', { why: preview.why });
  const stationery = stationeryOf({ campaign: atWork, sender });
  await handOver(ctx, { preview, sender, stationery, members });
  await record(ctx, { action: 'campaigns.test_sent', details: { campaignId, members: members.length } });
}

interface Colleague {
  name: string;
  email: string;
}

/** Only members: a test is no way around permission. @throws AppError campaigns.member_not_found */
async function findColleagues({ db }: Ctx, entityId: string, memberIds: readonly string[]): Promise<Colleague[]> {
  const ids = [...new Set(memberIds)];
  const members = await db
    .selectFrom('members')
    .innerJoin('member_entities', 'member_entities.member_id', 'members.id')
    .select(['members.name', 'members.email'])
    .where('members.id', 'in', ids)
    .where('member_entities.entity_id', '=', entityId)
    .where('members.disabled_at', 'is', null)
    .execute();
  if (members.length < ids.length) throw notFound('campaigns.member_not_found');
  return members;
}

interface Handover {
  preview: Preview;
  sender: Sender;
  stationery: Stationery;
  members: readonly Colleague[];
}

async function handOver(ctx: Ctx, { preview, sender, stationery, members }: Handover): Promise<void> {
  const session = await openSession(sender.server).catch(refuse);
  try {
    for (const member of members) {
      const envelope = { from: addressOf(sender.bounceAddress), to: addressOf(member.email) };
      await deliver(session, envelope, await messageFor(ctx, preview, stationery, member)).catch(refuse);
    }
  } finally {
    session.close();
  }
}

async function messageFor(ctx: Ctx, preview: Preview, stationery: Stationery, member: Colleague): Promise<Buffer> {
  const { subject = '', html = '', text = '' } = preview.made ?? {};
  return messageOf(stationery, {
    messageId: `<test-${newId()}@${domainOf(stationery.from.address)}>`,
    to: { name: member.name, address: addressOf(member.email) },
    subject: `[Test] ${subject}`,
    html: Buffer.from(html),
    text: Buffer.from(text),
    language: preview.reader.language,
    unsubscribe: undefined,
    at: ctx.now,
  });
}

async function deliver(session: Session, envelope: { from: string; to: string }, raw: Buffer): Promise<void> {
  const refused = (await session.offer(envelope)) ?? (await session.begin());
  const outcome = refused ?? (await session.finish(raw, undefined).outcome);
  if (outcome.kind !== 'accepted') throw unavailable('campaigns.test_not_taken', { code: outcome.code });
}

/** What the server said, or that it could not be reached. */
function refuse(error: unknown): never {
  if (error instanceof WireError) throw unavailable('campaigns.test_not_taken', { code: error.code });
  throw error;
}
