import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { memberOf } from '../member.ts';
import type { orphanPage, orphanQuery, orphans } from '../schema-handover.ts';
import { orphanedPeople } from './orphan-sql.ts';

const OFFERED = sql`select p.talent_id from handover_people p join handovers h on h.id = p.handover_id and h.state = 'offered'`;
const OPEN_PROMISES = sql`select v.talent_id, count(*) as promises from promises_view v where v.kept_at is null group by v.talent_id`;

interface OwnerRow {
  owner_id: string | null;
  name: string | null;
  people: number;
  promises: number;
  offered: number;
}

/** How many relationships have nobody, by former owner. */
export async function getOrphans({ db, actor }: Ctx): Promise<z.input<typeof orphans>> {
  allow(actor, 'care.read');
  const { rows } = await sql<OwnerRow>`
    select o.owner_id, m.name, count(*)::int as people, (count(*) filter (where o.talent_id in (${OFFERED})))::int as offered,
      coalesce(sum(p.promises), 0)::int as promises
    from (${orphanedPeople(actor.entityIds)}) o left join (${OPEN_PROMISES}) p on p.talent_id = o.talent_id left join members m on m.id = o.owner_id group by o.owner_id, m.name order by o.owner_id is null, people desc, o.owner_id`.execute(
    db,
  );
  return {
    count: rows.reduce((sum, { people }) => sum + people, 0),
    owners: rows.map(({ owner_id, name, people, promises, offered }) => ({
      member: memberOf(owner_id, name),
      people,
      openPromises: promises,
      offered,
    })),
  };
}

interface OrphanRow {
  id: string;
  sort_name: string;
  title: string | null;
  first_name: string;
  last_name: string;
  role: string | null;
  employer: string | null;
  owner_id: string | null;
  owner_name: string | null;
  deputy_id: string | null;
  deputy_name: string | null;
  last_on: string | null;
  offered_to: string | null;
  offered_name: string | null;
}

/** People whom nobody looks after, by name. */
export async function listOrphanedPeople(
  { db, actor }: Ctx,
  { ownerId, cursor, limit }: z.output<typeof orphanQuery>,
): Promise<z.input<typeof orphanPage>> {
  allow(actor, 'care.read');
  const [name, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const beyond = name && id ? sql`(t.sort_name, t.id) > (${name}, ${id}::uuid)` : sql`true`;
  const { rows } = await sql<OrphanRow>`
    select t.id, t.sort_name, t.title, t.first_name, t.last_name, t.role, t.employer, o.owner_id, m.name as owner_name, t.deputy_id, d.name as deputy_name,
      (select c.occurred_at::date::text from touchpoints_view c where c.talent_id = t.id and not c.is_bulk order by c.occurred_at desc limit 1) as last_on,
      offer.to_member as offered_to, offer.name as offered_name
    from (${orphanedPeople(actor.entityIds)}) o join talents_view t on t.id = o.talent_id left join members m on m.id = o.owner_id left join members d on d.id = t.deputy_id
      left join lateral (select h.to_member, x.name from handover_people p join handovers h on h.id = p.handover_id and h.state = 'offered' join members x on x.id = h.to_member
        where p.talent_id = t.id limit 1) offer on true
    where ${beyond} and ${ownerId ? sql`o.owner_id = ${ownerId}::uuid` : sql`true`} order by t.sort_name, t.id limit ${limit + 1}`.execute(
    db,
  );
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.sort_name, row.id]);
  return { items: page.map(orphanOf), nextCursor };
}

const orphanOf = (row: OrphanRow) => ({
  id: row.id,
  title: row.title,
  firstName: row.first_name,
  lastName: row.last_name,
  role: row.role,
  employer: row.employer,
  formerOwner: memberOf(row.owner_id, row.owner_name),
  deputy: memberOf(row.deputy_id, row.deputy_name),
  lastContactOn: row.last_on,
  offeredTo: memberOf(row.offered_to, row.offered_name),
});
