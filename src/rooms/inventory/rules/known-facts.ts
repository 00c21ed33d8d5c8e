import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { ImportedApplication, ImportedEmployment } from '../types.ts';

const BATCH_PEOPLE = 1000;

/** What the rules need to know of somebody who is here: all applications and stations, not only those of one row. */
export interface KnownFacts {
  talentId: string;
  applications: ImportedApplication[];
  employments: ImportedEmployment[];
  contactSource?: string;
  /**
   * Why somebody left is read at import and not stored. So a later run cannot know who was left out for that reason, and never
   * adds "former" to somebody of an import who did not have it.
   */
  canBecomeFormer: boolean;
}

/** Everybody of these legal entities, in batches by id, so that memory stays flat. */
export async function* knownFacts(db: Db, entityIds: string[]): AsyncGenerator<KnownFacts[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await readFacts(db, entityIds, after);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_PEOPLE) return;
    after = last.talentId;
  }
}

async function readFacts(db: Db, entityIds: string[], after: string): Promise<KnownFacts[]> {
  const { rows } = await sql<{
    id: string;
    applications: ImportedApplication[] | null;
    employments: ImportedEmployment[] | null;
    segment: string | null;
    can_become_former: boolean;
  }>`
    select t.id,
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('vacancy', a.vacancy, 'appliedOn', a.applied_on, 'stage', a.furthest_stage, 'outcome', a.outcome, 'ratingShare', a.rating_share,
        'place', a.place, 'fieldSize', a.field_size, 'rejectedOn', a.closed_on)) order by coalesce(a.closed_on, a.applied_on) desc nulls last) from applications a where a.talent_id = t.id) as applications,
      (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', coalesce(s.employment_kind, 'employee'), 'role', s."role", 'unit', s.unit, 'enteredOn', s.started_on, 'leftOn', s.ended_on,
        'exitReason', s.exit_reason, 'rehireWish', s.rehire_wish)) order by s.ended_on desc nulls last) from career_stations s where s.talent_id = t.id and s.is_ours) as employments,
      (exists (select 1 from classifications c where c.talent_id = t.id and c.segment = 'former')
        or exists (select 1 from career_stations s where s.talent_id = t.id and s.is_ours and s.source not like 'import:%')) as can_become_former,
      (select g.segment from grounds g where g.talent_id = t.id order by g.created_at limit 1) as segment
    from (select id from talents_view where entity_id = any(${entityIds}::uuid[]) and id > ${after}::uuid order by id limit ${BATCH_PEOPLE}) t order by t.id`.execute(
    db,
  );
  return rows.map(({ id, applications, employments, segment, can_become_former }) => ({
    talentId: id,
    canBecomeFormer: can_become_former,
    applications: applications ?? [],
    employments: employments ?? [],
    ...(segment === 'referral' ? { contactSource: 'referral' } : {}),
  }));
}
