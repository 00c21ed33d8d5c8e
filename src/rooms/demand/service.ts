import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { columnsFor } from './columns.ts';
import type { DemandRecord, LockedDemand } from './queries.ts';
import { findDemand, listDemandRows, lockDemand } from './queries.ts';
import type { Demand, DemandCard, DemandChange, NewDemand } from './schema.ts';

interface ListQuery {
  state?: string | undefined;
  kind?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export async function listDemandsOf(
  { db, actor }: Ctx,
  { state, kind, limit, cursor }: ListQuery,
): Promise<{ items: DemandCard[]; nextCursor: string | null }> {
  allow(actor, 'demand.read');
  const after = pageAfter(cursor, ['text', 'id']);
  const rows = await listDemandRows(db, actor.entityIds, { state, kind, after, limit });
  const { page, nextCursor } = cutPage(rows, limit, ({ createdKey, id }) => [createdKey, id]);
  return { items: page, nextCursor };
}

/** @throws AppError demand.not_found */
export async function getDemand({ db, actor }: Ctx, demandId: string): Promise<Demand> {
  allow(actor, 'demand.read');
  const found = await findDemand(db, demandId, actor.entityIds);
  if (!found) throw notFound('demand.not_found');
  return shown(found);
}

function shown({ gate, gateReason, gateKnownCount, gateBy, gateAt, ...row }: DemandRecord): Demand {
  return {
    ...row,
    gate: {
      state: gate,
      reason: gateReason,
      knownCount: gateKnownCount,
      by: gateBy,
      at: gateAt?.toISOString() ?? null,
    },
  };
}

/** @throws AppError demand.hours_turned_round, demand.unit_unknown, demand.family_unknown, demand.member_unknown */
export const planDemand = (ctx: Ctx, input: NewDemand): Promise<Demand> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'demand.write');
    const { kind, openedOn, likelihoodShare, ownerId, ...fields } = input;
    const [entityId = ''] = ctx.actor.entityIds;
    const id = newId(ctx.now.getTime());
    const columns = await columnsFor(ctx, entityId, { ...fields, ownerId: ownerId ?? ctx.actor.memberId });
    await ctx.db
      .insertInto('demands')
      .values({
        ...columns,
        id,
        entity_id: entityId,
        kind,
        title: input.title,
        headcount: input.headcount,
        likelihood_share: kind === 'vacancy' ? 1 : (likelihoodShare ?? 0.5),
        opened_on: kind === 'vacancy' ? (openedOn ?? dayOf(ctx)) : null,
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await ctx.emit(ctx, 'demand.changed', { demandId: id });
    return getDemand(ctx, id);
  });

/** @throws AppError demand.not_found, demand.changed_meanwhile, demand.vacancy_is_certain, and those of `planDemand` */
export const changeDemandOf = (ctx: Ctx, demandId: string, { version, ...changes }: DemandChange): Promise<Demand> =>
  changing(ctx, demandId, async (ctx, now) => {
    if (version < now.version) throw conflict('demand.changed_meanwhile', { version: now.version });
    if (now.kind === 'vacancy' && (changes.likelihoodShare ?? 1) < 1) throw invalid('demand.vacancy_is_certain');
    return columnsFor(ctx, now.entity_id, changes);
  });

/** @throws AppError demand.not_found, demand.is_vacancy_already */
export const openVacancyOf = (ctx: Ctx, demandId: string, on: string): Promise<Demand> =>
  changing(ctx, demandId, async (_ctx, { kind }) => {
    if (kind === 'vacancy') throw conflict('demand.is_vacancy_already');
    return { kind: 'vacancy', opened_on: on, likelihood_share: 1 };
  });

type GateWay = { way: 'looked'; knownCount: number } | { way: 'skipped'; because: string };

/** Known people come first. Whoever skips them says in one sentence why; the sentence stays. @throws AppError demand.not_found */
export const passGateOf = (ctx: Ctx, demandId: string, given: GateWay): Promise<Demand> =>
  changing(ctx, demandId, async ({ actor, now }) => ({
    gate: given.way,
    gate_reason: given.way === 'skipped' ? given.because : null,
    gate_known_count: given.way === 'looked' ? given.knownCount : null,
    gate_by: actor.memberId,
    gate_at: now,
  }));

/** @throws AppError demand.not_found, demand.not_a_vacancy, demand.known_people_first */
export const advertiseVacancy = (ctx: Ctx, demandId: string, on: string): Promise<Demand> =>
  changing(ctx, demandId, async (_ctx, { kind, gate }) => {
    if (kind !== 'vacancy') throw conflict('demand.not_a_vacancy');
    if (gate === 'ahead') throw conflict('demand.known_people_first');
    return { advertised_on: on };
  });

/** @throws AppError demand.not_found, demand.not_open */
export const closeDemandOf = (ctx: Ctx, demandId: string, { on, because }: { on: string; because: string }) =>
  changing(ctx, demandId, async (_ctx, { state }) => {
    if (state !== 'open') throw conflict('demand.not_open');
    return { state: 'closed', closed_on: on, closed_because: because };
  });

/** @throws AppError demand.not_found, demand.not_closed */
export const reopenDemandOf = (ctx: Ctx, demandId: string): Promise<Demand> =>
  changing(ctx, demandId, async (_ctx, { state }) => {
    if (state === 'open') throw conflict('demand.not_closed');
    return { state: 'open', closed_on: null, closed_because: null };
  });

type Columns = Record<string, unknown>;

/** One change of one demand: locked, written down, told to the rooms below. */
export function changing(
  ctx: Ctx,
  demandId: string,
  decide: (ctx: Ctx, now: LockedDemand) => Promise<Columns>,
): Promise<Demand> {
  allow(ctx.actor, 'demand.write');
  return inTransaction(ctx, async (ctx) => {
    const now = await lockDemand(ctx.db, demandId, ctx.actor.entityIds);
    if (!now) throw notFound('demand.not_found');
    const columns = await decide(ctx, now);
    await ctx.db
      .updateTable('demands')
      .set({ ...columns, updated_at: ctx.now, version: now.version + 1 })
      .where('id', '=', demandId)
      .execute();
    await record(ctx, {
      action: 'demand.changed',
      subjectKind: 'demand',
      subjectIds: [demandId],
      details: { columns: Object.keys(columns) },
    });
    await ctx.emit(ctx, 'demand.changed', { demandId });
    return getDemand(ctx, demandId);
  });
}

const dayOf = ({ now }: Pick<Ctx, 'now'>) => now.toISOString().slice(0, 10);
