import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { PersonFacts } from './facts.ts';

interface Row extends Omit<PersonFacts, 'stageSince' | 'createdAt' | 'touches'> {
  stageSince: Date;
  createdAt: Date;
  touches: { at: string; direction: 'ours' | 'theirs'; isBulk: boolean }[];
}

/** What rules ask about these people: one statement for any number. */
export async function loadFacts(db: Db, talentIds: readonly string[]): Promise<PersonFacts[]> {
  if (talentIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select t.id, t.segments as classes, t.stage, t.stage_since as "stageSince", t.owner_id as "ownerId", t.deputy_id as "deputyId", t.tags, t.role, t.employer,
      t.city, t.country, t.language, t.created_at as "createdAt", t.next_step_on as "nextStepOn", t.erase_on as "eraseOn",
      ${listOf(sql`'kind', k.kind, 'foldedName', k.folded_name`, sql`talent_skills_view k where k.talent_id = t.id`)} as skills,
      ${listOf(sql`'stage', a.furthest_stage, 'outcome', a.outcome, 'appliedOn', a.applied_on`, sql`applications_view a where a.talent_id = t.id`)} as applications,
      ${listOf(
        sql`'employer', s.employer, 'isOurs', s.is_ours, 'kind', s.employment_kind, 'endedOn', s.ended_on, 'rehireWish', s.rehire_wish`,
        sql`career_stations_view s where s.talent_id = t.id`,
      )} as stations,
      ${listOf(sql`'at', h.occurred_at, 'direction', h.direction, 'isBulk', h.is_bulk`, sql`touchpoints_view h where h.talent_id = t.id`)} as touches,
      ${listOf(sql`'kind', d.kind, 'isBounced', d.bounced_at is not null`, sql`talent_addresses d where d.talent_id = t.id`)} as addresses,
      ${listOf(sql`'purpose', v.purpose, 'kind', v.kind, 'expiresOn', v.expires_on`, sql`consent_view v where v.talent_id = t.id`)} as consents,
      array(select m.pool_id from pool_members m where m.talent_id = t.id) as "poolIds"
    from talents t where t.id = any(${talentIds}::uuid[]) order by t.id`.execute(db);
  return rows.map((row) => ({ ...row, touches: row.touches.map((touch) => ({ ...touch, at: new Date(touch.at) })) }));
}

const listOf = (parts: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
  sql`coalesce((select json_agg(json_build_object(${parts})) from ${from}), '[]')`;
