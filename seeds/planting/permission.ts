import { sql } from 'kysely';
import { preferenceLink } from '#rooms/consent/index.ts';
import { createObjection, createSilence, markInformed } from '#rooms/consent/contract-person.ts';
import { actOnPreferences } from '#rooms/consent/contract-requests.ts';
import { createTopic } from '#rooms/consent/contract-settings.ts';
import type { Ctx } from '#ground/context.ts';
import { dayFrom } from '../calendar.ts';
import { randomFrom } from '../random.ts';
import type { Act } from './desk.ts';
import type { Planting } from './histories.ts';

const TOPICS = [
  { de: 'Technik', en: 'Technology' },
  { de: 'Unternehmen', en: 'Company' },
  { de: 'Lernangebote', en: 'Learning offers' },
  { de: 'Veranstaltungen', en: 'Events' },
];

const SEED = 20_261_129;
/** Of those who were asked which topics they want, so many chose at least one. */
const CHOOSING_SHARE = 0.45;
const MOST_CHOOSING = 160;
const TOPIC_SHARE = 0.5;

/** What people read about, whom nobody writes to for a while, and who was told that we know them. */
export async function plantPermission({ act, company, team, ctxOn }: Planting): Promise<void> {
  const on = (daysAgo: number) => ctxOn(team.mara, dayFrom(company.today, -daysAgo));
  const topics: string[] = [];
  for (const names of TOPICS) topics.push((await act(on(80), createTopic, { body: { names } })).id);
  await informContacts(act, on(28));
  await chooseTopics(act, on(9), topics);
  await agreeOnSilence(act, on(14), company.today);
}

/** Mara wrote to every contact within the month and told them where she has their name from. */
async function informContacts(act: Act, ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select talent_id as id from information_duties where informed_at is null order by talent_id`.execute(ctx.db);
  for (const { id } of rows) await act(ctx, markInformed, { params: { talentId: id }, body: { how: 'first_message' } });
}

/** People choose on their own page, as the link in a mail leads there. */
async function chooseTopics(act: Act, ctx: Ctx, topics: readonly string[]): Promise<void> {
  const random = randomFrom(SEED);
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t join grounds g on g.talent_id = t.id and g.ended_at is null and g.basis = 'consent'
    where t.deleted_at is null and exists (select 1 from talent_addresses a where a.talent_id = t.id and a.kind = 'email')
    group by t.id order by t.id`.execute(ctx.db);
  const choosing = rows.filter(() => random.happens(CHOOSING_SHARE)).slice(0, MOST_CHOOSING);
  for (const { id } of choosing) {
    const token = (await preferenceLink(ctx, id)).split('#')[1] ?? '';
    const wanted = topics.filter(() => random.happens(TOPIC_SHARE));
    for (const topicId of wanted)
      await act(ctx, actOnPreferences, { params: { token }, body: { act: 'topic', topicId, wants: true } });
  }
}

const QUIET = [
  { reason: 'busy', days: 60 },
  { reason: 'family', days: 120 },
  { reason: 'new_job', days: 180 },
  { reason: 'asked', days: 45 },
] as const;

/** Four who asked for peace, and one who does not want to be contacted at all; nobody of the cast whom a tour needs. */
async function agreeOnSilence(act: Act, ctx: Ctx, today: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t where t.deleted_at is null and t.owner_id is null and t.last_touch_at is null
      and not exists (select 1 from pool_members m where m.talent_id = t.id) order by t.id limit ${QUIET.length + 1}`.execute(
    ctx.db,
  );
  const [first, ...others] = rows;
  for (const [at, { id }] of others.entries()) {
    const quiet = QUIET[at];
    if (quiet)
      await act(ctx, createSilence, {
        params: { talentId: id },
        body: { reason: quiet.reason, from: ctx.now.toISOString().slice(0, 10), until: dayFrom(today, quiet.days) },
      });
  }
  if (first)
    await act(ctx, createObjection, { params: { talentId: first.id }, body: { scope: 'direct_contact', via: 'mail' } });
}
