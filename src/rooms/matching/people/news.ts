import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { EventBoard } from '#ground/events/events.ts';

/** Written in the transaction of the change, so that no process ranks by what is no longer true. */
async function note({ db }: Ctx, talentIds: readonly string[]): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`insert into match_index_news (talent_id) select distinct unnest(${[...talentIds]}::uuid[])`.execute(db);
}

/** Everything that can change what a person shows, or whether they are compared. */
export function listenForMatching(board: EventBoard): void {
  board.on('talents.words_changed', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.touched', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.erased', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('talents.merged', (ctx, { keptId, goneId }) => note(ctx, [keptId, goneId]));
  board.on('talents.unmerged', (ctx, { keptId, goneId }) => note(ctx, [keptId, goneId]));
  board.on('consent.given', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('consent.withdrawn', (ctx, { talentIds }) => note(ctx, talentIds));
  board.on('consent.quiet_changed', (ctx, { talentIds }) => note(ctx, talentIds));
}

export interface News {
  /** How far the log has been read. */
  seq: number;
  talentIds: string[];
}

/** Who changed since, each once. */
export async function readNews({ db }: Pick<Ctx, 'db'>, since: number): Promise<News> {
  const { rows } = await sql<{ seq: number; talent_id: string }>`
    select max(seq)::bigint as seq, talent_id from match_index_news where seq > ${since} group by talent_id`.execute(
    db,
  );
  return {
    seq: rows.reduce((last, { seq }) => Math.max(last, seq), since),
    talentIds: rows.map(({ talent_id }) => talent_id),
  };
}

/** Where somebody begins who reads everybody first. */
export async function newestNews({ db }: Pick<Ctx, 'db'>): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`select max(seq)::bigint as seq from match_index_news`.execute(db);
  return rows[0]?.seq ?? 0;
}
