import type { Ctx } from '#ground/context.ts';
import { decideContact, listContactFacts, NOT_HERE, preferenceLinks } from '#rooms/consent/index.ts';
import type { ContactQuestion } from '#rooms/consent/index.ts';
import type { Sender } from '../identities/sender.ts';
import { domainOf } from '../identities/sender.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import type { Claim } from './claim.ts';
import { addressOf } from './headers.ts';
import type { Ending } from './ledger.ts';
import type { LetterMaker } from './letters.ts';
import type { Stationery } from './message.ts';
import { messageOf } from './message.ts';
import type { Envelope } from './smtp-session.ts';
import type { Reader } from './readers.ts';
import { listReaders, makeFor } from './readers.ts';
import { stationeryOf, unsubscribeUrl } from './stationery.ts';
import { deliveryToken } from './token.ts';

/** A letter that can be handed over. */
export interface Ready {
  claim: Claim;
  envelope: Envelope;
  raw: Buffer;
}

export interface Desk {
  campaign: CampaignAtWork;
  sender: Sender;
  letter: LetterMaker;
}

/**
 * Asks for permission once more, from facts of this moment (NL-1), and makes the letters. A constant number of statements for any number
 * of people; who may not have it, or has nothing in it, is left out with the reason.
 */
export async function makeReady(
  ctx: Ctx,
  desk: Desk,
  claims: readonly Claim[],
): Promise<{ ready: Ready[]; leftOut: Ending[] }> {
  const refused = await listRefused(ctx, desk.campaign, claims);
  const leftOut = claims.flatMap((claim): Ending[] => {
    const code = refused.get(claim.talentId);
    return code === undefined ? [] : [leave(claim, code)];
  });
  const allowed = claims.filter(({ talentId }) => !refused.has(talentId));
  const readers = await listReaders(ctx, desk, allowed);
  const preferences = await preferenceLinks(
    ctx,
    allowed.map(({ talentId }) => talentId),
  );
  const stationery = stationeryOf(desk);
  const made = await Promise.all(
    allowed.map(async (claim) => {
      const reader = readers.get(claim.talentId);
      const link = preferences.get(claim.talentId) ?? '';
      return reader ? write(ctx, desk, { claim, reader, link, stationery }) : leave(claim, 'not_here');
    }),
  );
  const ready: Ready[] = [];
  for (const one of made) 'raw' in one ? ready.push(one) : leftOut.push(one);
  return { ready, leftOut };
}

const leave = ({ talentId, claims }: Claim, code: string): Ending => ({ talentId, claims, state: 'left_out', code });

/** Who may not have it, with the first reason. */
async function listRefused(ctx: Ctx, campaign: CampaignAtWork, claims: readonly Claim[]): Promise<Map<string, string>> {
  const facts = await listContactFacts(
    ctx,
    claims.map(({ talentId }) => talentId),
  );
  const refused = new Map<string, string>();
  for (const { talentId } of claims) {
    const { isAllowed, reasons } = decideContact(
      facts.get(talentId) ?? NOT_HERE,
      questionOf(campaign, talentId),
      ctx.now,
    );
    if (!isAllowed) refused.set(talentId, reasons.find(({ effect }) => effect === 'refuses')?.code ?? 'never_asked');
  }
  return refused;
}

/** The same to many, or by itself, needs a topic that was confirmed; a letter from one to one does not. */
export const questionOf = (
  { kind, topicId }: Pick<CampaignAtWork, 'kind' | 'topicId'>,
  talentId: string,
): ContactQuestion => ({
  talentId,
  channel: 'mail',
  purpose: kind === 'personal' ? 'personal' : 'newsletter',
  topicId: topicId ?? undefined,
});

interface ToWrite {
  claim: Claim;
  reader: Reader;
  link: string;
  stationery: Stationery;
}

async function write(
  ctx: Ctx,
  { campaign, sender, letter }: Desk,
  { claim, reader, link, stationery }: ToWrite,
): Promise<Ready | Ending> {
  const address = usable(reader.address);
  if (address === undefined) return leave(claim, 'address_unusable');
  if (reader.is_taken) return leave(claim, 'duplicate_address');
  const language = claim.language === 'en' ? 'en' : 'de';
  const made = makeFor(ctx, { campaign, letter }, { reader, language, preferences: link });
  if (!made) return leave(claim, 'no_block_fits');
  const delivery = { campaignId: campaign.id, talentId: claim.talentId };
  const token = deliveryToken(ctx.keys, 'unsubscribe', delivery);
  const raw = await messageOf(stationery, {
    ...made,
    messageId: `<${deliveryToken(ctx.keys, 'message', delivery)}@${domainOf(stationery.from.address)}>`,
    to: { name: `${reader.first_name} ${reader.last_name}`, address },
    language,
    unsubscribe: campaign.kind === 'personal' ? undefined : { url: unsubscribeUrl(ctx, token), token },
    at: ctx.now,
  });
  return { claim, envelope: { from: addressOf(sender.bounceAddress), to: address }, raw };
}

function usable(address: string | null): string | undefined {
  try {
    return address === null ? undefined : addressOf(address);
  } catch {
    return undefined;
  }
}
