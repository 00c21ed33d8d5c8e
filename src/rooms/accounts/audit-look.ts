import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { allow } from './permissions.ts';
import type { AuditQuery } from './schema.ts';

/** Newest first. The look itself is recorded with its reason before anything is shown (WC-4). */
export async function lookIntoAudit(ctx: Ctx, query: AuditQuery) {
  allow(ctx.actor, 'accounts.read_audit');
  const { limit, ...details } = query;
  await record(ctx, { action: 'accounts.audit_read', details });
  const rows = await listEntries(ctx.db, query);
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, at: row.at.toISOString(), details: row.details as Record<string, unknown> }));
  return rows.length > limit ? { items, nextBefore: items.at(-1)?.seq } : { items };
}

/** One more than asked, to know whether there is a next page. */
function listEntries(db: Db, { before, limit, memberId, subjectId }: AuditQuery) {
  return db
    .selectFrom('audit_entries')
    .leftJoin('members', 'members.id', 'audit_entries.member_id')
    .select(['seq', 'at', 'audit_entries.member_id as memberId', 'members.name as memberName', 'action'])
    .select([
      'subject_kind as subjectKind',
      'subject_ids as subjectIds',
      'details',
      sql<boolean>`mac is not null`.as('isSealed'),
    ])
    .$if(before !== undefined, (all) => all.where('seq', '<', before ?? 0))
    .$if(memberId !== undefined, (all) => all.where('audit_entries.member_id', '=', memberId ?? null))
    .$if(subjectId !== undefined, (all) => all.where(sql<boolean>`subject_ids @> array[${subjectId}]::uuid[]`))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
}
