import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { preferenceLink } from '#rooms/consent/index.ts';
import { findAgreed } from '../sending/agreed.ts';
import { findCampaignAtWork } from '../sending/campaign-at-work.ts';
import type { MadeLetter } from '../sending/letters.ts';
import { letterFor } from '../sending/letter-source.ts';
import { listReaders, makeFor } from '../sending/readers.ts';
import type { Delivery } from '../sending/token.ts';
import { readDeliveryToken } from '../sending/token.ts';
import { letterPage, nowherePage, wishedLanguage } from './letter-page.ts';

/** The campaign was removed, or the person is not here any more. */
const GONE = 410;

interface Looking {
  token: string;
  nonce: string;
  /** What the reader's program wishes, where we do not know them. */
  wished: string;
}

/** "View in browser": the same letter, made again for the person whose link it is. Looking changes nothing. */
export async function viewPage(ctx: Ctx, { token, nonce, wished }: Looking): Promise<Response> {
  const delivery = readDeliveryToken(ctx.keys, 'view', token);
  const letter = delivery && (await letterOf(ctx, delivery));
  return letter
    ? letterPage(letter.html)
    : nowherePage('letter', { language: wishedLanguage(wished), nonce, status: GONE });
}

async function letterOf(ctx: Ctx, delivery: Delivery): Promise<MadeLetter | undefined> {
  const campaign = await findCampaignAtWork(ctx.db, delivery.campaignId);
  if (!campaign) return undefined;
  const own: Ctx = {
    ...ctx,
    actor: { ...ctx.actor, kind: 'system', memberId: null, role: 'person', entityIds: [campaign.entityId] },
  };
  const addressee = await findAddressee(own, delivery);
  const letter = addressee && (await letterFor(own, campaign, 'to_look_at'));
  if (!letter) return undefined;
  const reader = (await listReaders(own, { campaign, letter }, [addressee])).get(delivery.talentId);
  if (!reader) return undefined;
  const preferences = await preferenceLink(own, delivery.talentId);
  const language = addressee.language === 'en' ? 'en' : 'de';
  const agreed = await findAgreed(own, campaign, delivery.talentId);
  return makeFor(own, { campaign, letter }, { reader, language, preferences, agreed });
}

/** Only of a letter that left. */
async function findAddressee({ db }: Ctx, { campaignId, talentId }: { campaignId: string; talentId: string }) {
  const { rows } = await sql<{ address: string | null; language: string }>`
    select address, language from campaign_recipients where campaign_id = ${campaignId}::uuid and talent_id = ${talentId}::uuid
      and state in ('accepted', 'uncertain', 'handing_over')`.execute(db);
  const [row] = rows;
  return row && { talentId, address: row.address ?? '', language: row.language };
}
