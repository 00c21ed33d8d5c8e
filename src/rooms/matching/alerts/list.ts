import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { dayOf } from '../engine/read-index.ts';
import { readableBy } from '../evidence.ts';
import { whyNotShown } from '../people/eligible.ts';
import type { alertList, alertReason, MatchAlert } from '../schema-alerts.ts';
import type { Criterion } from '../schema-matches.ts';
import { tells } from './fitting.ts';

type Reason = z.output<typeof alertReason>;
type AlertRow = Omit<MatchAlert, 'at' | 'reasons'> & { at: Date; criteria: Criterion[] | null; total: number };

const REASONS_AT_MOST = 4;

/** Own demands first, then the newest. Whoever may not be compared today is not pointed at, whenever the alert was kept. One statement. */
export async function listMatchAlerts(ctx: Ctx, { limit }: { limit: number }): Promise<z.output<typeof alertList>> {
  const { db, actor } = ctx;
  allow(actor, 'matching.read');
  const { rows } = await sql<AlertRow>`
    select a.id, a.kind, a.created_at as at, jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind) as demand, a.talent_id as "talentId",
      concat_ws(' ', t.title, nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.role, t.employer,
      a.score_points as points, a.known_points as "knownPoints", s.criteria, count(*) over ()::int as total
    from match_alerts a
    join demands_view d on d.id = a.demand_id and d.state = 'open' and d.entity_id = any(${actor.entityIds}::uuid[])
    join talents t on t.id = a.talent_id and t.deleted_at is null and t.entity_id = d.entity_id
    left join match_results s on s.run_id = a.run_id and s.talent_id = a.talent_id
    where a.closed_at is null and (${whyNotShown(dayOf(ctx))}) is null
    order by (d.owner_id is not distinct from ${actor.memberId}::uuid) desc, a.created_at desc, a.score_points desc, a.id limit ${limit}`.execute(
    db,
  );
  return {
    items: rows.map((row) => alertOf(row, readableBy(actor, row.criteria ?? []))),
    total: rows[0]?.total ?? 0,
  };
}

function alertOf(
  { id, kind, at, demand, talentId, name, role, employer, points, knownPoints }: AlertRow,
  criteria: Criterion[],
): MatchAlert {
  const reasons = reasonsFrom(criteria);
  return { id, kind, at: at.toISOString(), demand, talentId, name, role, employer, points, knownPoints, reasons };
}

/** What is fully shown before what is partly; of each its best proof. */
function reasonsFrom(criteria: readonly Criterion[]): Reason[] {
  const speaking = criteria
    .filter(tells)
    .flatMap(({ name, wishes }) =>
      wishes.flatMap(({ label, state, evidence }): Reason[] =>
        state === 'met' || state === 'partly'
          ? [{ criterion: name, label, state, evidence: evidence.slice(0, 1) }]
          : [],
      ),
    );
  return speaking
    .toSorted((a, b) => Number(a.state === 'partly') - Number(b.state === 'partly'))
    .slice(0, REASONS_AT_MOST);
}

/** @throws AppError matching.alert_missing */
export const dismissMatchAlert = (ctx: Ctx, alertId: string): Promise<void> =>
  setClosed(ctx, alertId, { closed_at: ctx.now, closed_by: ctx.actor.memberId });

/** @throws AppError matching.alert_missing */
export const undoDismissalOf = (ctx: Ctx, alertId: string): Promise<void> =>
  setClosed(ctx, alertId, { closed_at: null, closed_by: null });

async function setClosed(
  { db, actor }: Ctx,
  alertId: string,
  to: { closed_at: Date | null; closed_by: string | null },
): Promise<void> {
  allow(actor, 'matching.decide');
  const changed = await db
    .updateTable('match_alerts')
    .set(to)
    .where('id', '=', alertId)
    .where('demand_id', 'in', (demands) =>
      demands
        .selectFrom('demands_view')
        .select('id')
        .where('entity_id', 'in', actor.entityIds)
        .$castTo<{ id: string }>(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw notFound('matching.alert_missing');
}
