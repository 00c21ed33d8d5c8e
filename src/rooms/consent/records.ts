import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Tables } from '#ground/database/database.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { CONSENT_MONTHS, INTEREST_MONTHS, MONTHS_AFTER_REJECTION } from './periods.ts';
import type { CountryProfile } from './periods.ts';
import { ownEntity } from './own-entity.ts';
import { moveDatesForward } from './settings/shorter-periods.ts';
import { textVersionFor } from './text-versions.ts';
import type { Assessment, ConsentText, NewAssessment, NewConsentText, NewPeriods, PeriodsInForce } from './schema.ts';

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

export async function listAssessmentsOf(ctx: Ctx): Promise<Assessment[]> {
  allow(ctx.actor, 'consent.read');
  const rows = await ctx.db
    .selectFrom('interest_assessments')
    .selectAll()
    .where('entity_id', 'in', ctx.actor.entityIds)
    .orderBy('dated_on', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    segment: row.segment as Assessment['segment'],
    purpose: row.purpose,
    reasoning: row.reasoning,
    datedOn: row.dated_on,
    reviewOn: row.review_on,
    isOverdue: row.review_on < dayOf(ctx.now),
  }));
}

/** @throws AppError consent.review_in_past */
export async function recordAssessment(ctx: Ctx, input: NewAssessment): Promise<Assessment> {
  allow(ctx.actor, 'consent.write');
  const today = dayOf(ctx.now);
  if (input.reviewOn <= today) throw invalid('consent.review_in_past');
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('interest_assessments')
    .values({
      id,
      entity_id: ownEntity(ctx),
      segment: input.segment,
      purpose: input.purpose,
      reasoning: input.reasoning,
      dated_on: today,
      review_on: input.reviewOn,
      recorded_by: ctx.actor.memberId,
      created_at: ctx.now,
    })
    .execute();
  return { id, ...input, datedOn: today, isOverdue: false };
}

export async function listTextsOf(ctx: Ctx): Promise<ConsentText[]> {
  allow(ctx.actor, 'consent.read');
  const rows = await ctx.db
    .selectFrom('consent_texts')
    .selectAll()
    .where('entity_id', 'in', ctx.actor.entityIds)
    .orderBy('purpose')
    .orderBy('language')
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map(textOf);
}

/** A changed wording is the next version, and so is a wording that names other ways of contact. */
export async function recordText(
  ctx: Ctx,
  { purpose, language, body, channels = ['mail'] }: NewConsentText,
): Promise<ConsentText> {
  allow(ctx.actor, 'consent.write');
  const sha256 = createHash('sha256').update(body).digest('hex');
  const kept = await textVersionFor(ctx, { entityId: ownEntity(ctx), purpose, language, body, sha256, channels });
  return textOf(kept);
}

const textOf = (row: Selectable<Tables['consent_texts']>): ConsentText => ({
  id: row.id,
  purpose: row.purpose,
  language: row.language,
  version: row.version,
  body: row.body,
  channels: row.channels,
  createdAt: row.created_at.toISOString(),
});

/** The periods of the country profile, when the installation is set up. */
export async function setFirstPeriods(ctx: Ctx, countryProfile: CountryProfile): Promise<void> {
  await ctx.db
    .insertInto('retention_settings')
    .values({
      version: 1,
      country_profile: countryProfile,
      months_after_rejection: MONTHS_AFTER_REJECTION[countryProfile],
      consent_months: CONSENT_MONTHS,
      interest_months: INTEREST_MONTHS,
      set_by: ctx.actor.memberId,
      set_at: ctx.now,
    })
    .onConflict((on) => on.column('version').doNothing())
    .execute();
}

/** Every version of the periods, the one in force first. */
export async function getPeriodsWithHistory({ db }: Ctx): Promise<PeriodsInForce> {
  const rows = await db.selectFrom('retention_settings').selectAll().orderBy('version', 'desc').limit(50).execute();
  const versions = rows.map((row) => ({
    version: row.version,
    setAt: row.set_at.toISOString(),
    countryProfile: row.country_profile as CountryProfile,
    monthsAfterRejection: row.months_after_rejection,
    consentMonths: row.consent_months,
    interestMonths: row.interest_months,
  }));
  const [current] = versions;
  if (!current) throw notFound('consent.periods_missing');
  return { ...current, history: versions };
}

/**
 * A new version. Shorter periods move the dates of everybody forward; longer ones leave every date that was promised (LB-3).
 * @throws AppError consent.periods_changed_meanwhile when somebody else set a version since it was read
 */
export async function setPeriods(ctx: Ctx, { basedOnVersion, ...periods }: NewPeriods): Promise<void> {
  allow(ctx.actor, 'consent.manage_settings');
  await inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ version: number }>`
      insert into retention_settings (version, country_profile, months_after_rejection, consent_months, interest_months, set_by, set_at)
      select version + 1, country_profile, ${periods.monthsAfterRejection}, ${periods.consentMonths}, ${periods.interestMonths}, ${ctx.actor.memberId}::uuid, ${ctx.now}
      from retention_settings where version = ${basedOnVersion} on conflict (version) do nothing returning version`.execute(
      ctx.db,
    );
    const [made] = rows;
    if (!made) throw conflict('consent.periods_changed_meanwhile');
    const moved = await moveDatesForward(ctx, periods);
    await record(ctx, { action: 'consent.periods_set', details: { version: made.version, moved, ...periods } });
  });
}
