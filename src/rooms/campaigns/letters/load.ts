import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { ContentKind } from '#rooms/content/types.ts';
import { brandDesign } from '../schema-letter.ts';
import type { BrandDesign, Letter } from '../schema-letter.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import type { LetterParts } from './compile.ts';
import { pictureUrl } from './pictures/address.ts';
import type { LetterRules } from './rules.ts';
import { rulesOf } from './rules.ts';
import type { LetterContent, LetterPicture } from './words/ready.ts';

export interface LoadedLetter extends LetterParts {
  broken: LetterRules['broken'];
}

/** Everything that a letter names, in a handful of statements. */
export async function loadParts(ctx: Ctx, campaign: CampaignAtWork, letter: Letter): Promise<LoadedLetter> {
  const own: Ctx = { ...ctx, actor: { ...ctx.actor, entityIds: [campaign.entityId] } };
  const brand = await loadBrand(own, campaign);
  return {
    letter,
    brand,
    mainLanguage: campaign.mainLanguage,
    countsClicks: campaign.countsClicks,
    ...(await rulesOf(own, letter)),
    contents: await loadContents(own, contentIds(letter)),
    pictures: await loadPictures(own, [...pictureIds(letter), ...(brand.logoPictureId ? [brand.logoPictureId] : [])]),
    sender: {
      company: campaign.entityName,
      postalAddress: await postalAddress(own, campaign.senderId),
      topic: campaign.topicName ?? undefined,
      isSwiss: campaign.countryProfile === 'CH',
    },
  };
}

export const contentIds = ({ blocks }: Pick<Letter, 'blocks'>): string[] =>
  blocks.flatMap((block) => (block.kind === 'content' ? Object.values(block.contentId) : []));

export const pictureIds = ({ blocks }: Pick<Letter, 'blocks'>): string[] =>
  blocks.flatMap((block) => ('pictureId' in block && block.pictureId !== null ? [block.pictureId] : []));

/** The campaign's own, the one of the company, or the product's. A brand that was put away meanwhile still holds for its letters. */
async function loadBrand({ db }: Ctx, { entityId, brandId }: CampaignAtWork): Promise<BrandDesign> {
  const { rows } = await sql<{ design: unknown }>`
    select b.design from brands b where b.entity_id = ${entityId}::uuid
      and (b.id = ${brandId}::uuid or (${brandId}::uuid is null and b.is_default and b.archived_at is null)) limit 1`.execute(
    db,
  );
  return brandDesign.parse(rows[0]?.design ?? {});
}

async function postalAddress({ db }: Ctx, senderId: string | null): Promise<string | undefined> {
  const { rows } = await sql<{ postal_address: string }>`
    select s.postal_address from sender_identities s where s.id = ${senderId}::uuid`.execute(db);
  return rows[0]?.postal_address;
}

interface ContentRow {
  id: string;
  kind: ContentKind;
  title: string;
  summary: string;
  link: string | null;
  onDate: string | null;
  usableUntil: string | null;
}

async function loadContents({ db, actor }: Ctx, ids: readonly string[]): Promise<Map<string, LetterContent>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ContentRow>`
    select c.id, c.kind, c.title, c.summary, c.link, c.on_date::text as "onDate", c.usable_until::text as "usableUntil" from content_view c
    where c.id = any(${[...ids]}::uuid[]) and c.entity_id = any(${actor.entityIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...content }) => [id, content]));
}

async function loadPictures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, LetterPicture>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; width: number; height: number }>`
    select p.id, p.width, p.height from letter_pictures p
    where p.id = any(${[...ids]}::uuid[]) and p.entity_id = any(${ctx.actor.entityIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, width, height }) => [id, { url: pictureUrl(ctx, id), width, height }]));
}
