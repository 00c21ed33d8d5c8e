import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { newId } from '#ground/ids.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import { sealText } from '#ground/mail/seal.ts';
import { NOTICE_VERSION, noticeFor } from '../duties/notice.ts';
import type { CountryProfile } from '../periods.ts';
import { monthsAfter } from '../periods.ts';
import type { AskedChoice } from '../requests/choices.ts';
import { letterFor } from '../requests/letter.ts';
import { mayAskAddress } from '../requests/limits.ts';
import { confirmLink, newToken, tokenHash } from '../requests/links.ts';
import { keepWording, wordingFor, writingFor } from '../requests/wording.ts';
import { getPeriods } from '../service.ts';
import { suppressionHash } from '../suppression.ts';
import type { JoinPage, Joining, SealedPerson } from './schema.ts';

const VALID_DAYS = 7;

interface OpenForm {
  id: string;
  entity_id: string;
  name: string;
  intro_de: string;
  intro_en: string;
  address_form: 'sie' | 'du';
  company: string;
  country_profile: CountryProfile;
  topics: { id: string; de: string; en: string }[];
  contact: { name: string; address: string } | null;
}

/** A form that is switched off, that nobody could confirm, or that never was: one answer. @throws AppError consent.form_missing */
async function getOpenForm(ctx: Ctx, slug: string): Promise<OpenForm> {
  const { rows } = await sql<OpenForm>`
    select f.id, f.entity_id, f.name, f.intro_de, f.intro_en, f.address_form, e.name as company, e.country_profile,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'de', t.name_de, 'en', t.name_en) order by array_position(f.topic_ids, t.id))
        from topics t where t.id = any(f.topic_ids) and t.retired_at is null), '[]') as topics,
      (select jsonb_build_object('name', m.name, 'address', m.email) from members m join member_entities o on o.member_id = m.id and o.entity_id = f.entity_id
        where m.role in ('privacy_officer', 'administrator') and m.disabled_at is null order by m.role desc, m.created_at limit 1) as contact
    from sign_up_forms f join entities e on e.id = f.entity_id where f.slug = ${slug} and f.is_on`.execute(ctx.db);
  const [form] = rows;
  if (!form || !canSendMail(ctx)) throw notFound('consent.form_missing');
  return form;
}

/** What somebody sees before they sign up: every choice unticked, with its text, and what happens to their data (IN-1). */
export async function readForm(ctx: Ctx, slug: string, wanted: 'de' | 'en'): Promise<JoinPage> {
  const form = await getOpenForm(ctx, slug);
  const language = writingFor(wanted, form.country_profile);
  const until = await stayUntil(ctx);
  const asked = { language, entityId: form.entity_id, company: form.company };
  const stay = await wordingFor(ctx, { purpose: 'talent_pool', ...asked });
  const topic = await wordingFor(ctx, { purpose: 'newsletter', ...asked });
  return {
    company: form.company,
    name: form.name,
    intro: wanted === 'en' ? form.intro_en : form.intro_de,
    language,
    addressForm: form.address_form,
    stay: { text: stay.body, until },
    topics: form.topics.map(({ id, de, en }) => ({ id, names: { de, en }, text: topic.body })),
    notice: noticeOf(form, language, until),
  };
}

async function stayUntil(ctx: Ctx): Promise<string> {
  const { consentMonths } = await getPeriods(ctx);
  return monthsAfter(ctx.now.toISOString().slice(0, 10), consentMonths);
}

function noticeOf(form: OpenForm, language: Language, eraseOn: string): string {
  const { company, country_profile, contact, name, address_form } = form;
  if (!contact) throw conflict('consent.privacy_contact_missing');
  return noticeFor({
    language,
    addressForm: address_form,
    company,
    countryProfile: country_profile,
    privacyContact: contact,
    grounds: [{ purpose: 'talent_pool', basis: 'consent', source: name, eraseOn, interest: null }],
    dataTypes: ['name', 'addresses'],
    eraseOn,
  });
}

/**
 * Somebody wants in. Whoever they are, known or not, suppressed or not, the answer is the same and one mail goes to the address, at most three
 * a day; only the link in it makes them somebody we know (NL-4, NL-6, DS-6).
 * @throws AppError consent.form_missing, consent.topic_missing
 */
export async function signUp(ctx: Ctx, slug: string, joining: Joining): Promise<void> {
  const form = await getOpenForm(ctx, slug);
  const known = new Set(form.topics.map(({ id }) => id));
  if (joining.topicIds.some((id) => !known.has(id))) throw invalid('consent.topic_missing');
  if (joining.website !== '') return;
  const addressHash = suppressionHash(ctx, { kind: 'email', value: joining.email });
  await inTransaction(ctx, async (ctx) => {
    if (await mayAskAddress(ctx, addressHash)) await keep(ctx, { form, joining, addressHash });
  });
}

interface Keeping {
  form: OpenForm;
  joining: Joining;
  addressHash: string;
}

async function keep(ctx: Ctx, { form, joining, addressHash }: Keeping): Promise<void> {
  const id = newId(ctx.now.getTime());
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * 86_400_000);
  const language = writingFor(joining.language, form.country_profile);
  const person: SealedPerson = { firstName: joining.firstName, lastName: joining.lastName, email: joining.email };
  const mailId = await sendLetter(ctx, { id, form, person, language, token, expiresAt });
  await ctx.db
    .insertInto('sign_ups')
    .values({
      id,
      form_id: form.id,
      token_hash: tokenHash(ctx, token),
      address_hash: addressHash,
      sealed: sealText(ctx.keys, id, JSON.stringify(person)),
      choices: JSON.stringify(await choicesOf(ctx, { form, joining, language })),
      language: joining.language,
      notice_version: NOTICE_VERSION,
      created_at: ctx.now,
      mail_id: mailId,
      expires_at: expiresAt,
    })
    .execute();
}

async function choicesOf(
  ctx: Ctx,
  { form, joining, language }: Omit<Keeping, 'addressHash'> & { language: Language },
): Promise<AskedChoice[]> {
  const asked = { language, entityId: form.entity_id, company: form.company };
  const stay = await keepWording(ctx, { purpose: 'talent_pool', ...asked });
  const choices: AskedChoice[] = [{ purpose: 'talent_pool', topicId: null, textId: stay }];
  for (const topicId of new Set(joining.topicIds))
    choices.push({
      purpose: 'newsletter',
      topicId,
      textId: await keepWording(ctx, { purpose: 'newsletter', ...asked }),
    });
  return choices;
}

interface Letter {
  id: string;
  form: OpenForm;
  person: SealedPerson;
  language: Language;
  token: string;
  expiresAt: Date;
}

function sendLetter(ctx: Ctx, { id, form, person, language, token, expiresAt }: Letter): Promise<string> {
  const { subject, body } = letterFor({
    kind: 'sign_up',
    name: `${person.firstName} ${person.lastName}`,
    company: form.company,
    sender: form.company,
    until: expiresAt.toISOString().slice(0, 10),
    link: confirmLink(ctx, token),
    language,
    addressForm: form.address_form,
    firstName: person.firstName,
  });
  return enqueueMail(ctx, {
    kind: 'consent.sign_up',
    form: 'notice',
    aboutId: id,
    to: person.email,
    fromName: form.company,
    subject,
    text: body,
    language,
    validUntil: expiresAt,
  });
}
