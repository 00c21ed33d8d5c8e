import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { readRow } from '../recognition/read-row.ts';
import type { ImportRowView, Outcome } from '../schema.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';
import type { StoredMapping } from './upload.ts';
import { countryOf, getChangeable } from './upload.ts';

interface RowQuestion {
  outcome?: Outcome;
  withProblems?: boolean;
  cursor?: string;
  limit: number;
}

/** What became of each row, by keyset over the line. Names come from the talents, so an erased person has none. */
export async function listRowsOf(ctx: Ctx, importId: string, { outcome, withProblems, cursor, limit }: RowQuestion) {
  allow(ctx.actor, 'inventory.read');
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (!record) throw notFound('inventory.import_not_found');
  const after = pageAfter(cursor, ['number']);
  const rows = await ctx.db
    .selectFrom('import_rows as r')
    .leftJoin('talents_view as t', (join) =>
      join.onRef('t.id', '=', 'r.talent_id').on('t.entity_id', 'in', ctx.actor.entityIds),
    )
    .leftJoin('held_people as h', (join) =>
      // Who waits without permission is a name only for who imported them, and for administrators.
      ctx.actor.role === 'administrator'
        ? join.onRef('h.id', '=', 'r.held_id')
        : join.onRef('h.id', '=', 'r.held_id').on('h.imported_by', '=', ctx.actor.memberId),
    )
    .select([
      'r.line',
      'r.outcome',
      'r.talent_id',
      'r.problems',
      'r.cells',
      't.first_name',
      't.last_name',
      'h.first_name as held_first',
      'h.last_name as held_last',
    ])
    .where('r.import_id', '=', importId)
    .$if(outcome !== undefined, (query) => query.where('r.outcome', '=', outcome ?? ''))
    .$if(withProblems === true, (query) => query.where('r.problems', '<>', JSON.stringify([])))
    .$if(after !== undefined, (query) => query.where('r.line', '>', Number(after?.[0])))
    .orderBy('r.line')
    .limit(limit + 1)
    .execute();
  const { page, nextCursor } = cutPage(rows, limit, ({ line }) => [line]);
  const items = page.map((row): ImportRowView => ({
    line: row.line,
    outcome: row.outcome as Outcome,
    talentId: row.talent_id,
    name: nameOf(row),
    problems: row.problems as ImportRowView['problems'],
    cells: shownCells(record, row.cells as string[] | null),
  }));
  return { items, nextCursor, headers: record.headers as string[] };
}

type NameParts = Record<'first_name' | 'last_name' | 'held_first' | 'held_last', string | null>;

const nameOf = ({ first_name, last_name, held_first, held_last }: NameParts): string | null =>
  [first_name ?? held_first, last_name ?? held_last].filter(Boolean).join(' ') || null;

/** Cells of sensitive columns never reach a screen. */
function shownCells(record: ImportRecord, cells: string[] | null): string[] | null {
  if (!cells) return null;
  const hidden = new Set(
    (record.mapping as StoredMapping[]).filter(({ isSensitive }) => isSensitive).map(({ column }) => column),
  );
  return cells.map((cell, index) => (hidden.has(index) ? '' : cell));
}

/** Mends cells of one row before the import and says at once what is still wrong with it. @throws AppError inventory.row_not_found */
export async function mendRow(
  ctx: Ctx,
  importId: string,
  line: number,
  mended: { column: number; value: string }[],
): Promise<ImportRowView> {
  const record = await getChangeable(ctx, importId);
  const row = await ctx.db
    .selectFrom('import_rows')
    .select('cells')
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .executeTakeFirst();
  if (!row?.cells) throw notFound('inventory.row_not_found');
  const cells = [...(row.cells as string[])];
  for (const { column, value } of mended) cells[column] = value;
  const country = await countryOf(ctx, record.entity_id);
  const reading = readRow(
    { line, cells },
    (record.mapping as StoredMapping[]).filter(({ field }) => field !== 'skip'),
    { country, today: ctx.now.toISOString().slice(0, 10) },
  );
  const problems = reading.kind === 'blank' ? [] : reading.problems;
  const outcome = reading.kind === 'person' ? ('created' as const) : ('rejected' as const);
  await ctx.db.transaction().execute(async (db) => {
    await db
      .insertInto('import_corrections')
      .values(mended.map(({ column, value }) => ({ import_id: importId, line, column_index: column, value })))
      .onConflict((on) =>
        on.columns(['import_id', 'line', 'column_index']).doUpdateSet((set) => ({ value: set.ref('excluded.value') })),
      )
      .execute();
    await db
      .updateTable('import_rows')
      .set({ cells: JSON.stringify(cells), problems: JSON.stringify(problems), outcome })
      .where('import_id', '=', importId)
      .where('line', '=', line)
      .execute();
  });
  return { line, outcome, talentId: null, name: null, problems, cells: shownCells(record, cells) };
}
