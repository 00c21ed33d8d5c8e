import { setImmediate as letOthersWork } from 'node:timers/promises';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { systemActor } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import type { Demand } from '#rooms/demand/schema.ts';
import type { Engine } from '../engine/engine.ts';
import { engineFor } from '../engine/engine.ts';
import { namedFor } from '../engine/named-wishes.ts';
import { dayOf } from '../engine/read-index.ts';
import { listProfiles } from '../runs/explained.ts';
import { recordRun } from '../runs/log.ts';
import { weightsFor } from '../runs/weights.ts';
import type { Weights } from '../schema-matches.ts';
import { demandQuery } from '../scoring/demand-query.ts';
import { explain } from '../scoring/explain.ts';
import type { Ranked } from '../scoring/people-index-types.ts';
import { scorePerson } from '../scoring/score.ts';
import type { DemandQuery, PersonProfile } from '../scoring/types.ts';
import { RULE_VERSION } from '../scoring/types.ts';
import { fingerprintOf, fits, mayFit } from './fitting.ts';
import type { NewAlert, Told } from './told.ts';
import { keepAlerts, listSettled, listTold, pairKey, withdrawAlerts } from './told.ts';
import type { OpenDemand } from './work.ts';
import { listOpenDemands, listWork, markRead, moveClock, updatedAtOf } from './work.ts';

/** A demand points at so many: more is a list, and that stands on the demand's page. */
const ALERTS_PER_DEMAND = 12;
/** Above this it is cheaper to rank everybody for every open demand than to read the texts of those who changed. */
const FEW_PEOPLE = 25;

export const lookForAlertsJob = defineJob({
  name: 'matching.look_for_alerts',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
  run: (ctx) => lookForAlerts(ctx),
});

/**
 * New and changed demands against everybody, new and changed people against every open demand. Doing it twice tells nothing twice; where
 * nothing is new the directory is not even opened.
 */
export async function lookForAlerts(ctx: Ctx): Promise<void> {
  const { demands, talentIds, seq } = await listWork(ctx);
  const open = demands.length + talentIds.length > 0 ? await listOpenDemands(ctx) : [];
  if (open.length > 0) {
    const engine = await engineFor(ctx);
    const isNew = new Set(demands.map(({ id }) => id));
    const areMany = talentIds.length > FEW_PEOPLE;
    for (const demand of areMany ? open : demands) {
      await lookAtEverybody(ctx, engine, demand, isNew.has(demand.id) ? 'demand' : 'talent');
      await letOthersWork();
    }
    if (!areMany && talentIds.length > 0)
      await lookAtPeople(
        ctx,
        engine,
        talentIds,
        open.filter(({ id }) => !isNew.has(id)),
      );
  }
  await moveClock(ctx, seq);
}

/** People of another legal entity than the demand's do not exist for it. */
const insideOf = (ctx: Ctx, { entityId }: OpenDemand): Ctx => ({
  ...ctx,
  actor: { ...systemActor([entityId]), language: ctx.actor.language },
});

interface Asked {
  ctx: Ctx;
  engine: Engine;
  demand: Demand;
  query: DemandQuery;
  weights: Weights;
}

async function ask(ctx: Ctx, engine: Engine, { id, ...open }: OpenDemand): Promise<Asked | undefined> {
  const own = insideOf(ctx, { id, ...open });
  const demand = await getDemand(own, id);
  const query = demandQuery(demand, engine.maker);
  return query.isEmpty ? undefined : { ctx: own, engine, demand, query, weights: (await weightsFor(own, id)).weights };
}

async function lookAtEverybody(ctx: Ctx, engine: Engine, open: OpenDemand, kind: 'demand' | 'talent'): Promise<void> {
  const updatedAt = await updatedAtOf(ctx, open.id);
  const asked = await ask(ctx, engine, open);
  if (asked) {
    const told = await listTold(ctx, { demandIds: [open.id] });
    const { ranked, tookMs, talentIds } = await rank(asked, told);
    const profiles = await listProfiles(asked.ctx, engine, talentIds);
    await tell({
      asked,
      kind,
      told,
      profiles: [...profiles.values()],
      considered: told.map(({ talentId }) => talentId),
      ranked,
      tookMs,
    });
  }
  await markRead(ctx, open.id, updatedAt);
}

async function rank({ ctx, engine, query, weights }: Asked, told: readonly Told[]) {
  const named = await namedFor(ctx, engine.people.named, query, dayOf(ctx));
  const started = performance.now();
  const ranked = engine.people.index.rank(query, weights, {
    entityIds: ctx.actor.entityIds,
    named,
    pages: [{ who: 'everyone', offset: 0, limit: ALERTS_PER_DEMAND }],
    of: told.map(({ talentId }) => talentId),
  });
  const best = [...(ranked.pages[0] ?? []), ...ranked.of.values()].filter(mayFit).map(({ talentId }) => talentId);
  return { ranked, tookMs: performance.now() - started, talentIds: [...new Set(best)] };
}

/** The texts of those who changed are read once, and held against each open demand. */
async function lookAtPeople(ctx: Ctx, engine: Engine, talentIds: string[], open: readonly OpenDemand[]): Promise<void> {
  const profiles = [...(await listProfiles(ctx, engine, talentIds)).values()];
  const told = Map.groupBy(await listTold(ctx, { talentIds }), ({ demandId }) => demandId);
  for (const demand of open) {
    const own = profiles.filter(({ entityId }) => entityId === demand.entityId);
    const before = told.get(demand.id) ?? [];
    const asked = own.length + before.length > 0 ? await ask(ctx, engine, demand) : undefined;
    if (asked) await tell({ asked, kind: 'talent', told: before, profiles: own, considered: talentIds });
    await letOthersWork();
  }
}

interface Findings {
  asked: Asked;
  kind: 'demand' | 'talent';
  told: readonly Told[];
  profiles: readonly PersonProfile[];
  /** Whoever is among these and does not fit is not pointed at any more. */
  considered: readonly string[];
  /** Where everybody was ranked: that is a run, whoever it found. */
  ranked?: Ranked;
  tookMs?: number;
}

async function tell(found: Findings): Promise<void> {
  const { asked, told, profiles, considered, ranked } = found;
  const { demand } = asked;
  const fitting = profiles.flatMap((profile) => alertFor(asked, profile));
  const settled = await listSettled(asked.ctx, {
    demandIds: [demand.id],
    talentIds: fitting.map(({ talentId }) => talentId),
  });
  const pointed = fitting.filter(({ talentId }) => !settled.has(pairKey(demand.id, talentId)));
  const before = new Map(told.map(({ talentId, fingerprint }) => [talentId, fingerprint]));
  const fresh = pointed.filter(({ talentId, fingerprint }) => before.get(talentId) !== fingerprint);
  const stays = new Set(pointed.map(({ talentId }) => talentId));
  await inTransaction(asked.ctx, async (ctx) => {
    await withdrawAlerts(
      ctx,
      demand.id,
      considered.filter((talentId) => !stays.has(talentId)),
    );
    if (!ranked && fresh.length === 0) return;
    const runId = await logRun(ctx, found, fresh);
    if (fresh.length > 0) await keepAlerts(ctx, { demandId: demand.id, kind: found.kind, runId }, fresh);
  });
}

function alertFor({ engine, ctx, query, weights }: Asked, profile: PersonProfile): NewAlert[] {
  const score = scorePerson(profile, query, weights);
  if (!mayFit(score)) return [];
  const criteria = explain(profile, query, weights, { recogniser: engine.recogniser, language: ctx.actor.language });
  if (!fits(criteria)) return [];
  const { points, knownPoints } = score;
  return [{ talentId: profile.talentId, points, knownPoints, criteria, fingerprint: fingerprintOf(criteria) }];
}

function logRun(ctx: Ctx, { asked, profiles, ranked, tookMs = 0 }: Findings, fresh: NewAlert[]): Promise<string> {
  const { demand, engine, weights } = asked;
  const { title, description, must, nice, languages, city, hoursMinShare, hoursMaxShare, fromOn } = demand;
  const best = fresh.toSorted((a, b) => b.points - a.points || (a.talentId < b.talentId ? -1 : 1));
  return recordRun(
    ctx,
    {
      demandId: demand.id,
      purpose: 'alert',
      level: 'B',
      ruleVersion: RULE_VERSION,
      directoryVersion: engine.recogniser.directoryVersion,
      model: null,
      weights,
      demand: { title, description, must, nice, languages, city, hoursMinShare, hoursMaxShare, fromOn },
      rankedCount: ranked?.rankedCount ?? profiles.length,
      notShown: { ...ranked?.notShown },
      ignoredCount: profiles.reduce((sum, { ignored }) => sum + ignored.length, 0),
      tookMs,
    },
    best,
  );
}
