import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { memberOf } from '../member.ts';
import type { Handover, handoverDetail, handoverPerson, handoverQuery } from '../schema-handover.ts';
import type { HandoverState } from '../types.ts';

const PEOPLE_A_PAGE = 100;

interface HandoverRow {
  id: string;
  from_member: string;
  from_name: string;
  to_member: string;
  to_name: string;
  offered_by: string | null;
  offered_by_name: string | null;
  offered_at: Date;
  accept_by: string;
  state: HandoverState;
  answered_at: Date | null;
  answer_note: string | null;
  introduction: string;
  people: number;
  open_promises: number;
}

const selectHandovers = (which: RawBuilder<unknown>) => sql<HandoverRow>`
  select h.id, h.from_member, f.name as from_name, h.to_member, o.name as to_name, h.offered_by, b.name as offered_by_name, h.offered_at, h.accept_by::text as accept_by,
    h.state, h.answered_at, h.answer_note, h.introduction, (select count(*)::int from handover_people p where p.handover_id = h.id) as people,
    (select count(*)::int from handover_people p join promises_view v on v.talent_id = p.talent_id and v.kept_at is null and v.owner_id in (h.from_member, h.to_member)
      where p.handover_id = h.id) as open_promises
  from handovers h join members f on f.id = h.from_member join members o on o.id = h.to_member left join members b on b.id = h.offered_by where ${which}`;

function handoverOf({ actor }: Pick<Ctx, 'actor'>, row: HandoverRow): Handover {
  const isOpen = row.state === 'offered';
  const { memberId } = actor;
  return {
    id: row.id,
    from: knownMember(row.from_member, row.from_name),
    to: knownMember(row.to_member, row.to_name),
    offeredBy: memberOf(row.offered_by, row.offered_by_name),
    offeredAt: row.offered_at.toISOString(),
    acceptBy: row.accept_by,
    state: row.state,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answerNote: row.answer_note,
    introduction: row.introduction,
    people: row.people,
    openPromises: row.open_promises,
    can: {
      answer: isOpen && row.to_member === memberId,
      withdraw: isOpen && (actor.role === 'administrator' || [row.offered_by, row.from_member].includes(memberId)),
    },
  };
}

export const knownMember = (id: string, name: string) => memberOf(id, name) ?? { id, name, initials: '' };

export async function getOne(ctx: Ctx, handoverId: string): Promise<Handover> {
  const { rows } = await selectHandovers(
    sql`h.id = ${handoverId} and h.entity_id = any(${ctx.actor.entityIds}::uuid[])`,
  ).execute(ctx.db);
  const [row] = rows;
  if (!row) throw notFound('care.handover_missing');
  return handoverOf(ctx, row);
}

export async function getHandovers(ctx: Ctx, { box, cursor, limit }: z.output<typeof handoverQuery>) {
  allow(ctx.actor, 'care.read');
  const mine = {
    incoming: sql`h.to_member = ${ctx.actor.memberId}::uuid`,
    outgoing: sql`(h.from_member = ${ctx.actor.memberId}::uuid or h.offered_by = ${ctx.actor.memberId}::uuid)`,
    all: sql`true`,
  }[box];
  const [at, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const beyond = at && id ? sql`(h.offered_at, h.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`;
  const { rows } = await sql<HandoverRow>`
    ${selectHandovers(sql`h.entity_id = any(${ctx.actor.entityIds}::uuid[]) and ${mine} and ${beyond}`)} order by h.offered_at desc, h.id desc limit ${limit + 1}`.execute(
    ctx.db,
  );
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.offered_at.toISOString(), row.id]);
  return { items: page.map((row) => handoverOf(ctx, row)), nextCursor };
}

/** @throws AppError care.handover_missing */
export async function getHandover(
  ctx: Ctx,
  handoverId: string,
  cursor: string | undefined,
): Promise<z.input<typeof handoverDetail>> {
  allow(ctx.actor, 'care.read');
  const one = await getOne(ctx, handoverId);
  const [name, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const rows = await listPeople(ctx, handoverId, name && id ? { name, id } : undefined);
  const { page, nextCursor } = cutPage(rows, PEOPLE_A_PAGE, (row) => [row.sort_name, row.id]);
  return { ...one, list: page.map(personOf), nextCursor };
}

interface PersonRow {
  id: string;
  sort_name: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  deputy_id: string | null;
  deputy_name: string | null;
  last_on: string | null;
  next_due_on: string | null;
  promises: { promiseId: string; what: string; dueOn: string }[];
}

async function listPeople(
  { db }: Ctx,
  handoverId: string,
  after: { name: string; id: string } | undefined,
): Promise<PersonRow[]> {
  const beyond = after ? sql`and (t.sort_name, t.id) > (${after.name}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<PersonRow>`
    select t.id, t.sort_name, t.title, t.first_name, t.last_name, t.role, t.employer, t.deputy_id, d.name as deputy_name,
      (select c.occurred_at::date::text from touchpoints_view c where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1) as last_on,
      (select v.next_due_on::text from care_view v where v.talent_id = t.id) as next_due_on,
      coalesce((select jsonb_agg(jsonb_build_object('promiseId', v.id, 'what', v.what, 'dueOn', v.due_on) order by v.due_on, v.id) from promises_view v
        where v.talent_id = t.id and v.kept_at is null), '[]') as promises
    from handover_people p join talents_view t on t.id = p.talent_id left join members d on d.id = t.deputy_id
    where p.handover_id = ${handoverId} ${beyond} order by t.sort_name, t.id limit ${PEOPLE_A_PAGE + 1}`.execute(db);
  return rows;
}

const personOf = (row: PersonRow): z.input<typeof handoverPerson> => ({
  id: row.id,
  title: row.title,
  firstName: row.first_name,
  lastName: row.last_name,
  role: row.role,
  employer: row.employer,
  deputy: memberOf(row.deputy_id, row.deputy_name),
  lastContactOn: row.last_on,
  nextDueOn: row.next_due_on,
  openPromises: row.promises,
});
