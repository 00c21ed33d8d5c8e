import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { forbidden, invalid, notFound, tooMany } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { ContactFacts } from '#rooms/consent/index.ts';
import { decideContact, listContactFacts, mustCarryNotice, NOT_HERE } from '#rooms/consent/index.ts';
import type { personalLetterBody } from '../schema-writing.ts';
import { ZONES } from '../sending/window.ts';
import { findCarrier } from './carrier.ts';
import { noticeLines } from './notice.ts';
import type { Addressed } from './person.ts';
import { findAddressed } from './person.ts';
import { refusalIn } from './refusal.ts';
import { sendPersonalJob } from './send-job.ts';
import { storedForm } from './stored.ts';

const LONGEST_NAME = 120;

/**
 * Writes to one person. Permission is asked now, for whoever writes, and again when the letter is handed over (NL-1).
 * @throws AppError talents.not_found, campaigns.contact_refused, campaigns.no_address, campaigns.personal_sender_missing,
 * campaigns.first_contacts_full, campaigns.touch_not_found, consent.privacy_contact_missing
 */
export async function sendPersonalLetter(
  ctx: Ctx,
  talentId: string,
  input: z.output<typeof personalLetterBody>,
): Promise<{ campaignId: string }> {
  allow(ctx.actor, 'campaigns.write');
  return inTransaction(ctx, async (ctx) => {
    const person = await findAddressed(ctx, talentId);
    if (person.address === null) throw invalid('campaigns.no_address');
    await refuseUnlessAllowed(ctx, person);
    await refuseForeignTouch(ctx, talentId, input.answersTouchId ?? null);
    const carrier = await findCarrier(ctx, person.entity_id);
    if (!carrier) throw invalid('campaigns.personal_sender_missing');
    const campaignId = await keep(ctx, { person, senderId: carrier.senderId, input });
    await record(ctx, {
      action: 'campaigns.personal_letter_written',
      subjectKind: 'talent',
      subjectIds: [talentId],
      details: { campaignId },
    });
    await ctx.jobs(ctx, sendPersonalJob, { campaignId });
    return { campaignId };
  });
}

async function refuseUnlessAllowed(ctx: Ctx, { id, language }: Addressed): Promise<void> {
  const facts = (await listContactFacts(ctx, [id])).get(id) ?? NOT_HERE;
  const answer = decideContact(facts, { talentId: id, channel: 'mail', purpose: 'personal' }, ctx.now);
  const refusal = refusalIn(answer);
  if (refusal) throw forbidden('campaigns.contact_refused', { reason: refusal.code });
  if (!mustCarryNotice(answer)) return;
  await refuseOneTooMany(ctx, facts);
  // Who cannot be told may not be written to; better now than when nobody sees it.
  await noticeLines(ctx, id, language);
}

/** First letters of today that have not left yet count as well: two windows do not make forty out of twenty. */
async function refuseOneTooMany(
  { db, actor, now }: Ctx,
  { firstContactsToday = 0, limits }: ContactFacts,
): Promise<void> {
  const limit = limits?.firstContactsPerDay ?? 0;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns first contacts ${actor.memberId}`}, 0))`.execute(
    db,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from campaigns c join campaign_recipients r on r.campaign_id = c.id join information_duties d on d.talent_id = r.talent_id
    where c.kind = 'personal' and c.created_by = ${actor.memberId}::uuid and c.created_at > ${now}::timestamptz - interval '1 day'
      and r.state in ('queued', 'claimed', 'handing_over') and d.informed_at is null`.execute(db);
  if (firstContactsToday + (rows[0]?.count ?? 0) >= limit) throw tooMany('campaigns.first_contacts_full', { limit });
}

async function refuseForeignTouch({ db }: Ctx, talentId: string, touchId: string | null): Promise<void> {
  if (touchId === null) return;
  const { rows } = await sql`
    select 1 from touchpoints_view where id = ${touchId}::uuid and talent_id = ${talentId}::uuid`.execute(db);
  if (rows.length === 0) throw notFound('campaigns.touch_not_found');
}

interface ToKeep {
  person: Addressed;
  senderId: string;
  input: z.output<typeof personalLetterBody>;
}

/** One letter is a campaign to one person, so that it goes the same way as all others. */
async function keep(ctx: Ctx, { person, senderId, input }: ToKeep): Promise<string> {
  const { db, actor, now } = ctx;
  const id = newId(now.getTime());
  const subject = oneLine(input.subject);
  await db
    .insertInto('campaigns')
    .values({
      id,
      entity_id: person.entity_id,
      name: subject.slice(0, LONGEST_NAME),
      kind: 'personal',
      sender_id: senderId,
      main_language: person.language,
      state: 'sending',
      scheduled_for: now,
      started_at: now,
      prepared_at: now,
      worked_at: now,
      created_by: actor.memberId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const words = { subject, text: input.text, answersTouchId: input.answersTouchId ?? null };
  await db
    .insertInto('campaign_versions')
    .values({ campaign_id: id, number: 1, letter: storedForm(words), made_by: actor.memberId, made_at: now })
    .execute();
  await keepRecipient(ctx, id, person);
  return id;
}

async function keepRecipient({ db, now }: Ctx, campaignId: string, person: Addressed): Promise<void> {
  const address = person.normal_form ?? '';
  await db
    .insertInto('campaign_recipients')
    .values({
      campaign_id: campaignId,
      talent_id: person.id,
      address,
      domain: address.slice(address.lastIndexOf('@') + 1),
      language: person.language,
      zone: ZONES[person.country_profile] ?? 'Europe/Berlin',
      state: 'queued',
      not_before: now,
      changed_at: now,
    })
    .execute();
}
