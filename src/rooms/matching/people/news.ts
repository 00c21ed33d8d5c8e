import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** Written in the transaction of the change, so that no process ranks by what is no longer true. */
export async function note({ db }: Ctx, talentIds: readonly string[]): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`insert into match_index_news (talent_id) select distinct unnest(${[...talentIds]}::uuid[])`.execute(db);
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
