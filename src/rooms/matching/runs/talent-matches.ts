import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import { listDecisions } from '../decisions/decide.ts';
import { engineFor } from '../engine/engine.ts';
import { listFindingDecisions } from '../engine/finding-decisions.ts';
import { dayOf } from '../engine/read-index.ts';
import { listDocuments } from '../people/documents.ts';
import { demandQuery } from '../scoring/demand-query.ts';
import { personProfile } from '../scoring/person-profile.ts';
import { scorePerson } from '../scoring/score.ts';
import type { PersonProfile } from '../scoring/types.ts';
import { weightsFor } from './weights.ts';

const DEMANDS_AT_MOST = 30;
/** Below this share of the known points a demand is not worth a line on somebody's page. */
const WORTH_SHOWING = 0.5;
const RUNS_AT_MOST = 10;

/**
 * Which open demands may fit a person, and in which runs they appeared: for the team, and the query behind the person's own view.
 * @throws AppError matching.person_unknown
 */
export async function getTalentMatches(ctx: Ctx, talentId: string) {
  allow(ctx.actor, 'matching.read');
  const { rows: known } =
    await sql`select 1 from talents_view where id = ${talentId} and entity_id = any(${ctx.actor.entityIds}::uuid[])`.execute(
      ctx.db,
    );
  if (known.length === 0) throw notFound('matching.person_unknown');
  return { items: await listFitting(ctx, talentId), lastRuns: await listLastRuns(ctx, talentId) };
}

/** Open demands whose known points speak for the person, best first. Only this person's texts are read. */
async function listFitting(ctx: Ctx, talentId: string) {
  const profile = await profileOf(ctx, talentId);
  if (!profile) return [];
  const { rows } = await sql<{ id: string }>`
    select id from demands_view where entity_id = any(${ctx.actor.entityIds}::uuid[]) and state = 'open' order by created_at desc, id desc limit ${DEMANDS_AT_MOST}`.execute(
    ctx.db,
  );
  const found = [];
  for (const { id } of rows) found.push(...(await fitOf(ctx, id, profile)));
  return found.sort((a, b) => b.rankShare - a.rankShare || a.demandId.localeCompare(b.demandId));
}

async function profileOf(ctx: Ctx, talentId: string): Promise<PersonProfile | undefined> {
  const [documents] = await listDocuments(ctx.db, [talentId], dayOf(ctx));
  if (!documents || documents.notShown) return undefined;
  const { recogniser } = await engineFor(ctx);
  return personProfile(documents, recogniser, (await listFindingDecisions(ctx, [talentId])).get(talentId) ?? []);
}

/** Nothing where the demand is empty, or where too little speaks for it. */
async function fitOf(ctx: Ctx, demandId: string, profile: PersonProfile) {
  const demand = await getDemand(ctx, demandId);
  const query = demandQuery(demand, (await engineFor(ctx)).maker);
  if (query.isEmpty) return [];
  const score = scorePerson(profile, query, (await weightsFor(ctx, demandId)).weights);
  if (score.rankShare < WORTH_SHOWING) return [];
  const [decided] = await listDecisions(ctx, demandId, [profile.talentId]);
  return [{ demandId, title: demand.title, ...score, decision: decided?.decision ?? null }];
}

async function listLastRuns({ db, actor }: Ctx, talentId: string) {
  const { rows } = await sql<{ runId: string; at: Date; title: string | null; place: number }>`
    select r.id as "runId", r.at, (select d.title from demands_view d where d.id = r.demand_id) as title, s.place
    from match_results s join match_runs r on r.id = s.run_id and r.entity_id = any(${actor.entityIds}::uuid[])
    where s.talent_id = ${talentId} order by r.at desc, r.id limit ${RUNS_AT_MOST}`.execute(db);
  return rows.map(({ at, ...run }) => ({ ...run, at: at.toISOString() }));
}
