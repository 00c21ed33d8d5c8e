import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { shareGrounds } from '#rooms/consent/index.ts';
import { nobody, visible } from './access.ts';
import { applyColumns } from './edit.ts';
import { setEraseDates } from './erase-dates.ts';
import { COLUMN_OF } from './fields.ts';
import type { MergeBody } from './schema-many.ts';
import { reindexTalents } from './search.ts';
import { fullName } from './sort-name.ts';
import { refreshLastTouch } from './update-people.ts';

/** Parts that move with the person; addresses and skills only where the other has none like it. */
export const MOVED_TABLES = [
  'talent_addresses',
  'career_stations',
  'applications',
  'talent_skills',
  'notes',
  'touchpoints',
  'promises',
  'talent_files',
] as const;
export type MovedTable = (typeof MOVED_TABLES)[number];

export interface MergeSnapshot {
  goneName: string;
  /** Ids that were moved, by table. All other parts stayed with the hidden person. */
  moved: Partial<Record<MovedTable, string[]>>;
  /** Moved addresses that were the main one there. */
  demoted: string[];
  /** Columns of the kept person that changed: before and after, as `to_jsonb` has them. */
  columns: Record<string, { before: unknown; after: unknown }>;
}

export type PersonRow = Record<string, unknown> & { id: string };

export interface MergeInput {
  keptId: string;
  goneId: string;
  fields: Partial<MergeBody['fields']>;
}

/**
 * Two records of one human become one. The record that goes is only hidden and keeps what could not move, so that the merge can be
 * taken back exactly.
 * @throws AppError talents.not_found, talents.merge_with_itself
 */
export async function mergeTalents(
  ctx: Ctx,
  { keptId, goneId, fields }: MergeInput,
): Promise<{ mergeId: string; keptId: string }> {
  allow(ctx.actor, 'talents.merge');
  if (keptId === goneId) throw invalid('talents.merge_with_itself');
  return inTransaction(ctx, async (ctx) => {
    const { kept, gone } = await lockBoth(ctx, keptId, goneId);
    const mergeId = newId(ctx.now.getTime());
    const demoted = await demoteAddresses(ctx, kept.id, gone.id);
    const moved = await moveParts(ctx, kept.id, gone.id);
    await applyColumns(ctx, { talentId: keptId, actId: mergeId, columns: joinedColumns(kept, gone, fields) });
    const columns = await changedColumns(ctx, mergeId);
    await sql`update talents set deleted_at = ${ctx.now}, deleted_by = ${ctx.actor.memberId}::uuid, merged_into = ${keptId}::uuid where id = ${goneId}`.execute(
      ctx.db,
    );
    await sql`update talent_search set is_listed = false where talent_id = ${goneId}`.execute(ctx.db);
    const eraseOn = await shareGrounds(ctx, { keptId, goneId, mergeId });
    if (eraseOn) await setEraseDates(ctx, new Map([[keptId, eraseOn]]));
    const snapshot: MergeSnapshot = { goneName: nameOf(gone), moved, demoted, columns };
    await ctx.db
      .insertInto('talent_merges')
      .values({
        id: mergeId,
        kept_id: keptId,
        gone_id: goneId,
        snapshot: JSON.stringify(snapshot),
        merged_by: ctx.actor.memberId,
        merged_at: ctx.now,
      })
      .execute();
    await refreshLastTouch(ctx, [keptId]);
    await reindexTalents(ctx, [keptId]);
    await record(ctx, {
      action: 'talents.merged',
      subjectKind: 'talent',
      subjectIds: [keptId, goneId],
      details: { mergeId },
    });
    await ctx.emit(ctx, 'talents.merged', { mergeId, keptId, goneId });
    return { mergeId, keptId };
  });
}

/** Both locked in the order of their ids, so that two merges never wait for each other. */
async function lockBoth(
  { db, actor }: Ctx,
  keptId: string,
  goneId: string,
): Promise<{ kept: PersonRow; gone: PersonRow }> {
  const { rows } = await sql<{ row: PersonRow }>`
    select to_jsonb(t) as row from talents t where t.id = any(${[keptId, goneId]}::uuid[]) and ${visible(actor)} order by t.id for update`.execute(
    db,
  );
  const [kept, gone] = [keptId, goneId].map((id) => rows.find(({ row }) => row.id === id)?.row);
  if (!kept || !gone || kept.entity_id !== gone.entity_id) throw nobody();
  return { kept, gone };
}

const nameOf = (row: PersonRow) =>
  fullName({ title: row.title as string | null, firstName: String(row.first_name), lastName: String(row.last_name) });

/** One main address of a kind is enough. Returns which were demoted. */
async function demoteAddresses({ db }: Ctx, keptId: string, goneId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update talent_addresses a set is_primary = false where a.talent_id = ${goneId} and a.is_primary
      and exists (select 1 from talent_addresses k where k.talent_id = ${keptId} and k.kind = a.kind and k.is_primary) returning a.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function moveParts({ db }: Ctx, keptId: string, goneId: string): Promise<MergeSnapshot['moved']> {
  const moved: MergeSnapshot['moved'] = {};
  for (const table of MOVED_TABLES) {
    const { rows } = await sql<{
      id: string;
    }>`update ${sql.table(table)} x set talent_id = ${keptId} where x.talent_id = ${goneId} and ${isNew(table, keptId)} returning x.id`.execute(
      db,
    );
    if (rows.length > 0) moved[table] = rows.map(({ id }) => id);
  }
  return moved;
}

function isNew(table: MovedTable, keptId: string) {
  if (table === 'talent_addresses')
    return sql`not exists (select 1 from talent_addresses k where k.talent_id = ${keptId} and k.kind = x.kind and k.normal_form = x.normal_form)`;
  if (table === 'talent_skills')
    return sql`not exists (select 1 from talent_skills k where k.talent_id = ${keptId} and k.kind = x.kind and k.folded_name = x.folded_name)`;
  return sql`true`;
}

/** What is empty is filled from the other; what both have stays, unless the other was chosen. Lists are joined. */
function joinedColumns(kept: PersonRow, gone: PersonRow, fields: MergeInput['fields']): Record<string, unknown> {
  const chosen = Object.entries(COLUMN_OF).flatMap(([field, column]) => {
    const isOther =
      fields[field as keyof typeof fields] === 'other' ||
      (fields[field as keyof typeof fields] === undefined && isEmpty(kept[column]));
    return isOther && column !== 'tags' && !isEmpty(gone[column]) ? [[column, gone[column]]] : [];
  });
  return {
    ...Object.fromEntries(chosen),
    tags: joinLists(kept.tags, gone.tags),
    segments: joinLists(kept.segments, gone.segments),
  };
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
const joinLists = (a: unknown, b: unknown) => [...new Set([...(a as string[]), ...(b as string[])])];

async function changedColumns({ db }: Ctx, mergeId: string): Promise<MergeSnapshot['columns']> {
  const rows = await db
    .selectFrom('talent_changes')
    .select(['field', 'before', 'after'])
    .where('act_id', '=', mergeId)
    .execute();
  return Object.fromEntries(rows.map(({ field, before, after }) => [field, { before, after }]));
}
