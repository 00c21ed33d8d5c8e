import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { findImport } from './queries.ts';
import type { StoredMapping } from './upload.ts';

/** Column that explains each rejected row; it is recognised and skipped when the file is dropped again. */
export const REASON_HEADER: Record<'de' | 'en', string> = { de: 'Wiedersehen: Grund', en: 'Wiedersehen: reason' };

export interface ErrorTable {
  fileName: string;
  rows: AsyncGenerator<string[]>;
}

/** Rejected rows with the columns of the file and why they stayed out. Sensitive columns are left empty. */
export async function errorTable(
  ctx: Ctx,
  importId: string,
  sentenceFor: (code: string, params: Record<string, string | number>) => string,
): Promise<ErrorTable> {
  allow(ctx.actor, 'inventory.import');
  const record = await findImport(ctx.db, importId, ctx.actor.entityIds);
  if (!record) throw notFound('inventory.import_not_found');
  const headers = record.headers as string[];
  const hidden = new Set(
    (record.mapping as StoredMapping[]).filter(({ isSensitive }) => isSensitive).map(({ column }) => column),
  );

  async function* rows(): AsyncGenerator<string[]> {
    yield [...headers, REASON_HEADER[ctx.actor.language]];
    for (let after = -1; ;) {
      const page = await ctx.db
        .selectFrom('import_rows')
        .select(['line', 'cells', 'problems'])
        .where('import_id', '=', importId)
        .where('outcome', '=', 'rejected')
        .where('line', '>', after)
        .orderBy('line')
        .limit(1000)
        .execute();
      for (const { cells, problems } of page) {
        const reasons = (problems as { code: string; params: Record<string, string | number> }[]).map(
          ({ code, params }) => sentenceFor(code, params),
        );
        yield [
          ...((cells as string[] | null) ?? []).map((cell, index) => (hidden.has(index) ? '' : cell)),
          reasons.join(' '),
        ];
      }
      const last = page.at(-1);
      if (!last || page.length < 1000) return;
      after = last.line;
    }
  }

  return {
    fileName: `${record.file_name.replace(/\.[^.]+$/, '')}-${ctx.actor.language === 'de' ? 'Fehler' : 'errors'}`,
    rows: rows(),
  };
}
