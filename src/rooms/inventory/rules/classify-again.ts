import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { setSegments } from '#rooms/talents/index.ts';
import { classify } from '../classification/classify.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import type { Classification, ImportedApplication, ImportedEmployment, ImportedPerson } from '../types.ts';
import { insertClassifications } from './queries.ts';
import { getRules } from './current.ts';

const BATCH_PEOPLE = 1000;

/** After the rules changed: everyone again, in batches; a newer version takes over from an older run. */
export const classifyAgainJob = defineJob({
  name: 'inventory.classify_again',
  payload: z.object({ version: z.number().int() }),
  key: ({ version }) => String(version),
  expireInSeconds: 3 * 3600,
  run: (ctx, { version }) => classifyAgain(ctx, version),
});

async function classifyAgain(ctx: Ctx, version: number): Promise<void> {
  const today = ctx.now.toISOString().slice(0, 10);
  for await (const people of knownFacts(ctx.db)) {
    const { version: current, rules } = await getRules(ctx);
    if (current !== version) return;
    const entries = people.map((facts) => ({
      talentId: facts.talentId,
      classifications: classifyFacts(facts, rules, today),
    }));
    await ctx.db.transaction().execute(async (db) => {
      const inside = { ...ctx, db };
      await dropOutdated(db, entries);
      await insertClassifications(inside, entries);
      await writeSegments(
        inside,
        entries.map(({ talentId }) => talentId),
      );
    });
  }
}

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

const NOBODY: ImportedPerson = {
  firstName: '',
  lastName: '',
  emails: [],
  phones: [],
  links: [],
  skills: [],
  interests: [],
  tags: [],
};

/** The first reason per segment wins; applications come newest first. */
export function classifyFacts(
  { applications, employments, contactSource, canBecomeFormer }: KnownFacts,
  rules: ClassificationRules,
  today: string,
): Classification[] {
  const contact = contactSource ? { source: contactSource } : undefined;
  const faces: ImportedPerson[] = [
    ...applications.map((application) => ({ ...NOBODY, application, contact })),
    ...employments.map((employment) => ({ ...NOBODY, employment, contact })),
    ...(applications.length + employments.length === 0
      ? [{ ...NOBODY, contact: contact ?? { source: 'network' } }]
      : []),
  ];
  const found = new Map<string, Classification>();
  for (const one of faces.flatMap((face) => classify(face, rules, today))) {
    if (!found.has(one.segment) && (canBecomeFormer || one.segment !== 'former')) found.set(one.segment, one);
  }
  return [...found.values()];
}

async function* knownFacts(db: Db): AsyncGenerator<KnownFacts[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await readFacts(db, after);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH_PEOPLE) return;
    after = last.talentId;
  }
}

async function readFacts(db: Db, after: string): Promise<KnownFacts[]> {
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
    from (select id from talents_view where id > ${after}::uuid order by id limit ${BATCH_PEOPLE}) t order by t.id`.execute(
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

/** Segments that the new rules no longer give, unless a human has spoken. */
async function dropOutdated(db: Db, entries: { talentId: string; classifications: Classification[] }[]) {
  const still = entries.flatMap(({ talentId, classifications }) =>
    classifications.map(({ segment }) => `${talentId}:${segment}`),
  );
  await sql`delete from classifications where decision is null and talent_id = any(${entries.map(({ talentId }) => talentId)}::uuid[])
    and not (talent_id::text || ':' || segment = any(${still}))`.execute(db);
}

/** The segments on the talent follow the classifications that were not rejected. */
export async function writeSegments(ctx: Ctx, talentIds: string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('classifications')
    .select(['talent_id', 'segment'])
    .where('talent_id', 'in', talentIds)
    .where((where) => where.or([where('decision', 'is', null), where('decision', '=', 'confirmed')]))
    .orderBy('segment')
    .execute();
  const byTalent = new Map<string, string[]>(talentIds.map((id) => [id, []]));
  for (const { talent_id, segment } of rows) byTalent.get(talent_id)?.push(segment);
  await setSegments(
    ctx,
    [...byTalent].map(([talentId, segments]) => ({ talentId, segments })),
  );
}

/** Numbers per segment now and under other rules, over the people that were seen last; writes nothing. */
export async function previewClassification(ctx: Ctx, rules: ClassificationRules, mostPeople = 20_000) {
  const { rules: current } = await getRules(ctx);
  const today = ctx.now.toISOString().slice(0, 10);
  const now: Record<string, number> = {};
  const then: Record<string, number> = {};
  let sampled = 0;
  for await (const people of knownFacts(ctx.db)) {
    for (const facts of people) {
      for (const { segment } of classifyFacts(facts, current, today)) now[segment] = (now[segment] ?? 0) + 1;
      for (const { segment } of classifyFacts(facts, rules, today)) then[segment] = (then[segment] ?? 0) + 1;
    }
    sampled += people.length;
    if (sampled >= mostPeople) break;
  }
  return { now, then, sampled };
}
