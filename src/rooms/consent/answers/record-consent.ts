import { record } from '#ground/audit/record.ts';
import { latestDayOf, momentOn } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { monthsAfter } from '../periods.ts';
import type { LegalSegment } from '../policy.ts';
import { purposeOf } from '../policy.ts';
import { getPeriods, recordGrounds } from '../service.ts';
import { findEraseOn, findPerson, insertAnswers } from './queries.ts';
import type { Choice, StayPurpose } from './types.ts';
import { isStayPurpose } from './types.ts';

export interface NotedConsent {
  purpose: StayPurpose | 'newsletter';
  topicId?: string | undefined;
  textId: string;
  /** `YYYY-MM-DD` */
  on: string;
  form: 'paper' | 'spoken' | 'mail';
  /** Where it can be seen: "form 17, folder Messe Winterthur". */
  evidence: string;
}

/**
 * What somebody said at a fair, on the phone or on paper, noted by a recruiter. It carries personal contact; for news and for
 * comparisons it stays unconfirmed until the person confirms it themselves (CO-6).
 * @throws AppError consent.person_not_found, consent.answered_no_later, consent.dated_in_future, consent.topic_missing, and those of `recordGrounds`
 */
export async function recordConsent(ctx: Ctx, talentId: string, noted: NotedConsent): Promise<void> {
  allow(ctx.actor, 'consent.write');
  if (noted.on > latestDayOf(ctx)) throw invalid('consent.dated_in_future');
  await inTransaction(ctx, async (ctx) => {
    if (!(await findPerson(ctx, talentId))) throw notFound('consent.person_not_found');
    if (isStayPurpose(noted.purpose)) await noteStay(ctx, talentId, noted.purpose, noted);
    else await noteTopic(ctx, talentId, noted);
    await record(ctx, {
      action: 'consent.noted',
      subjectKind: 'talent',
      subjectIds: [talentId],
      details: { purpose: noted.purpose, topicId: noted.topicId, form: noted.form },
    });
    await ctx.emit(ctx, 'consent.given', { talentIds: [talentId] });
  });
}

async function noteStay(ctx: Ctx, talentId: string, purpose: StayPurpose, noted: NotedConsent): Promise<void> {
  const { textId, on, form, evidence } = noted;
  const segment = await segmentOf(ctx, talentId, purpose);
  const ground = {
    segment,
    basis: 'consent' as const,
    source: evidence.slice(0, 200),
    obtainedOn: on,
    consent: { textId, on, form, evidence },
  };
  const made = await recordGrounds(ctx, [{ talentId, ground }]);
  if (made.size === 0) throw conflict('consent.answered_no_later');
  const eraseOn = await findEraseOn(ctx.db, talentId);
  if (eraseOn) await ctx.emit(ctx, 'consent.erase_dates_changed', { dates: new Map([[talentId, eraseOn]]) });
}

/** As the person is known for this purpose already; otherwise they came by themselves. */
async function segmentOf({ db }: Ctx, talentId: string, purpose: StayPurpose): Promise<LegalSegment> {
  const known = await db
    .selectFrom('grounds')
    .select('segment')
    .where('talent_id', '=', talentId)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const segments = ['rejected_applicant', 'sign_up', 'alumni', 'passive_contact', 'referral'] as const;
  const own = segments.find((segment) => segment === known?.segment);
  return (
    own ?? segments.find((segment) => segment !== 'rejected_applicant' && purposeOf(segment) === purpose) ?? 'sign_up'
  );
}

async function noteTopic(ctx: Ctx, talentId: string, noted: NotedConsent): Promise<void> {
  const topicId = noted.topicId ?? '';
  const topic = await ctx.db
    .selectFrom('topics')
    .select('id')
    .where('id', '=', topicId === '' ? null : topicId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (!topic) throw notFound('consent.topic_missing');
  await refuseOtherText(ctx, noted.textId);
  const { consentMonths } = await getPeriods(ctx);
  const choice: Choice = { purpose: 'newsletter', topicId };
  const proof = {
    form: noted.form,
    evidence: noted.evidence,
    textId: noted.textId,
    expiresOn: monthsAfter(noted.on, consentMonths),
  };
  await insertAnswers(ctx, [{ talentId, kind: 'given', choice, proof, at: momentOn(noted.on, ctx.now) }]);
}

async function refuseOtherText({ db, actor }: Ctx, textId: string): Promise<void> {
  const text = await db
    .selectFrom('consent_texts')
    .select('purpose')
    .where('id', '=', textId)
    .where('entity_id', 'in', actor.entityIds)
    .executeTakeFirst();
  if (!text) throw notFound('consent.text_missing');
  if (text.purpose !== 'newsletter') throw invalid('consent.text_of_other_purpose', { segment: text.purpose });
}
