import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { gone } from '#ground/errors/app-error.ts';
import type { Language } from '#ground/i18n/languages.ts';
import type { StayPurpose } from '../answers/types.ts';
import { isStayPurpose } from '../answers/types.ts';
import { listContactFacts, NOT_HERE } from '../contact-facts.ts';
import { decideContact } from '../contact.ts';
import { monthsAfter } from '../periods.ts';
import { tokenHash } from '../requests/links.ts';
import type { Preferences } from '../requests/schema.ts';
import { wordingFor, writingFor } from '../requests/wording.ts';
import { getPeriods } from '../service.ts';
import type { ContactFacts } from '../types-contact.ts';
import { NAMED_CHANNELS } from '../types-contact.ts';

export interface Holder {
  talentId: string;
  entityId: string;
  company: string;
  name: string;
  /** In which the page is read: the texts that are shown, and those that an answer names. */
  language: Language;
  addressForm: 'sie' | 'du';
  eraseOn: string;
}

/** The language somebody turned the page to; undefined is the person's own. */
export type Turned = 'de' | 'en' | undefined;

/** Who holds the link; a link of a record that was joined into another one leads there. @throws AppError consent.link_is_over */
export async function getHolder({ db, keys }: Ctx, token: string, turned: Turned): Promise<Holder> {
  const { rows } = await sql<{
    id: string;
    entity_id: string;
    company: string;
    name: string;
    language: string | null;
    address_form: string | null;
    country_profile: string;
    erase_on: string;
  }>`
    with recursive way(id) as (
      select talent_id from preference_links where token_hash = ${tokenHash({ keys }, token)}
      union all select t.merged_into from way w join talents t on t.id = w.id where t.merged_into is not null)
    select t.id, t.entity_id, e.name as company, concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.language, t.address_form, e.country_profile, t.erase_on
    from way w join talents t on t.id = w.id and t.deleted_at is null join entities e on e.id = t.entity_id`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw gone('consent.link_is_over');
  return {
    talentId: row.id,
    entityId: row.entity_id,
    company: row.company,
    name: row.name,
    language: writingFor(turned ?? row.language, row.country_profile),
    addressForm: row.address_form === 'du' ? 'du' : 'sie',
    eraseOn: row.erase_on,
  };
}

export const asHolder = (ctx: Ctx, { entityId }: Holder): Ctx => ({
  ...ctx,
  // The person acts, even where a team member happens to be signed in in the same browser.
  actor: { ...ctx.actor, kind: 'system', memberId: null, entityIds: [entityId] },
});

/** Everything the page shows. Reading it changes nothing (NL-5). */
export async function getPreferences(ctx: Ctx, token: string, turned?: Turned): Promise<Preferences> {
  const holder = await getHolder(ctx, token, turned);
  return preferencesOf(asHolder(ctx, holder), holder);
}

export async function preferencesOf(ctx: Ctx, holder: Holder): Promise<Preferences> {
  const today = ctx.now.toISOString().slice(0, 10);
  const { consentMonths } = await getPeriods(ctx);
  const facts = (await listContactFacts(ctx, [holder.talentId])).get(holder.talentId) ?? NOT_HERE;
  const text = async (purpose: StayPurpose | 'newsletter' | 'contact_channels') =>
    (await wordingFor(ctx, { purpose, ...holder })).body;
  const staying = await Promise.all(
    (await listStayPurposes(ctx, holder.talentId)).map(async (purpose) => ({ purpose, text: await text(purpose) })),
  );
  return {
    company: holder.company,
    name: holder.name,
    language: holder.language,
    addressForm: holder.addressForm,
    eraseOn: holder.eraseOn,
    staying,
    stayUntil: monthsAfter(today, consentMonths),
    pausedUntil: pausedUntil(facts, today),
    texts: { contact_channels: await text('contact_channels'), newsletter: await text('newsletter') },
    ways: waysOf(facts, ctx.now, holder.talentId),
    topics: await listTopics(ctx, holder.entityId, facts, today),
  };
}

/** What the person is kept for now; extending means these. */
export async function listStayPurposes({ db }: Ctx, talentId: string): Promise<StayPurpose[]> {
  const rows = await db
    .selectFrom('grounds')
    .select('purpose')
    .distinct()
    .where('talent_id', '=', talentId)
    .where('ended_at', 'is', null)
    .orderBy('purpose')
    .execute();
  return rows.map(({ purpose }) => purpose).filter(isStayPurpose);
}

function pausedUntil({ silences = [] }: ContactFacts, today: string): string | null {
  const current = silences.filter(({ from, until }) => from <= today && today <= until).map(({ until }) => until);
  return current.toSorted().at(-1) ?? null;
}

/** On is what would be allowed, were it not for a pause, a number that is missing, or a month that was full. */
function waysOf(facts: ContactFacts, now: Date, talentId: string): Preferences['ways'] {
  const undisturbed: ContactFacts = {
    ...facts,
    isQuarantined: false,
    reach: { mail: 'working', hasPhone: true, hasPostalAddress: true, hasProfileLink: true },
    silences: [],
    sent: { total: 0, bulk: 0 },
    firstContactsToday: 0,
  };
  return NAMED_CHANNELS.map((channel) => ({
    channel,
    isOn: decideContact(undisturbed, { talentId, channel, purpose: 'personal' }, now).isAllowed,
  }));
}

async function listTopics(
  { db }: Ctx,
  entityId: string,
  { topics = {} }: ContactFacts,
  today: string,
): Promise<Preferences['topics']> {
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'name_de', 'name_en'])
    .where('entity_id', '=', entityId)
    .where('retired_at', 'is', null)
    .orderBy((order) => order.fn('lower', ['name_de']))
    .orderBy('id')
    .execute();
  return rows.map(({ id, name_de, name_en }) => {
    const said = topics[id];
    const isOn = said?.kind === 'confirmed' && (said.until === null || said.until > today);
    return { id, names: { de: name_de, en: name_en }, isOn };
  });
}
