import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { JournalLine } from './journal.ts';
import { readJournal } from './journal.ts';

const AT_ONCE = 500;

/**
 * Before anybody is served: who was erased after the back-up that this database may come from is erased again, and every suppression
 * that is missing comes back (SU-7). On an ordinary start there is nothing to do.
 * @returns how many people were erased again
 */
export async function replayJournal(ctx: Ctx): Promise<number> {
  let erased = 0;
  let lines: JournalLine[] = [];
  for await (const line of readJournal(ctx)) {
    lines.push(line);
    if (lines.length < AT_ONCE) continue;
    erased += await replay(ctx, lines);
    lines = [];
  }
  return erased + (await replay(ctx, lines));
}

async function replay(ctx: Ctx, lines: readonly JournalLine[]): Promise<number> {
  await replaySuppressions(ctx, lines);
  const ids = lines.flatMap(({ talentId }) => talentId ?? []);
  if (ids.length === 0) return 0;
  const { rows } = await sql<{ id: string }>`select id from talents where id = any(${ids}::uuid[])`.execute(ctx.db);
  const talentIds = rows.map(({ id }) => id);
  if (talentIds.length > 0) await ctx.emit(ctx, 'consent.erase_now', { talentIds });
  return talentIds.length;
}

/** In the order of the journal: what the person lifted later stays lifted. */
async function replaySuppressions({ db }: Ctx, lines: readonly JournalLine[]): Promise<void> {
  for (const { at, suppress = [], lift = [] } of lines) {
    if (suppress.length > 0)
      await db
        .insertInto('suppressions')
        .values(suppress.map((one) => ({ ...one, created_at: new Date(at) })))
        .onConflict((on) => on.columns(['hash', 'scope']).doNothing())
        .execute();
    for (const { hash, scope } of lift)
      await db.deleteFrom('suppressions').where('hash', '=', hash).where('scope', '=', scope).execute();
  }
}
