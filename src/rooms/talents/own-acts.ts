import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { UNDO_WITHIN_MINUTES } from './types.ts';

export interface OwnActs {
  actIds: string[];
  /** Until then all of them can be taken back. */
  undoUntil: Date;
}

/** Contacts that the member logged a moment ago and promises kept with them, by person: what `undoActOf` still takes back. */
export async function listOwnContacts(
  { db, actor, now }: Ctx,
  talentIds: readonly string[],
): Promise<Map<string, OwnActs>> {
  const since = new Date(now.getTime() - UNDO_WITHIN_MINUTES * 60_000);
  const { rows } = await sql<{ talent_id: string; ids: string[]; first_at: Date }>`
    select c.talent_id, array_agg(c.act_id order by c.at desc, c.id desc) as ids, min(c.at) as first_at from talent_changes c
    where c.talent_id = any(${[...talentIds]}::uuid[]) and c.at > ${since} and c.by_member = ${actor.memberId}::uuid and c.undone_at is null
      and ((c.field = 'touchpoints' and c.before is null) or (c.field = 'promises' and c.before ->> 'kept_at' is null and c.before is not null and c.after ->> 'kept_at' is not null))
    group by c.talent_id`.execute(db);
  return new Map(
    rows.map(({ talent_id, ids, first_at }) => [
      talent_id,
      { actIds: ids, undoUntil: new Date(first_at.getTime() + UNDO_WITHIN_MINUTES * 60_000) },
    ]),
  );
}
