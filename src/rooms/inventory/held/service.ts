import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, gone, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getPeriods, planFor, recordGrounds } from '#rooms/consent/index.ts';
import type { LegalSegment } from '#rooms/consent/index.ts';
import { insertPeople } from '#rooms/talents/index.ts';
import type { HeldPerson } from '../schema.ts';
import { letterFor } from './letter.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** People without permission, only for those who imported them; administrators see those of their entities. */
export async function listHeldOf(
  ctx: Ctx,
  { cursor, limit, importId }: { cursor?: string; limit: number; importId?: string },
) {
  allow(ctx.actor, 'inventory.import');
  const after = pageAfter(cursor, ['text', 'text']);
  const visible = ctx.db
    .selectFrom('held_people')
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('erase_on', '>', dayOf(ctx.now))
    .$if(ctx.actor.role !== 'administrator', (query) => query.where('imported_by', '=', ctx.actor.memberId))
    .$if(importId !== undefined, (query) => query.where('import_id', '=', importId ?? ''));
  const [rows, { count }] = await Promise.all([
    visible
      .selectAll()
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('last_name', 'id'), '>', tuple(String(after?.[0]), String(after?.[1]))),
        ),
      )
      .orderBy('last_name')
      .orderBy('id')
      .limit(limit + 1)
      .execute(),
    visible.select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const { page, nextCursor } = cutPage(rows, limit, ({ last_name, id }) => [last_name, id]);
  const items = page.map((row): HeldPerson => ({
    id: row.id,
    name: nameOf(row),
    email: row.email,
    legalSegment: row.legal_segment,
    segments: row.segments,
    obtainedOn: row.obtained_on,
    eraseOn: row.erase_on,
    invitedAt: row.invited_at?.toISOString() ?? null,
    importId: row.import_id,
  }));
  return { items, nextCursor, count: Number(count) };
}

const nameOf = ({ first_name, last_name }: { first_name: string; last_name: string }) =>
  [first_name, last_name].filter(Boolean).join(' ');

/**
 * The one invitation to consent: a letter with a link, which the recruiter sends by hand from the own mailbox.
 * @throws AppError inventory.held_not_found, inventory.already_invited, inventory.text_not_found
 */
export async function invite(
  ctx: Ctx,
  heldId: string,
  { textId, language }: { textId: string; language: 'de' | 'en' },
  baseUrl: string,
) {
  allow(ctx.actor, 'inventory.import');
  const person = await ctx.db
    .selectFrom('held_people')
    .selectAll()
    .where('id', '=', heldId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('erase_on', '>', dayOf(ctx.now))
    .executeTakeFirst();
  if (!person) throw notFound('inventory.held_not_found');
  const text = await ctx.db
    .selectFrom('consent_texts')
    .select('id')
    .where('id', '=', textId)
    .where('entity_id', '=', person.entity_id)
    .executeTakeFirst();
  if (!text) throw notFound('inventory.text_not_found');
  const token = randomBytes(24).toString('base64url');
  const invited = await ctx.db
    .updateTable('held_people')
    .set({
      invited_at: ctx.now,
      invitation_hash: hashOf(token),
      invitation_text: textId,
      invitation_language: language,
    })
    .where('id', '=', heldId)
    .where('invited_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!invited) throw conflict('inventory.already_invited');
  const entity = await ctx.db
    .selectFrom('entities')
    .select('name')
    .where('id', '=', person.entity_id)
    .executeTakeFirstOrThrow();
  const sender = ctx.actor.memberId
    ? await ctx.db.selectFrom('members').select('name').where('id', '=', ctx.actor.memberId).executeTakeFirst()
    : undefined;
  return letterFor({
    name: nameOf(person),
    company: entity.name,
    sender: sender?.name ?? entity.name,
    eraseOn: person.erase_on,
    link: `${baseUrl}/invitation/${token}`,
    language,
  });
}

async function getInvited(ctx: Ctx, token: string) {
  const row = await ctx.db
    .selectFrom('held_people as h')
    .innerJoin('consent_texts as t', 't.id', 'h.invitation_text')
    .innerJoin('entities as e', 'e.id', 'h.entity_id')
    .selectAll('h')
    .select(['t.body as text', 'e.name as company'])
    .where('h.invitation_hash', '=', hashOf(token))
    .where('h.erase_on', '>', dayOf(ctx.now))
    .executeTakeFirst();
  if (!row) throw gone('inventory.invitation_is_over');
  return row;
}

/** What the person is asked. Reading it changes nothing, so that a mail scanner cannot agree for anybody. */
export async function getInvitation(ctx: Ctx, token: string) {
  const { company, text, invitation_language, erase_on, first_name, last_name } = await getInvited(ctx, token);
  return {
    company,
    text,
    language: invitation_language ?? 'de',
    eraseOn: erase_on,
    name: nameOf({ first_name, last_name }),
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
    if (answer === 'agree')
      await welcome({ ...ctx, actor: { ...ctx.actor, kind: 'system', entityIds: [person.entity_id] } }, person);
  });
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
