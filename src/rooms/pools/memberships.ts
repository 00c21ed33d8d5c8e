import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { mustEnter } from './access.ts';
import { memberOf } from './people.ts';
import type { Membership, membershipQuery } from './schema.ts';

interface Row {
  talent_id: string;
  added_at: Date;
  /** As text: a Date would lose what the database counts beyond milliseconds, and the page would begin anew. */
  added_key: string;
  added_by: string | null;
  added_by_name: string | null;
  reason: string | null;
  source: string;
  paused_until: string | null;
  is_looked_after: boolean;
}

/** Who is in since when and why, the newest first. @throws AppError pools.not_found, pools.only_its_team */
export async function listMembershipsOf(
  ctx: Ctx,
  poolId: string,
  { cursor, limit }: z.output<typeof membershipQuery>,
): Promise<{ items: Membership[]; nextCursor: string | null }> {
  allow(ctx.actor, 'pools.read');
  await mustEnter(ctx, poolId);
  const [at, id] = pageAfter(cursor, ['text', 'id']) ?? [];
  const after = at === undefined ? sql`` : sql`and (m.added_at, m.talent_id) < (${at}::timestamptz, ${id}::uuid)`;
  const { rows } = await sql<Row>`
    select m.talent_id, m.added_at, m.added_at::text as added_key, m.added_by, b.name as added_by_name, m.reason, m.source, m.paused_until,
      coalesce(t.owner_id <> t.deputy_id, false) as is_looked_after
    from pool_members m join talents_view t on t.id = m.talent_id left join members b on b.id = m.added_by
    where m.pool_id = ${poolId} ${after} order by m.added_at desc, m.talent_id desc limit ${limit + 1}`.execute(ctx.db);
  const { page, nextCursor } = cutPage(rows, limit, ({ added_key, talent_id }) => [added_key, talent_id]);
  return { items: page.map(membershipOf), nextCursor };
}

const membershipOf = (row: Row): Membership => ({
  talentId: row.talent_id,
  addedAt: row.added_at.toISOString(),
  addedBy: memberOf(row.added_by, row.added_by_name),
  reason: row.reason,
  source: row.source,
  pausedUntil: row.paused_until,
  hasOwnerAndDeputy: row.is_looked_after,
});
