import type { EventBoard } from '#ground/events/events.ts';
import { readFileTextJob } from './reading/file-text.ts';

/** What the inventory does when talents are joined, taken apart or erased. */
export function listenToTalents(board: EventBoard) {
  board.on('talents.merged', async ({ db }, { mergeId, keptId, goneId }) => {
    await db
      .updateTable('source_records')
      .set({ talent_id: keptId, merge_id: mergeId })
      .where('talent_id', '=', goneId)
      .execute();
  });

  board.on('talents.unmerged', async ({ db }, { mergeId, goneId }) => {
    await db
      .updateTable('source_records')
      .set({ talent_id: goneId, merge_id: null })
      .where('merge_id', '=', mergeId)
      .execute();
  });

  board.on('talents.file_kept', (ctx, { talentId, fileId }) => ctx.jobs(ctx, readFileTextJob, { talentId, fileId }));

  board.on('talents.erased', async ({ db }, { talentIds }) => {
    await db
      .deleteFrom('duplicate_pairs')
      .where((where) => where.or([where('talent_a', 'in', talentIds), where('talent_b', 'in', talentIds)]))
      .execute();
    await db
      .updateTable('import_rows')
      .set({ talent_id: null, problems: '[]', change: null })
      .where('talent_id', 'in', talentIds)
      .execute();
  });
}
