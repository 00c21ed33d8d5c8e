import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { monthsAfter } from '../periods.ts';
import { purposeOf } from '../policy.ts';
import { getPeriods } from '../service.ts';
import { liftNoMail } from '../suppression.ts';
import { findEraseOn, insertAnswers, listIdentifiers } from './queries.ts';
import type { Choice, Proof } from './types.ts';
import { isStayPurpose } from './types.ts';

interface Agreed {
  talentId: string;
  choices: readonly Choice[];
  /** How each choice was shown; the text may differ from choice to choice. */
  proofOf: (choice: Choice) => Proof;
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/**
 * The person says yes, by a link that only they have: that is the confirmation (NL-4). A topic holds as long as a consent; a yes to
 * staying carries the person for another period from today, and nobody else's act does (CO-5). In the caller's transaction.
 */
export async function agree(ctx: Ctx, { talentId, choices, proofOf }: Agreed): Promise<void> {
  const { consentMonths } = await getPeriods(ctx);
  const until = monthsAfter(dayOf(ctx.now), consentMonths);
  const events = await insertAnswers(
    ctx,
    choices.map((choice) => ({
      talentId,
      kind: 'confirmed' as const,
      choice,
      proof: { ...proofOf(choice), expiresOn: choice.purpose === 'contact_channels' ? null : until },
    })),
  );
  await standOn(ctx, talentId, {
    until,
    yes: choices.map((choice, at) => ({ purpose: choice.purpose, eventId: events[at] ?? '' })),
  });
  if (choices.some(({ purpose, channel }) => purpose === 'newsletter' || channel === 'mail')) {
    const own = (await listIdentifiers(ctx.db, [talentId])).filter(({ kind }) => kind === 'email');
    await liftNoMail(ctx, own);
  }
  await markInformed(ctx, talentId);
  await record(ctx, {
    action: 'consent.confirmed',
    subjectKind: 'talent',
    subjectIds: [talentId],
    details: { choices: choices.map(({ purpose, topicId, channel }) => ({ purpose, topicId, channel })) },
  });
  await ctx.emit(ctx, 'consent.given', { talentIds: [talentId] });
}

interface Stay {
  until: string;
  yes: { purpose: string; eventId: string }[];
}

/** The new consent takes the place of what carried the person for the same purpose until now. */
async function standOn(ctx: Ctx, talentId: string, { until, yes }: Stay): Promise<void> {
  const stays = yes.filter(({ purpose }) => isStayPurpose(purpose));
  for (const { purpose, eventId } of stays) await replaceGround(ctx, talentId, { purpose, eventId, until });
  const eraseOn = stays.length > 0 ? await findEraseOn(ctx.db, talentId) : null;
  if (eraseOn) await ctx.emit(ctx, 'consent.erase_dates_changed', { dates: new Map([[talentId, eraseOn]]) });
}

async function replaceGround(
  { db, now }: Ctx,
  talentId: string,
  { purpose, eventId, until }: { purpose: string; eventId: string; until: string },
): Promise<void> {
  const ended = await db
    .updateTable('grounds')
    .set({ ended_at: now })
    .where('talent_id', '=', talentId)
    .where('purpose', '=', purpose)
    .where('ended_at', 'is', null)
    .returning(['segment', 'country_profile', 'source'])
    .execute();
  const [before] = ended;
  await sql`
    insert into grounds (id, talent_id, segment, purpose, basis, country_profile, source, obtained_on, erase_on, erase_reason, consent_event_id, origin, created_at)
    select ${newId(now.getTime())}::uuid, t.id, ${before?.segment ?? segmentFor(purpose)}, ${purpose}, 'consent', coalesce(${before?.country_profile ?? null}, e.country_profile),
      ${before?.source ?? 'own answer'}, ${dayOf(now)}::date, ${until}::date, 'consent_ends', ${eventId}::uuid, 'person', ${now}::timestamptz
    from talents t join entities e on e.id = t.entity_id where t.id = ${talentId}::uuid`.execute(db);
}

/** Who agrees anew, without a ground of that purpose left, is here by their own act. */
function segmentFor(purpose: string) {
  const segments = ['sign_up', 'alumni', 'passive_contact'] as const;
  return segments.find((segment) => purposeOf(segment) === purpose) ?? 'sign_up';
}

/** The page that they answered on told them everything. */
async function markInformed({ db, now }: Ctx, talentId: string): Promise<void> {
  await db
    .updateTable('information_duties')
    .set({ informed_at: now, how: 'portal' })
    .where('talent_id', '=', talentId)
    .where('informed_at', 'is', null)
    .execute();
}
