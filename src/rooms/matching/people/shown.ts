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
  left_role: string | null;
  vacancy: string | null;
  decided_on: string | null;
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
      s.ended_on as left_on, s.role as left_role, a.vacancy, coalesce(a.closed_on, a.applied_on) as decided_on, s.talent_id is not null as was_ours, s.rehire_wish
    from talents_view t
    left join lateral (
      select c.talent_id, c.ended_on, c.role, c.rehire_wish from career_stations_view c where c.talent_id = t.id and c.is_ours order by c.ended_on desc nulls first limit 1) s on true
    left join lateral (
      select x.vacancy, x.closed_on, x.applied_on from applications_view x
      where x.talent_id = t.id and 'silver_medalist' = any(t.segments) and x.outcome not in ('hired', 'withdrawn') order by x.applied_on desc nulls last limit 1) a on true
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

/** Once with us and gone; who is still with us is not called back. Or nearly taken once. */
function recallOf(row: PersonRow): ShownPerson['recall'] {
  const { was_ours, left_on, left_role, rehire_wish, vacancy, decided_on } = row;
  if (was_ours && left_on !== null)
    return { kind: 'former', on: left_on, role: left_role, wishesToReturn: WISHES[rehire_wish ?? ''] ?? null };
  if (was_ours || vacancy === null) return null;
  return { kind: 'silver_medalist', on: decided_on, role: vacancy, wishesToReturn: null };
}

const WISHES: Record<string, boolean> = { yes: true, no: false };
