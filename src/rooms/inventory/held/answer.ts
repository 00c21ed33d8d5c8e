import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { gone } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import { getPeriods, planFor, recordGrounds } from '#rooms/consent/index.ts';
import type { LegalSegment } from '#rooms/consent/index.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import { dayOf, nameOf } from './held-person.ts';
import { hashOf } from './token.ts';

/** What the person is asked. Reading it changes nothing, so that a mail scanner cannot agree for anybody. */
export async function getInvitation(ctx: Ctx, token: string) {
  const invited = await getInvited(ctx, token);
  return {
    company: invited.company,
    text: invited.text,
    language: invited.invitation_language ?? 'de',
    eraseOn: invited.erase_on,
    name: nameOf(invited),
  };
}

/** Agreeing makes a talent with a consent that names text and time; leaving erases at once. */
export async function answerTheInvitation(ctx: Ctx, token: string, answer: 'agree' | 'leave'): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const person = await getInvited(ctx, token);
    const removed = await ctx.db
      .deleteFrom('held_people')
      .where('id', '=', person.id)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw gone('inventory.invitation_is_over');
    await forgetMailsAbout(ctx, [person.id]);
    if (answer === 'agree')
      await welcome({ ...ctx, actor: { ...ctx.actor, kind: 'system', entityIds: [person.entity_id] } }, person);
  });
}

async function getInvited({ db, now }: Ctx, token: string) {
  const row = await db
    .selectFrom('held_people as h')
    .innerJoin('consent_texts as t', 't.id', 'h.invitation_text')
    .innerJoin('entities as e', 'e.id', 'h.entity_id')
    .selectAll('h')
    .select(['t.body as text', 'e.name as company'])
    .where('h.invitation_hash', '=', hashOf(token))
    .where('h.erase_on', '>', dayOf(now))
    .executeTakeFirst();
  if (!row) throw gone('inventory.invitation_is_over');
  return row;
}

async function welcome(ctx: Ctx, person: Awaited<ReturnType<typeof getInvited>>) {
  const talentId = newId(ctx.now.getTime());
  const today = dayOf(ctx.now);
  const ground = {
    segment: person.legal_segment as LegalSegment,
    basis: 'consent' as const,
    source: 'invitation',
    obtainedOn: person.obtained_on,
    consent: {
      textId: person.invitation_text ?? '',
      on: today,
      form: 'portal' as const,
      evidence: `invitation ${person.invited_at?.toISOString() ?? ''}`,
    },
  };
  const { eraseOn } = planFor(ground, await getPeriods(ctx), today);
  await insertPeople(ctx, [
    {
      id: talentId,
      entityId: person.entity_id,
      firstName: person.first_name,
      lastName: person.last_name,
      segments: [],
      tags: [],
      eraseOn,
      source: 'invitation',
      addresses: person.email
        ? [{ id: newId(), kind: 'email', value: person.email, normalForm: person.email, isPrimary: true }]
        : [],
      stations: [],
      applications: [],
      skills: [],
      notes: [],
      touchpoints: [],
    },
  ]);
  await recordGrounds(ctx, [{ talentId, ground }]);
}
