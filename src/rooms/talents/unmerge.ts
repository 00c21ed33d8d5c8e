import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { unshareGrounds } from '#rooms/consent/index.ts';
import { setEraseDates } from './erase-dates.ts';
import type { MergeSnapshot, MovedTable } from './merge.ts';
import { reindexTalents } from './search.ts';
import { refreshSortNames } from './undo.ts';
import { refreshLastTouch } from './update-people.ts';

interface MergeRow {
  id: string;
  kept_id: string;
  gone_id: string;
  snapshot: MergeSnapshot;
  merged_at: Date;
}

/**
 * Separates two people again: each gets back what it had. What was added or edited since stays with the kept one.
 * @throws AppError talents.merge_not_found, talents.merge_is_undone, talents.merged_further
 */
export async function unmergeTalents(ctx: Ctx, mergeId: string): Promise<{ keptId: string; restoredId: string }> {
  allow(ctx.actor, 'talents.merge');
  return inTransaction(ctx, async (ctx) => {
    const merge = await lockMerge(ctx, mergeId);
    const { kept_id: keptId, gone_id: goneId, snapshot } = merge;
    await movePartsBack(ctx, merge);
    await restoreColumns(ctx, merge);
    const eraseOn = await unshareGrounds(ctx, { keptId, mergeId });
    if (eraseOn) await setEraseDates(ctx, new Map([[keptId, eraseOn]]));
    await sql`update talents set deleted_at = null, deleted_by = null, merged_into = null, version = version + 1 where id = ${goneId}`.execute(
      ctx.db,
    );
    await sql`update talent_addresses set is_primary = true where id = any(${snapshot.demoted}::uuid[])`.execute(
      ctx.db,
    );
    await sql`update talent_merges set undone_at = ${ctx.now} where id = ${mergeId}`.execute(ctx.db);
    await refreshSortNames(ctx, [keptId]);
    await refreshLastTouch(ctx, [keptId, goneId]);
    await reindexTalents(ctx, [keptId, goneId]);
    await record(ctx, {
      action: 'talents.unmerged',
      subjectKind: 'talent',
      subjectIds: [keptId, goneId],
      details: { mergeId },
    });
    await ctx.emit(ctx, 'talents.unmerged', { mergeId, keptId, goneId });
    return { keptId, restoredId: goneId };
  });
}

async function lockMerge({ db, actor }: Ctx, mergeId: string): Promise<MergeRow> {
  const { rows } = await sql<MergeRow & { undone_at: Date | null; is_hidden: boolean }>`
    select g.id, g.kept_id, g.gone_id, g.snapshot, g.merged_at, g.undone_at, t.deleted_at is not null as is_hidden
    from talent_merges g join talents t on t.id = g.kept_id join talents o on o.id = g.gone_id
    where g.id = ${mergeId} and t.entity_id = any(${actor.entityIds}::uuid[]) order by t.id for update of g, t`.execute(
    db,
  );
  const [merge] = rows;
  if (!merge) throw notFound('talents.merge_not_found');
  if (merge.undone_at !== null) throw conflict('talents.merge_is_undone');
  if (merge.is_hidden) throw conflict('talents.merged_further');
  return merge;
}

async function movePartsBack({ db }: Ctx, { kept_id: keptId, gone_id: goneId, snapshot }: MergeRow) {
  for (const [table, ids] of Object.entries(snapshot.moved) as [MovedTable, string[]][]) {
    await sql`update ${sql.table(table)} set talent_id = ${goneId} where id = any(${ids}::uuid[]) and talent_id = ${keptId}`.execute(
      db,
    );
  }
}

/** A column goes back when it is still as the merge left it. Lists lose what the merge added, whatever else has changed. */
async function restoreColumns(ctx: Ctx, merge: MergeRow) {
  for (const [column, { before, after }] of Object.entries(merge.snapshot.columns)) {
    const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
    await sql`
      update talents t set ${sql.ref(column)} = (jsonb_populate_record(null::talents, jsonb_build_object(${column}::text, ${was}::jsonb))).${sql.ref(column)}, version = version + 1
      where t.id = ${merge.kept_id} and coalesce(to_jsonb(t.${sql.ref(column)}), 'null') = ${is}::jsonb`.execute(
      ctx.db,
    );
    if (Array.isArray(before) && Array.isArray(after))
      await removeFromList(ctx, merge.kept_id, { column, words: after.filter((word) => !before.includes(word)) });
  }
  await tellLaterMerges(ctx, merge);
}

const removeFromList = ({ db }: Ctx, talentId: string, { column, words }: { column: string; words: unknown[] }) =>
  sql`update talents t set ${sql.ref(column)} = array(select w from unnest(t.${sql.ref(column)}) w where w <> all(${words}::text[])) where t.id = ${talentId}`.execute(
    db,
  );

/** A later merge remembers a value that this one brought; taken back after it, it must not bring that value back. */
async function tellLaterMerges({ db }: Ctx, merge: MergeRow) {
  const later = await db
    .selectFrom('talent_merges')
    .select(['id', 'snapshot'])
    .where('kept_id', '=', merge.kept_id)
    .where('merged_at', '>=', merge.merged_at)
    .where('id', '<>', merge.id)
    .where('undone_at', 'is', null)
    .execute();
  for (const { id, snapshot } of later as { id: string; snapshot: MergeSnapshot }[]) {
    const columns = Object.fromEntries(
      Object.entries(snapshot.columns).map(([column, values]) => [
        column,
        corrected(values, merge.snapshot.columns[column]),
      ]),
    );
    await db
      .updateTable('talent_merges')
      .set({ snapshot: JSON.stringify({ ...snapshot, columns }) })
      .where('id', '=', id)
      .execute();
  }
}

type Values = { before: unknown; after: unknown };
function corrected(later: Values, own: Values | undefined): Values {
  if (!own) return later;
  if (JSON.stringify(later.before) === JSON.stringify(own.after)) return { ...later, before: own.before };
  return later;
}
