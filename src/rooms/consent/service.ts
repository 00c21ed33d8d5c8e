import { sql } from 'kysely';
import { latestDayOf, momentOn } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import type { ErasePlan, Periods } from './policy.ts';
import { erasePlan, groundKey, isAllowedBasis, purposeOf, stillCarries } from './policy.ts';
import { monthsAfter } from './periods.ts';
import type { CountryProfile } from './periods.ts';
import type { ConsentEventRow, GroundRow } from './queries.ts';
import {
  findPeriods,
  insertConsentEvents,
  insertDuties,
  insertGrounds,
  listAnswers,
  listKnownGrounds,
} from './queries.ts';
import { refuseForeignTexts, refuseOverdueAssessments } from './proofs.ts';
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
 * What a ground means for the erase-on date, or a refusal when it does not carry the person. `latest` is the last day that has begun for
 * whoever names the days of the ground, see `latestDayOf`.
 * @throws AppError consent.basis_not_allowed, consent.proof_missing, consent.consent_is_over, consent.dated_in_future
 */
export function planFor(ground: NewGround, periods: Periods, today: string, latest = today): ErasePlan {
  refuseWithoutProof(ground);
  const since = ground.consent?.on ?? ground.obtainedOn;
  if (since > latest || ground.obtainedOn > latest) throw invalid('consent.dated_in_future');
  const plan = erasePlan(ground.basis, since, periods, ground.consent?.until);
  if (plan.eraseOn <= today) throw invalid('consent.consent_is_over', { since, eraseOn: plan.eraseOn });
  return plan;
}

function refuseWithoutProof({ segment, basis, assessmentId, consent }: NewGround) {
  if (!isAllowedBasis(segment, basis)) throw invalid('consent.basis_not_allowed', { segment, basis });
  const proof = basis === 'legitimate_interest' ? assessmentId : consent;
  if (proof === undefined) throw invalid('consent.proof_missing', { basis });
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
    .filter(({ ground }) => stillCarries(ground, answers.get(ground.talent_id) ?? [], today) && isNew(ground, known));
  await insertConsentEvents(
    ctx.db,
    made.flatMap(({ event }) => (event ? [event] : [])),
  );
  await insertGrounds(
    ctx.db,
    made.map(({ ground }) => ground),
  );
  await startDuties(
    ctx,
    made.map(({ ground }) => ground),
    today,
  );
  return new Map(made.map(({ ground }) => [ground.talent_id, ground.erase_on]));
}

/** Who does not know that we know them is told within a month of the day they came in here, or goes (IN-2). */
const INFORM_WITHIN_MONTHS = 1;

async function startDuties({ db }: Ctx, grounds: readonly GroundRow[], today: string): Promise<void> {
  const untold = grounds.filter(({ basis }) => basis === 'legitimate_interest');
  await insertDuties(
    db,
    untold.map(({ talent_id }) => talent_id),
    monthsAfter(today, INFORM_WITHIN_MONTHS),
  );
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
  await removeEvents(db, events);
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

interface GroundRows {
  ground: GroundRow;
  event?: ConsentEventRow;
}

/** The database refuses to delete a consent event; only the undo of the act that recorded it may, in its own transaction. */
async function removeEvents(db: Ctx['db'], eventIds: string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await sql`select set_config('wiedersehen.takes_back', 'on', true)`.execute(db);
  await db.deleteFrom('consent_events').where('id', 'in', eventIds).execute();
  await sql`select set_config('wiedersehen.takes_back', '', true)`.execute(db);
}

function rowsFor(
  ctx: Ctx,
  { talentId, ground, origin = 'member' }: GroundFor,
  periods: Periods,
  today: string,
): GroundRows {
  const plan = planFor(ground, periods, today, latestDayOf(ctx));
  const purpose = purposeOf(ground.segment);
  const event = eventFor(ctx, { talentId, ground, purpose, expiresOn: plan.eraseOn });
  const row: GroundRow = {
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
    assessment_id: assessmentOf(ground),
    origin,
    created_at: ctx.now,
  };
  return { event, ground: row };
}

const assessmentOf = ({ basis, assessmentId }: NewGround) =>
  basis === 'legitimate_interest' && assessmentId ? assessmentId : null;

function eventFor(
  ctx: Ctx,
  given: { talentId: string; ground: NewGround; purpose: string; expiresOn: string },
): ConsentEventRow | undefined {
  const { consent } = given.ground;
  if (!consent) return undefined;
  return {
    id: newId(ctx.now.getTime()),
    talent_id: given.talentId,
    kind: 'given',
    purpose: given.purpose,
    text_id: consent.textId,
    channel: 'all',
    form: consent.form,
    evidence: consent.evidence,
    recorded_by: ctx.actor.memberId,
    occurred_at: momentOn(consent.on, ctx.now).toISOString(),
    expires_on: given.expiresOn,
  };
}
