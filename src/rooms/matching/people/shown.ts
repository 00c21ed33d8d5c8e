import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { listTouches } from '#rooms/talents/index.ts';
import type { Match } from '../schema-matches.ts';

/** What is shown of a person beside the reasons; none of it is ever counted. */
export type ShownPerson = Pick<
  Match,
  'talentId' | 'name' | 'role' | 'employer' | 'stage' | 'segments' | 'touches' | 'recall'
>;

interface PersonRow {
  id: string;
  name: string;
  role: string | null;
  employer: string | null;
  stage: string;
  segments: string[];
  left_on: string | null;
  was_ours: boolean;
  rehire_wish: string | null;
}

const MONTHS_OF_LINE = 24;
const TOUCHES_AT_MOST = 120;

/** Two statements for any number of people. */
export async function listShown(ctx: Ctx, talentIds: string[]): Promise<Map<string, ShownPerson>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<PersonRow>`
    select t.id, concat_ws(' ', t.title, nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.role, t.employer, t.stage, t.segments,
      s.ended_on as left_on, s.talent_id is not null as was_ours, s.rehire_wish
    from talents_view t
    left join lateral (
      select c.talent_id, c.ended_on, c.rehire_wish from career_stations_view c where c.talent_id = t.id and c.is_ours order by c.ended_on desc nulls first limit 1) s on true
    where t.id = any(${talentIds}::uuid[])`.execute(ctx.db);
  const since = new Date(ctx.now);
  since.setUTCMonth(since.getUTCMonth() - MONTHS_OF_LINE);
  const touches = await listTouches(ctx.db, talentIds, { since, atMost: TOUCHES_AT_MOST });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        talentId: row.id,
        name: row.name,
        role: row.role,
        employer: row.employer,
        stage: row.stage,
        segments: row.segments,
        touches: (touches.get(row.id) ?? []).map(({ on, kind, direction }) => ({ on, kind, direction })),
        recall: recallOf(row),
      },
    ]),
  );
}

/** Once with us and gone; who is still with us is not called back. */
const recallOf = ({ was_ours, left_on, rehire_wish }: PersonRow): ShownPerson['recall'] =>
  was_ours && left_on !== null
    ? { leftOn: left_on, wishesToReturn: rehire_wish === 'yes' ? true : rehire_wish === 'no' ? false : null }
    : null;
