import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

interface AuditEntry {
  /** `<room>.<past_tense>`, e.g. `talents.exported`. */
  action: string;
  subjectKind?: string;
  subjectIds?: readonly string[];
  /** Facts without names, addresses or notes: entries outlive the people they are about. */
  details?: Record<string, unknown>;
}

/**
 * Writes down who did what. Call it in the transaction of the act: both are kept or neither.
 * The transaction's id is taken before the entry's number, so that sealing can tell which numbers may still appear.
 */
export async function record({ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>, entry: AuditEntry): Promise<void> {
  const { action, subjectKind = null, subjectIds = [], details = {} } = entry;
  await sql`
    with writer as materialized (select pg_current_xact_id() as id)
    insert into audit_entries (at, member_id, action, subject_kind, subject_ids, details)
    select ${now}::timestamptz, ${actor.memberId}::uuid, ${action}, ${subjectKind}, ${[...subjectIds]}::uuid[], ${JSON.stringify(details)}::jsonb
    from writer where writer.id is not null
  `.execute(db);
}
