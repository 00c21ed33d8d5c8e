import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Agreed } from './agreed.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import type { LetterMaker, MadeLetter, ReaderFacts } from './letters.ts';
import { unsubscribeUrl, viewUrl } from './stationery.ts';
import type { Tokens } from './token.ts';
import { deliveryTokens } from './token.ts';

/** Somebody who gets the letter, as they are known this moment. */
export interface Reader {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  address_form: string | null;
  role: string | null;
  employer: string | null;
  city: string | null;
  owner_name: string | null;
  company_name: string;
  address: string | null;
  is_taken: boolean;
  visible: boolean[];
}

/** An address that was corrected since counts, unless the letter goes there for somebody else already. */
export async function listReaders(
  { db }: Ctx,
  { campaign, letter }: Writing,
  claims: readonly Addressee[],
): Promise<Map<string, Reader>> {
  if (claims.length === 0) return new Map();
  const visible = letter.conditions.length === 0 ? sql`'{}'::boolean[]` : sql`array[${sql.join(letter.conditions)}]`;
  const { rows } = await sql<Reader>`
    select t.id, t.title, t.first_name, t.last_name, t.address_form, t.role, t.employer, t.city, m.name as owner_name, ${campaign.entityName} as company_name,
      a.value as address, ${visible} as visible,
      a.normal_form <> w.address and exists (
        select 1 from talent_addresses d join campaign_recipients o on o.talent_id = d.talent_id and o.campaign_id = ${campaign.id}::uuid
        where d.kind = 'email' and d.normal_form = a.normal_form and o.talent_id <> t.id) as is_taken
    from unnest(${claims.map(({ talentId }) => talentId)}::uuid[], ${claims.map(({ address }) => address)}::text[]) as w (id, address)
    join talents t on t.id = w.id and t.deleted_at is null left join members m on m.id = t.owner_id
    left join lateral (select d.value, d.normal_form from talent_addresses d where d.talent_id = t.id and d.kind = 'email' and d.bounced_at is null
      order by (d.normal_form = w.address) desc, d.is_primary desc, d.created_at limit 1) a on true`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Addressee {
  talentId: string;
  /** Comparable form of the address that was fixed when the campaign started. */
  address: string;
  language: string;
}

export interface Writing {
  campaign: CampaignAtWork;
  letter: LetterMaker;
}

interface ToMake {
  reader: Reader;
  language: 'de' | 'en';
  /** Address of the person's own page of choices. */
  preferences: string;
  tokens: Tokens;
  agreed: Agreed | undefined;
}

export function makeFor(ctx: Ctx, { campaign, letter }: Writing, wish: Omit<ToMake, 'tokens'>): MadeLetter | undefined {
  const { id } = wish.reader;
  const tokens = deliveryTokens(ctx.keys, campaign.id, [id]).get(id);
  return tokens && letter.make(readerFacts(ctx, { ...wish, tokens }));
}

export const readerFacts = (
  { baseUrl }: Pick<Ctx, 'baseUrl'>,
  { reader, language, preferences, tokens, agreed }: ToMake,
): ReaderFacts => ({
  talentId: reader.id,
  language,
  fields: fieldsFrom(reader),
  visible: bitsOf(reader.visible),
  agreed,
  links: {
    unsubscribe: unsubscribeUrl(baseUrl, tokens.unsubscribe),
    preferences,
    view: viewUrl(baseUrl, tokens.view),
  },
});

const fieldsFrom = (reader: Reader): Record<string, string | null> => ({
  title: reader.title,
  first_name: reader.first_name,
  last_name: reader.last_name,
  address_form: reader.address_form,
  role: reader.role,
  employer: reader.employer,
  city: reader.city,
  owner_name: reader.owner_name,
  company_name: reader.company_name,
});

const bitsOf = (visible: readonly boolean[]): bigint =>
  visible.reduce((bits, isTrue, i) => (isTrue ? bits | (1n << BigInt(i)) : bits), 0n);
