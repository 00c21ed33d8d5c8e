import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';

/** Whose record was joined into another one speaks for that one. */
export async function standingId({ db }: Pick<Ctx, 'db'>, talentId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive way(id, merged_into) as (
      select id, merged_into from talents where id = ${talentId}::uuid
      union all select t.id, t.merged_into from way w join talents t on t.id = w.merged_into)
    select id from way where merged_into is null`.execute(db);
  return rows[0]?.id ?? talentId;
}
