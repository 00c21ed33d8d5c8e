import { sql } from 'kysely';
import type { Actor, Ctx } from '#ground/context.ts';
import { AppError, invalid, notFound } from '#ground/errors/app-error.ts';
import { visiblePools } from '../access.ts';
import type { Rule } from '../schema-rule.ts';
import { readRule } from './read-rule.ts';
import type { Named } from './resolve.ts';
import { namesOthers, resolveRule } from './resolve.ts';

export interface SegmentRow {
  id: string;
  entity_id: string;
  name: string;
  rule: unknown;
  visibility: 'private' | 'all';
  created_by: string | null;
  by_name: string | null;
  version: number;
  updated_at: Date;
}

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** About `saved_segments s`: those for all, one's own, and all of them for the program itself. */
export const visibleSegments = ({ kind, memberId, entityIds }: Actor) =>
  kind === 'system' && memberId === null
    ? sql<boolean>`(s.entity_id = any(${entityIds}::uuid[]) and s.deleted_at is null)`
    : sql<boolean>`(s.entity_id = any(${entityIds}::uuid[]) and s.deleted_at is null and (s.visibility = 'all' or s.created_by = ${memberId}::uuid))`;

export async function listSegmentRows({ db, actor }: Reader): Promise<SegmentRow[]> {
  const { rows } = await sql<SegmentRow>`
    select s.id, s.entity_id, s.name, s.rule, s.visibility, s.created_by, m.name as by_name, s.version, s.updated_at
    from saved_segments s left join members m on m.id = s.created_by where ${visibleSegments(actor)} order by lower(s.name), s.id`.execute(
    db,
  );
  return rows;
}

/** What rules may name for this reader. Rules in the database were read when they were saved; one that no longer reads is gone. */
export async function loadNamed(reader: Reader, rows?: readonly SegmentRow[]): Promise<Named> {
  const segments = rows ?? (await listSegmentRows(reader));
  const { rows: pools } = await sql<{
    id: string;
  }>`select p.id from pools p where ${visiblePools(reader.actor)}`.execute(reader.db);
  const readable = segments.flatMap(({ id, rule }) => {
    const read = readRule(rule);
    return read.rule ? [[id, read.rule] as const] : [];
  });
  return { rules: new Map(readable), pools: new Set(pools.map(({ id }) => id)) };
}

/** @throws AppError with what is wrong */
export function readOrRefuse(given: unknown): Rule {
  const { rule, problem } = readRule(given);
  if (problem) throw new AppError('invalid', problem.code, problem.params);
  return rule;
}

/** An unsaved rule, ready to be asked. @throws AppError pools.rule_… */
export async function resolveGiven(reader: Reader, given: unknown, selfId?: string): Promise<Rule> {
  const rule = readOrRefuse(given);
  return namesOthers(rule) ? resolveRule(rule, await loadNamed(reader), selfId) : rule;
}

/**
 * A saved rule with everything it names in it, ready for `segmentSql` and `matchesRule`.
 * @throws AppError pools.segment_not_found, pools.rule_…
 */
export async function loadSegmentRule(reader: Reader, segmentId: string): Promise<Rule> {
  const row = await findSegment(reader, segmentId);
  if (!row) throw notFound('pools.segment_not_found');
  return resolveGiven(reader, row.rule, segmentId);
}

export async function findSegment({ db, actor }: Reader, segmentId: string): Promise<SegmentRow | undefined> {
  const { rows } = await sql<SegmentRow>`
    select s.id, s.entity_id, s.name, s.rule, s.visibility, s.created_by, m.name as by_name, s.version, s.updated_at
    from saved_segments s left join members m on m.id = s.created_by where s.id = ${segmentId}::uuid and ${visibleSegments(actor)}`.execute(
    db,
  );
  return rows[0];
}

/** Whether a rule for everyone names one that only its writer sees. @throws AppError pools.rule_names_private */
export async function refusePrivateNames({ db }: Reader, segmentIds: readonly string[]): Promise<void> {
  if (segmentIds.length === 0) return;
  const { rows } = await sql`
    select 1 from saved_segments s where s.id = any(${segmentIds}::uuid[]) and s.visibility = 'private'`.execute(db);
  if (rows.length > 0) throw invalid('pools.rule_names_private');
}
