import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { preferenceLink } from '#rooms/consent/index.ts';
import type { Delivery } from '../sending/token.ts';
import { readDeliveryToken } from '../sending/token.ts';
import { nowherePage, smallPage, wishedLanguage } from './letter-page.ts';
import { unsubscribe } from './unsubscribe.ts';

interface Asking {
  token: string;
  nonce: string;
  /** What the reader's program wishes, where we do not know them. */
  wished: string;
}

/** Asks, and changes nothing: programs that follow every link of a mail come here first (NL-5). */
export async function askPage(ctx: Ctx, { token, nonce, wished }: Asking): Promise<Response> {
  const delivery = readDeliveryToken(ctx.keys, 'unsubscribe', token);
  const { language, context, list, company } = await findList(ctx, delivery, wished);
  const t = serverMessages(language);
  if (!delivery) return nowherePage('leaving', { language, nonce });
  return smallPage({
    language,
    nonce,
    company,
    title: t('campaigns', 'leave.title'),
    sentence:
      list === null
        ? t('campaigns', 'leave.ask_mail', { context })
        : t('campaigns', 'leave.ask_list', { list, context }),
    button: t('campaigns', 'leave.button'),
  });
}

const LARGEST_FORM = 2000;

/** The one click of a mail program (RFC 8058) and the button of the page: the same form, at once, without a way around. */
export async function leavePage(ctx: Ctx, { token, nonce, wished }: Asking, request: Request): Promise<Response> {
  const form = (await request.text()).slice(0, LARGEST_FORM);
  const isFromPage = request.headers.get('sec-fetch-mode') === 'navigate';
  const delivery = readDeliveryToken(ctx.keys, 'unsubscribe', token);
  const { language, context, company } = await findList(ctx, delivery, wished);
  const isAsked = /(^|&)List-Unsubscribe=One-Click(&|$)/.test(form) || form.includes('name="List-Unsubscribe"');
  if (!isAsked || !(await unsubscribe(ctx, token, isFromPage ? 'page' : 'one_click')))
    return nowherePage('leaving', { language, nonce });
  const t = serverMessages(language);
  return smallPage({
    language,
    nonce,
    company,
    title: t('campaigns', 'leave.done_title'),
    sentence: t('campaigns', 'leave.done', { context }),
    way: await wayToChoices(ctx, delivery, t('campaigns', 'leave.choices')),
  });
}

/** To the page on which one chooses topics, pauses, or has everything erased. */
async function wayToChoices(ctx: Ctx, delivery: Delivery | undefined, words: string) {
  const { rows } = await sql`select 1 from talents where id = ${delivery?.talentId ?? null}::uuid`.execute(ctx.db);
  if (!delivery || rows.length === 0) return undefined;
  const href = await preferenceLink(ctx, delivery.talentId);
  return href === '' ? undefined : { words, href };
}

interface List {
  /** As the company's country writes it. */
  language: Language;
  /** How they are addressed; unknown is Sie. */
  context: 'sie' | 'du';
  company: string;
  /** Name of the topic; null: all mail. */
  list: string | null;
}

async function findList({ db }: Ctx, delivery: Delivery | undefined, wished: string): Promise<List> {
  const unknown: List = { language: wishedLanguage(wished), context: 'sie', list: null, company: '' };
  if (!delivery) return unknown;
  const { rows } = await sql<{
    language: string;
    name_de: string | null;
    name_en: string | null;
    company: string;
    country: string;
    address_form: string | null;
  }>`
    select r.language, p.name_de, p.name_en, e.name as company, e.country_profile as country, a.address_form from campaign_recipients r join campaigns c on c.id = r.campaign_id join entities e on e.id = c.entity_id left join topics p on p.id = c.topic_id left join talents a on a.id = r.talent_id
    where r.campaign_id = ${delivery.campaignId}::uuid and r.talent_id = ${delivery.talentId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return unknown;
  const { company } = row;
  const context = row.address_form === 'du' ? 'du' : 'sie';
  if (row.language === 'en') return { language: 'en', context, list: row.name_en, company };
  return { language: row.country === 'CH' ? 'de-CH' : 'de', context, list: row.name_de, company };
}
