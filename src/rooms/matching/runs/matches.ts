import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import type { Demand } from '#rooms/demand/schema.ts';
import { listDecisions } from '../decisions/decide.ts';
import { ignoredFor, readableBy } from '../evidence.ts';
import type { Engine } from '../engine/engine.ts';
import { engineFor } from '../engine/engine.ts';
import { dayOf } from '../engine/read-index.ts';
import { explainModel } from '../model/explain.ts';
import type { AskedModel } from '../model/for-demand.ts';
import { askModel } from '../model/for-demand.ts';
import { listFamilyTitles } from '../people/recall.ts';
import type { ShownPerson } from '../people/shown.ts';
import { listShown } from '../people/shown.ts';
import type { Match, MatchPage } from '../schema-matches.ts';
import { NOT_SHOWN_REASONS, weights as weightsSchema } from '../schema-matches.ts';
import { demandQuery, familyOf } from '../scoring/demand-query.ts';
import { explain } from '../scoring/explain.ts';
import { namedFor } from '../engine/named-wishes.ts';
import type { NamedPeople, Ranked } from '../scoring/people-index-types.ts';
import type { DemandQuery, PersonProfile, RankedPerson } from '../scoring/types.ts';
import { RULE_VERSION } from '../scoring/types.ts';
import { listProfiles } from './explained.ts';
import { recordRun } from './log.ts';
import type { WeightsInForce } from './weights.ts';
import { refuseAllZero, weightsFor } from './weights.ts';

export interface MatchQuery {
  order: 'points' | 'name';
  blind: 'yes' | 'no';
  model: 'yes' | 'no';
  offset: number;
  limit: number;
  weights?: string | undefined;
}

const RECALL_AT_MOST = 12;
/** Kept with a run: what somebody may be shown of why they stood where. */
const KEPT_AT_MOST = 50;
const GAPS_AT_MOST = 12;

/**
 * Known people for a demand, recall list first; nobody is dropped. A constant number of statements, whatever the number of people.
 * Each first page is a run in the log.
 * @throws AppError demand.not_found, matching.demand_empty, matching.weights_all_zero
 */
export async function getMatches(ctx: Ctx, demandId: string, given: MatchQuery): Promise<MatchPage> {
  allow(ctx.actor, 'matching.read');
  const demand = await getDemand(ctx, demandId);
  const counted = await countingFor(ctx, demandId, given);
  const engine = await engineFor(ctx);
  const query = demandQuery(demand, engine.maker);
  if (query.isEmpty) throw invalid('matching.demand_empty');
  const named = await namedFor(ctx, engine.people.named, query, dayOf(ctx));
  const family = familyOf(query, await listFamilyTitles(ctx, demandId), engine.maker);
  const asked = given.model === 'no' ? undefined : await askModel(ctx, engine, { demandId, query });
  const view: View = { ctx, engine, demandId, demand, query, family, named, asked, counted, given };
  return pageOf(view, given.order === 'name' ? await rankByName(view) : rankByPoints(view));
}

interface View {
  ctx: Ctx;
  engine: Engine;
  demandId: string;
  demand: Demand;
  query: DemandQuery;
  /** Occupations that open with the demand. */
  family: number[] | undefined;
  named: Map<string, NamedPeople>;
  asked: AskedModel | undefined;
  counted: WeightsInForce;
  given: MatchQuery;
}

interface RankedPage {
  ranked: Ranked;
  recall: RankedPerson[];
  others: RankedPerson[];
  nextOffset: number | null;
  tookMs: number;
}

function rankByPoints({ ctx, engine, query, family, named, asked, counted, given }: View): RankedPage {
  const { offset, limit } = given;
  const started = performance.now();
  const ranked = engine.people.index.rank(query, counted.weights, {
    entityIds: ctx.actor.entityIds,
    named,
    model: asked?.wishes,
    family,
    pages: [
      { who: 'recall', offset: 0, limit: RECALL_AT_MOST },
      { who: 'everyone', offset, limit },
    ],
  });
  const tookMs = performance.now() - started;
  const [first = [], everyone = []] = ranked.pages;
  const askedFirst = new Set(first.map(({ talentId }) => talentId));
  return {
    ranked,
    recall: offset === 0 ? first : [],
    // Those once here who are not among the first stand in the order of their points, like everybody else.
    others: everyone.filter(({ talentId }) => !askedFirst.has(talentId)),
    nextOffset: offset + limit >= ranked.rankedCount ? null : offset + limit,
    tookMs,
  };
}

/** Everybody in the order of the alphabet, without a rank; the points are only shown. */
async function rankByName({ ctx, engine, query, family, named, asked, counted, given }: View): Promise<RankedPage> {
  const { rows } = await sql<{ id: string }>`
    select id from talents_view where entity_id = any(${ctx.actor.entityIds}::uuid[]) order by sort_name, id offset ${given.offset} limit ${given.limit + 1}`.execute(
    ctx.db,
  );
  const ids = rows.slice(0, given.limit).map(({ id }) => id);
  const started = performance.now();
  const ranked = engine.people.index.rank(query, counted.weights, {
    entityIds: ctx.actor.entityIds,
    named,
    model: asked?.wishes,
    family,
    pages: [],
    of: ids,
  });
  const tookMs = performance.now() - started;
  const others = ids.flatMap((id) => ranked.of.get(id) ?? []);
  return {
    ranked,
    recall: [],
    others,
    nextOffset: rows.length > given.limit ? given.offset + given.limit : null,
    tookMs,
  };
}

async function pageOf(view: View, { ranked, recall, others, nextOffset, tookMs }: RankedPage): Promise<MatchPage> {
  const { ctx, engine, counted } = view;
  const people = await matchesOf(view, [...recall, ...others]);
  const inRecall = new Set(recall.map(({ talentId }) => talentId));
  return {
    runId: view.given.offset === 0 ? await logged(view, { ranked, tookMs, people }) : null,
    level: view.asked?.wishes ? 'C' : 'B',
    model: view.asked?.part ?? null,
    ruleVersion: RULE_VERSION,
    directoryVersion: engine.recogniser.directoryVersion,
    at: ctx.now.toISOString(),
    tookMs: Math.round(tookMs),
    weights: counted.weights,
    weightsSetBy: counted.setBy,
    weightsSetAt: counted.setAt,
    rankedCount: ranked.rankedCount,
    recallCount: ranked.recallCount,
    recall: people.filter(({ talentId }) => inRecall.has(talentId)),
    items: people.filter(({ talentId }) => !inRecall.has(talentId)),
    nextOffset,
    notShown: NOT_SHOWN_REASONS.flatMap((reason) => {
      const count = ranked.notShown[reason] ?? 0;
      return count > 0 ? [{ reason, count }] : [];
    }),
    gaps: ranked.gaps.slice(0, GAPS_AT_MOST),
  };
}

async function countingFor(ctx: Ctx, demandId: string, { weights }: MatchQuery): Promise<WeightsInForce> {
  const tried = weights === undefined ? undefined : weightsSchema.safeParse(jsonOf(weights)).data;
  const counted = tried ? { weights: tried, setBy: null, setAt: null } : await weightsFor(ctx, demandId);
  refuseAllZero(counted.weights);
  return counted;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The few people who are shown, with their reasons: their texts are read now, and only theirs. */
async function matchesOf(
  { ctx, engine, demandId, query, asked, counted, given }: View,
  ranked: RankedPerson[],
): Promise<Match[]> {
  const ids = ranked.map(({ talentId }) => talentId);
  const shown = await listShown(ctx, ids);
  const profiles = await listProfiles(ctx, engine, ids);
  const decisions = new Map((await listDecisions(ctx, demandId, ids)).map((one) => [one.talentId, one.decision]));
  return ranked.flatMap((score) => {
    const [person, profile] = [shown.get(score.talentId), profiles.get(score.talentId)];
    if (!person || !profile) return [];
    const reader = { recogniser: engine.recogniser, language: ctx.actor.language };
    const criteria = readableBy(ctx.actor, [
      ...explain(profile, query, counted.weights, reader),
      ...(asked?.wishes ? [explainModel(profile, asked.wishes, reader)] : []),
    ]);
    return [
      matchOf({
        score,
        person,
        criteria,
        ignored: ignoredFor(ctx.actor, ignoredIn(profile)),
        decision: decisions.get(score.talentId) ?? null,
        isBlind: given.blind === 'yes',
      }),
    ];
  });
}

const IGNORED_AT_MOST = 5;
const ignoredIn = ({ ignored }: PersonProfile): Match['ignored'] =>
  ignored.slice(0, IGNORED_AT_MOST).map((part) => ({ ...part, concept: null }));

interface MatchParts {
  score: RankedPerson;
  person: ShownPerson;
  criteria: Match['criteria'];
  ignored: Match['ignored'];
  decision: Match['decision'];
  isBlind: boolean;
}

/** Blind: what could tell who it is stays away. */
const matchOf = ({ score, person, criteria, ignored, decision, isBlind }: MatchParts): Match => ({
  ...person,
  ...(isBlind ? { name: null, employer: null, touches: [] } : {}),
  share: score.share,
  points: score.points,
  knownPoints: score.knownPoints,
  totalPoints: score.totalPoints,
  criteria,
  ignored,
  decision,
});

interface Logged {
  ranked: Ranked;
  tookMs: number;
  people: Match[];
}

/** What was asked for and by which rules; of people only the ids of the best, which go when they go (AI-7). */
function logged(
  { ctx, engine, demandId, demand, asked, counted }: View,
  { ranked, tookMs, people }: Logged,
): Promise<string> {
  const { title, description, must, nice, languages, city, hoursMinShare, hoursMaxShare, fromOn } = demand;
  return recordRun(
    ctx,
    {
      demandId,
      purpose: 'demand',
      level: asked?.wishes ? 'C' : 'B',
      ruleVersion: RULE_VERSION,
      directoryVersion: engine.recogniser.directoryVersion,
      model: asked?.part ?? null,
      weights: counted.weights,
      demand: { title, description, must, nice, languages, city, hoursMinShare, hoursMaxShare, fromOn },
      rankedCount: ranked.rankedCount,
      notShown: { ...ranked.notShown },
      ignoredCount: people.reduce((sum, { ignored }) => sum + ignored.length, 0),
      tookMs,
    },
    people.slice(0, KEPT_AT_MOST),
  );
}
