import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import type { QuietPerson } from './schema.ts';

interface Row {
  id: string;
  talent_id: string;
  name: string;
  kind: 'silence' | 'objection';
  why: string;
  from_on: string;
  until_on: string;
}

/** An objection has no end; in the order of days it stands last. */
const FOREVER = '9999-12-31';

/** Who hears nothing from us: those whose silence ends first on top, objections last. */
export async function listQuietOf(ctx: Ctx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  allow(ctx.actor, 'consent.read');
  const after = pageAfter(cursor, ['text', 'id']);
  const quiet = quietRows(ctx);
  const { rows } = await sql<Row>`
    select * from (${quiet}) q where ${after ? sql`(q.until_on::text, q.id) > (${after[0]}, ${after[1]}::uuid)` : sql`true`}
    order by q.until_on::text, q.id limit ${limit + 1}`.execute(ctx.db);
  const counted = await sql<{
    count: number;
  }>`select count(distinct q.talent_id)::int as count from (${quiet}) q`.execute(ctx.db);
  const { page, nextCursor } = cutPage(rows, limit, ({ until_on, id }) => [until_on, id]);
  return { items: page.map(shown), nextCursor, count: counted.rows[0]?.count ?? 0 };
}

function quietRows({ actor, now }: Ctx) {
  const today = now.toISOString().slice(0, 10);
  const name = sql`concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, ''))`;
  const seen = sql`t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null`;
  return sql`
    select s.id, s.talent_id, ${name} as name, 'silence' as kind, s.reason as why, s.starts_on::text as from_on, s.ends_on::text as until_on
    from silences s join talents t on t.id = s.talent_id where ${seen} and s.ended_at is null and s.ends_on >= ${today}::date
    union all select o.id, o.talent_id, ${name}, 'objection', o.scope, (o.raised_at at time zone 'UTC')::date::text, ${FOREVER}
    from objections o join talents t on t.id = o.talent_id where ${seen} and (o.decided_at is null or o.decision = 'upheld')`;
}

const shown = ({ id, talent_id, name, kind, why, from_on, until_on }: Row): QuietPerson => ({
  id,
  talentId: talent_id,
  name,
  kind,
  why,
  from: from_on,
  until: until_on === FOREVER ? null : until_on,
});
