import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getDemand } from '#rooms/demand/index.ts';
import { CRITERIA, type Weights, weights as weightsSchema } from '../schema-matches.ts';

/** What counts how much until somebody sets other weights: what is needed first, then how close the occupation is. */
export const DEFAULT_WEIGHTS: Weights = {
  must: 40,
  nice: 10,
  occupation: 20,
  text: 10,
  languages: 5,
  interest: 5,
  place: 5,
  availability: 5,
};

export interface WeightsInForce {
  weights: Weights;
  setBy: string | null;
  setAt: string | null;
}

/** The newest weights of the demand, or the company's, or the default. One statement. */
export async function weightsFor({ db }: Pick<Ctx, 'db'>, demandId: string): Promise<WeightsInForce> {
  const { rows } = await sql<{ weights: unknown; name: string | null; set_at: Date }>`
    select w.weights, m.name, w.set_at from match_weights w left join members m on m.id = w.set_by join demands_view d on d.id = ${demandId} and d.entity_id = w.entity_id where w.demand_id = d.id or w.demand_id is null
    order by (w.demand_id is not null) desc, w.version desc limit 1`.execute(db);
  const [row] = rows;
  const known = row && weightsSchema.safeParse(row.weights).data;
  if (!row || !known) return { weights: DEFAULT_WEIGHTS, setBy: null, setAt: null };
  return { weights: known, setBy: row.name, setAt: row.set_at.toISOString() };
}

/** @throws AppError matching.weights_all_zero, demand.not_found */
export async function setWeightsOf(
  ctx: Ctx,
  demandId: string,
  { weights, note }: { weights: Weights; note?: string | undefined },
): Promise<{ version: number }> {
  allow(ctx.actor, 'matching.decide');
  refuseAllZero(weights);
  await getDemand(ctx, demandId);
  const { rows } = await sql<{ version: number }>`
    insert into match_weights (entity_id, demand_id, version, weights, set_by, set_at, note)
    select d.entity_id, d.id, coalesce((select max(w.version) from match_weights w where w.demand_id = d.id), 0) + 1, ${JSON.stringify(weights)}::jsonb,
      ${ctx.actor.memberId}::uuid, ${ctx.now}, ${note ?? null}
    from demands_view d where d.id = ${demandId} returning version`.execute(ctx.db);
  return { version: rows[0]?.version ?? 1 };
}

/** @throws AppError matching.weights_all_zero */
export function refuseAllZero(weights: Weights): void {
  if (CRITERIA.every((name) => weights[name] === 0)) throw invalid('matching.weights_all_zero');
}
