import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import type { CheckResult, ImportBasis, ImportListItem, ImportView } from '../schema.ts';
import { noCounts } from './counting.ts';
import type { ImportRecord } from './queries.ts';
import { findImport } from './queries.ts';
import type { StoredFormat, StoredMapping } from './upload.ts';
import { headerSignature } from './upload.ts';

const instant = (at: Date | null) => at?.toISOString() ?? null;

/** @throws AppError inventory.import_not_found */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportView> {
  allow(ctx.actor, 'inventory.read');
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (!record) throw notFound('inventory.import_not_found');
  const signature = headerSignature(ctx, record.headers as string[]);
  const [profile, starter, duplicates] = await Promise.all([
    ctx.db
      .selectFrom('import_profiles')
      .select('name')
      .where('entity_id', '=', record.entity_id)
      .where('header_signature', '=', signature)
      .executeTakeFirst(),
    record.started_by
      ? ctx.db.selectFrom('members').select('name').where('id', '=', record.started_by).executeTakeFirst()
      : undefined,
    record.state === 'done' ? countOpenPairs(ctx, record) : 0,
  ]);
  return {
    ...viewOf(ctx, record),
    profileName: profile?.name ?? null,
    startedBy: starter?.name ?? null,
    openDuplicates: duplicates,
  };
}

function viewOf(ctx: Ctx, record: ImportRecord): Omit<ImportView, 'profileName' | 'startedBy' | 'openDuplicates'> {
  const { sheets, warnings, ...format } = record.format as StoredFormat;
  return {
    id: record.id,
    fileName: record.file_name,
    fileBytes: record.file_bytes,
    state: record.state as ImportView['state'],
    format,
    sheets,
    warnings,
    mapping: record.mapping as StoredMapping[],
    basis: record.basis as ImportBasis,
    rowTotal: record.row_total,
    rowsRead: record.rows_read,
    counts: { ...noCounts(), ...(record.counts as object) },
    check: record.check_result as CheckResult | null,
    failure: record.failure as ImportView['failure'],
    createdAt: record.created_at.toISOString(),
    startedAt: instant(record.started_at),
    finishedAt: instant(record.finished_at),
    undoneAt: instant(record.undone_at),
    rowsPerSecond: rateOf(ctx, record),
  };
}

function rateOf({ now }: Ctx, { state, started_at, rows_read }: ImportRecord): number | null {
  if (state !== 'running' || !started_at || rows_read === 0) return null;
  return Math.round(rows_read / Math.max(0.5, (now.getTime() - started_at.getTime()) / 1000));
}

async function countOpenPairs({ db }: Ctx, { id }: ImportRecord): Promise<number> {
  const { count } = await db
    .selectFrom('duplicate_pairs as p')
    .where('p.state', '=', 'open')
    .where((where) =>
      where.exists(
        where
          .selectFrom('import_rows as r')
          .select('r.line')
          .where('r.import_id', '=', id)
          .where('r.outcome', '=', 'created')
          .where((row) =>
            row.or([row('r.talent_id', '=', row.ref('p.talent_a')), row('r.talent_id', '=', row.ref('p.talent_b'))]),
          ),
      ),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Newest first, by keyset. */
export async function listImportsOf(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: ImportListItem[]; nextCursor: string | null }> {
  allow(ctx.actor, 'inventory.read');
  const after = pageAfter(cursor, ['id']);
  const rows = await ctx.db
    .selectFrom('imports as i')
    .leftJoin('members as m', 'm.id', 'i.started_by')
    .select([
      'i.id',
      'i.file_name',
      'i.state',
      'i.row_total',
      'i.rows_read',
      'i.counts',
      'i.created_at',
      'i.finished_at',
      'm.name',
    ])
    .where('i.entity_id', 'in', ctx.actor.entityIds)
    .$if(after !== undefined, (query) => query.where('i.id', '<', String(after?.[0])))
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute();
  const { page, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
  return {
    nextCursor,
    items: page.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      state: row.state as ImportView['state'],
      rowTotal: row.row_total,
      rowsRead: row.rows_read,
      counts: { ...noCounts(), ...(row.counts as object) },
      createdAt: row.created_at.toISOString(),
      finishedAt: instant(row.finished_at),
      startedBy: row.name,
    })),
  };
}
