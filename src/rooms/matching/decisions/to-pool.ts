import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import { addToPool } from '#rooms/pools/index.ts';
import type { Criterion } from '../schema-matches.ts';

const LONGEST_REASON = 500;
const WISHES_NAMED = 4;
/** What somebody can; the title of the demand stands in the sentence already. */
const NAMED: ReadonlySet<Criterion['name']> = new Set(['must', 'nice', 'languages'] as const);

interface Outcome {
  added: string[];
  actIds: string[];
  leftOut: { talentId: string; code: string }[];
}

/**
 * Chosen people go into a pool one by one, each with the reason of the match: the demand, and what speaks for them. A refusal of one (no place
 * left, no owner) leaves the others alone.
 * @throws AppError demand.not_found
 */
export async function shortlistToPoolOf(
  ctx: Ctx,
  demandId: string,
  { poolId, talentIds }: { poolId: string; talentIds: string[] },
): Promise<Outcome> {
  allow(ctx.actor, 'matching.decide');
  const demand = await getDemand(ctx, demandId);
  const reasons = await listReasons(ctx, demandId, talentIds);
  const outcome: Outcome = { added: [], actIds: [], leftOut: [] };
  for (const talentId of new Set(talentIds)) {
    const reason = reasonFor(ctx, demand.title, reasons.get(talentId) ?? []);
    const { code, actId } = await addOne(ctx, { poolId, talentId, reason });
    if (code) outcome.leftOut.push({ talentId, code });
    else outcome.added.push(talentId);
    if (actId) outcome.actIds.push(actId);
  }
  return outcome;
}

interface One {
  code?: string;
  actId?: string | null;
}

async function addOne(
  ctx: Ctx,
  { poolId, talentId, reason }: { poolId: string; talentId: string; reason: string },
): Promise<One> {
  try {
    const { leftOut, actId } = await addToPool(ctx, { poolId, talentIds: [talentId], reason, source: 'member' });
    return leftOut[0] ? { code: `pools.${leftOut[0].reason}` } : { actId };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

/** What the newest run showed for each of them. */
async function listReasons({ db }: Ctx, demandId: string, talentIds: string[]): Promise<Map<string, Criterion[]>> {
  const { rows } = await sql<{ talent_id: string; criteria: Criterion[] }>`
    select distinct on (s.talent_id) s.talent_id, s.criteria from match_results s join match_runs r on r.id = s.run_id
    where r.demand_id = ${demandId} and s.talent_id = any(${talentIds}::uuid[]) order by s.talent_id, r.at desc, r.id desc`.execute(
    db,
  );
  return new Map(rows.map(({ talent_id, criteria }) => [talent_id, criteria]));
}

function reasonFor({ actor }: Ctx, title: string, criteria: Criterion[]): string {
  const t = serverMessages(actor.language);
  const shown = criteria
    .filter(({ name }) => NAMED.has(name))
    .flatMap(({ wishes }) => wishes.filter(({ state }) => state === 'met').map(({ label }) => label))
    .slice(0, WISHES_NAMED);
  const words =
    shown.length > 0
      ? t('matching', 'pool.reason', { title, skills: shown.join(', ') })
      : t('matching', 'pool.reason_plain', { title });
  return words.slice(0, LONGEST_REASON);
}
