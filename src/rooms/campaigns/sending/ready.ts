import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { decideContact, listContactFacts, NOT_HERE, preferenceLinks } from '#rooms/consent/index.ts';
import type { Sender } from '../identities/sender.ts';
import { domainOf } from '../identities/sender.ts';
import { type Agreed, agreedIn } from './agreed.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import type { Claim } from './claim.ts';
import { addressOf } from './headers.ts';
import type { Ending } from './ledger.ts';
import type { LetterMaker } from './letters.ts';
import type { Stationery } from './message.ts';
import { messageOf } from './message.ts';
import { questionOf } from './question.ts';
import type { Envelope } from './smtp-session.ts';
import type { Reader } from './readers.ts';
import { listReaders, readerFacts } from './readers.ts';
import { stationeryOf } from './stationery.ts';
import type { Tokens } from './token.ts';
import { deliveryTokens } from './token.ts';

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
  const { refused, allowed, agreed, readers, preferences } = await lookAt(ctx, desk, claims);
  const leftOut = claims.flatMap((claim): Ending[] => {
    const code = refused.get(claim.talentId);
    return code === undefined ? [] : [leave(claim, code)];
  });
  const stationery = stationeryOf(desk);
  const tokens = deliveryTokens(
    ctx.keys,
    desk.campaign.id,
    allowed.map(({ talentId }) => talentId),
  );
  const made = await Promise.all(
    allowed.map(async (claim) => {
      const reader = readers.get(claim.talentId);
      const link = preferences.get(claim.talentId) ?? '';
      const own = tokens.get(claim.talentId);
      return reader && own
        ? write(ctx, desk, { claim, reader, link, stationery, tokens: own, agreed: agreed.get(claim.talentId) })
        : leave(claim, 'not_here');
    }),
  );
  const ready: Ready[] = [];
  for (const one of made)
    if ('raw' in one) ready.push(one);
    else leftOut.push(one);
  return { ready, leftOut };
}

const leave = ({ talentId, claims }: Claim, code: string): Ending => ({ talentId, claims, state: 'left_out', code });

interface Seen {
  /** Who may not have it, with the first reason. */
  refused: Map<string, string>;
  allowed: Claim[];
  agreed: Map<string, Agreed>;
  readers: Map<string, Reader>;
  preferences: Map<string, string>;
}

/**
 * A few hundred people out of a hundred thousand are found one by one. The planner thinks so only where a page out of order costs little,
 * as on every disk that has no arm; otherwise it reads the whole tables for every batch.
 */
const lookAt = (ctx: Ctx, desk: Desk, claims: readonly Claim[]): Promise<Seen> =>
  inTransaction(ctx, async (ctx) => {
    await sql`select set_config('random_page_cost', '1.1', true)`.execute(ctx.db);
    const { refused, agreed } = await askAll(ctx, desk.campaign, claims);
    const allowed = claims.filter(({ talentId }) => !refused.has(talentId));
    const ids = allowed.map(({ talentId }) => talentId);
    return {
      refused,
      allowed,
      agreed,
      readers: await listReaders(ctx, desk, allowed),
      preferences: await preferenceLinks(ctx, ids),
    };
  });

async function askAll(
  ctx: Ctx,
  campaign: CampaignAtWork,
  claims: readonly Claim[],
): Promise<Pick<Seen, 'refused' | 'agreed'>> {
  const facts = await listContactFacts(
    ctx,
    claims.map(({ talentId }) => talentId),
  );
  const refused = new Map<string, string>();
  const agreed = new Map<string, Agreed>();
  for (const { talentId } of claims) {
    const answer = decideContact(facts.get(talentId) ?? NOT_HERE, questionOf(campaign, talentId), ctx.now);
    const since = agreedIn(answer);
    if (since) agreed.set(talentId, since);
    if (!answer.isAllowed)
      refused.set(talentId, answer.reasons.find(({ effect }) => effect === 'refuses')?.code ?? 'never_asked');
  }
  return { refused, agreed };
}

interface ToWrite {
  claim: Claim;
  reader: Reader;
  link: string;
  stationery: Stationery;
  tokens: Tokens;
  agreed: Agreed | undefined;
}

async function write(
  ctx: Ctx,
  { campaign, sender, letter }: Desk,
  { claim, reader, link, stationery, tokens, agreed }: ToWrite,
): Promise<Ready | Ending> {
  const address = usable(reader.address);
  if (address === undefined) return leave(claim, 'address_unusable');
  if (reader.is_taken) return leave(claim, 'duplicate_address');
  const language = claim.language === 'en' ? 'en' : 'de';
  const facts = readerFacts(ctx, { reader, language, preferences: link, tokens, agreed });
  const made = letter.stretches ? letter.stretches(facts) : letter.make(facts);
  if (!made) return leave(claim, 'no_block_fits');
  const raw = await messageOf(stationery, {
    ...made,
    messageId: `<${tokens.message}@${domainOf(stationery.from.address)}>`,
    to: { name: `${reader.first_name} ${reader.last_name}`, address },
    language: made.language ?? language,
    unsubscribe: campaign.kind === 'personal' ? undefined : { url: facts.links.unsubscribe, token: tokens.unsubscribe },
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
