import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import type { MailState } from '#ground/mail/outbox.ts';
import { canSendMail, statesOfMails } from '#ground/mail/outbox.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { HeldPerson } from '../schema.ts';
import { dayOf, nameOf } from './held-person.ts';
import { LETTER } from './letter.ts';

interface Asked {
  cursor?: string;
  limit: number;
  importId?: string;
}

/** People without permission, only for those who imported them; administrators see those of their entities. */
export async function listHeldOf(ctx: Ctx, asked: Asked) {
  allow(ctx.actor, 'inventory.import');
  const [rows, { count }] = await Promise.all([
    readPage(ctx, asked),
    visibleTo(ctx, asked)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  const { page, nextCursor } = cutPage(rows, asked.limit, ({ last_name, id }) => [last_name, id]);
  const letters = await statesOfMails(
    ctx.db,
    LETTER,
    page.map(({ id }) => id),
  );
  const items = page.map((row) => viewOf(row, letters.get(row.id)));
  return { items, nextCursor, count, canSendMail: canSendMail(ctx) };
}

const visibleTo = ({ db, actor, now }: Ctx, { importId }: Asked) =>
  db
    .selectFrom('held_people')
    .where('entity_id', 'in', actor.entityIds)
    .where('erase_on', '>', dayOf(now))
    .$if(actor.role !== 'administrator', (query) => query.where('imported_by', '=', actor.memberId))
    .$if(importId !== undefined, (query) => query.where('import_id', '=', importId ?? ''));

function readPage(ctx: Ctx, asked: Asked) {
  const after = pageAfter(asked.cursor, ['text', 'id']);
  return visibleTo(ctx, asked)
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where(where.refTuple('last_name', 'id'), '>', where.tuple(String(after?.[0]), String(after?.[1]))),
      ),
    )
    .orderBy('last_name')
    .orderBy('id')
    .limit(asked.limit + 1)
    .execute();
}

type HeldRow = Awaited<ReturnType<typeof readPage>>[number];

const LETTER_STATES = { waiting: 'waiting', sent: 'sent', failed: 'uncertain', given_up: 'undelivered' } as const;

const viewOf = (row: HeldRow, letter: MailState | undefined): HeldPerson => ({
  id: row.id,
  name: nameOf(row),
  email: row.email,
  legalSegment: row.legal_segment,
  segments: row.segments,
  obtainedOn: row.obtained_on,
  eraseOn: row.erase_on,
  invitedAt: row.invited_at?.toISOString() ?? null,
  letter: letter ? LETTER_STATES[letter] : null,
  importId: row.import_id,
});
