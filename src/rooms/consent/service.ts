import type { Ctx } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import type { ErasePlan, LegalSegment, Periods } from './policy.ts';
import { erasePlan, groundKey, isAllowedBasis, purposeOf, stillCarries } from './policy.ts';
import type { CountryProfile } from './periods.ts';
import type { ConsentEventRow, GroundRow } from './queries.ts';
import { findPeriods, insertConsentEvents, insertGrounds, listAnswers, listKnownGrounds } from './queries.ts';
import type { NewGround } from './schema.ts';

/** The periods that apply now. @throws AppError consent.periods_missing before the first start is finished */
export async function getPeriods({ db }: Pick<Ctx, 'db'>): Promise<Periods> {
  const row = await findPeriods(db);
  if (!row) throw notFound('consent.periods_missing');
  return {
    countryProfile: row.country_profile as CountryProfile,
    monthsAfterRejection: row.months_after_rejection,
    consentMonths: row.consent_months,
    interestMonths: row.interest_months,
  };
}

export interface GroundFor {
  talentId: string;
  ground: NewGround;
  /** Which act records it, e.g. `import:<id>`; default `member`. */
  origin?: string;
}

/**
 * What a ground means for the erase-on date, or a refusal when it does not carry the person.
 * @throws AppError consent.basis_not_allowed, consent.proof_missing, consent.consent_is_over, consent.dated_in_future
 */
export function planFor(ground: NewGround, periods: Periods, today: string): ErasePlan {
  if (!isAllowedBasis(ground.segment, ground.basis))
    throw invalid('consent.basis_not_allowed', { segment: ground.segment, basis: ground.basis });
  const proof = ground.basis === 'legitimate_interest' ? ground.assessmentId : ground.consent;
  if (proof === undefined) throw invalid('consent.proof_missing', { basis: ground.basis });
  const since = ground.consent?.on ?? ground.obtainedOn;
  if (since > today || ground.obtainedOn > today) throw invalid('consent.dated_in_future');
  const plan = erasePlan(ground.basis, since, periods, ground.consent?.until);
  if (plan.eraseOn <= today) throw invalid('consent.consent_is_over', { since, eraseOn: plan.eraseOn });
  return plan;
}

/**
 * Records why people may be kept; set-based, a constant number of statements for any number.
 * To be called in the transaction that makes the people: without a ground the database refuses them.
 * A consent that is recorded already is the same event, an interest begins only once, and nothing replaces a withdrawn consent:
 * such grounds are left out, so that no import and no edit keeps anybody longer (LB-2, RE-2).
 * @returns the erase-on date of each ground that was recorded, by talent
 * @throws AppError those of `planFor`, consent.text_missing, consent.text_of_other_purpose, consent.assessment_missing, consent.assessment_overdue
 */
export async function recordGrounds(ctx: Ctx, entries: GroundFor[]): Promise<Map<string, string>> {
  const periods = await getPeriods(ctx);
  await refuseForeignTexts(ctx, entries);
  await refuseOverdueAssessments(ctx, entries);
  const today = ctx.now.toISOString().slice(0, 10);
  const talentIds = [...new Set(entries.map(({ talentId }) => talentId))];
  const known = await listKnownGrounds(ctx.db, talentIds);
  const answers = await listAnswers(ctx.db, talentIds);
  const made = entries
    .map((entry) => rowsFor(ctx, entry, periods, today))
    .filter(({ ground }) => stillCarries(ground, answers.get(ground.talent_id) ?? []) && isNew(ground, known));
  await insertConsentEvents(
    ctx.db,
    made.flatMap(({ event }) => (event ? [event] : [])),
  );
  await insertGrounds(
    ctx.db,
    made.map(({ ground }) => ground),
  );
  return new Map(made.map(({ ground }) => [ground.talent_id, ground.erase_on]));
}

function isNew(ground: GroundRow, known: Set<string>): boolean {
  const key = groundKey(ground);
  if (known.has(key)) return false;
  known.add(key);
  return true;
}

/**
 * Takes back what one act recorded for people who stay.
 * @returns the erase-on date that the remaining grounds give, by talent
 */
export async function takeBackGrounds({ db }: Ctx, talentIds: string[], origin: string): Promise<Map<string, string>> {
  if (talentIds.length === 0) return new Map();
  const removed = await db
    .deleteFrom('grounds')
    .where('talent_id', 'in', talentIds)
    .where('origin', '=', origin)
    .returning(['talent_id', 'consent_event_id'])
    .execute();
  const events = removed.flatMap(({ consent_event_id }) => consent_event_id ?? []);
  if (events.length > 0) await db.deleteFrom('consent_events').where('id', 'in', events).execute();
  if (removed.length === 0) return new Map();
  const rows = await db
    .selectFrom('grounds')
    .select(['talent_id', (select) => select.fn.max('erase_on').as('erase_on')])
    .where(
      'talent_id',
      'in',
      removed.map(({ talent_id }) => talent_id),
    )
    .where('ended_at', 'is', null)
    .groupBy('talent_id')
    .execute();
  return new Map(rows.map((row) => [row.talent_id, row.erase_on ?? '']));
}

function rowsFor(
  ctx: Ctx,
  { talentId, ground, origin = 'member' }: GroundFor,
  periods: Periods,
  today: string,
): { ground: GroundRow; event?: ConsentEventRow } {
  const plan = planFor(ground, periods, today);
  const purpose = purposeOf(ground.segment);
  const event = ground.consent && {
    id: newId(ctx.now.getTime()),
    talent_id: talentId,
    kind: 'given' as const,
    purpose,
    text_id: ground.consent.textId,
    channel: 'all',
    form: ground.consent.form,
    evidence: ground.consent.evidence,
    recorded_by: ctx.actor.memberId,
    occurred_at: `${ground.consent.on}T12:00:00Z`,
    expires_on: plan.eraseOn,
  };
  return {
    event,
    ground: {
      id: newId(ctx.now.getTime()),
      talent_id: talentId,
      segment: ground.segment,
      purpose,
      basis: ground.basis,
      country_profile: periods.countryProfile,
      source: ground.source,
      obtained_on: ground.consent?.on ?? ground.obtainedOn,
      erase_on: plan.eraseOn,
      erase_reason: plan.reason,
      consent_event_id: event?.id ?? null,
      assessment_id: ground.basis === 'legitimate_interest' ? (ground.assessmentId ?? null) : null,
      origin,
      created_at: ctx.now,
    },
  };
}

/** A consent is proved by a text of the own entity about the very purpose it carries: a wider purpose needs a new consent (CO-7). */
async function refuseForeignTexts(ctx: Ctx, entries: GroundFor[]) {
  const wanted = new Map<string, Set<LegalSegment>>();
  for (const { ground } of entries) {
    const { textId } = ground.consent ?? {};
    if (textId) wanted.set(textId, (wanted.get(textId) ?? new Set()).add(ground.segment));
  }
  if (wanted.size === 0) return;
  const rows = await ctx.db
    .selectFrom('consent_texts')
    .select(['id', 'purpose'])
    .where('id', 'in', [...wanted.keys()])
    .where('entity_id', 'in', ctx.actor.entityIds)
    .execute();
  for (const [id, segments] of wanted) {
    const text = rows.find((row) => row.id === id);
    if (!text) throw notFound('consent.text_missing');
    const other = [...segments].find((segment) => purposeOf(segment) !== text.purpose);
    if (other) throw invalid('consent.text_of_other_purpose', { segment: other });
  }
}

/** Past its review date an assessment carries nobody new (LB-6), and none carries people of another segment or entity. */
async function refuseOverdueAssessments(ctx: Ctx, entries: GroundFor[]) {
  const wanted = new Map<string, LegalSegment>();
  for (const { ground } of entries)
    if (ground.basis === 'legitimate_interest' && ground.assessmentId) wanted.set(ground.assessmentId, ground.segment);
  if (wanted.size === 0) return;
  const rows = await ctx.db
    .selectFrom('interest_assessments')
    .select(['id', 'segment', 'review_on'])
    .where('id', 'in', [...wanted.keys()])
    .where('entity_id', 'in', ctx.actor.entityIds)
    .execute();
  const today = ctx.now.toISOString().slice(0, 10);
  for (const [id, segment] of wanted) {
    const row = rows.find((one) => one.id === id);
    if (!row || row.segment !== segment) throw notFound('consent.assessment_missing');
    if (row.review_on < today) throw conflict('consent.assessment_overdue', { reviewOn: row.review_on });
  }
}
