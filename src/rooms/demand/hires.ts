import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import { latestDayOf } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { LockedDemand } from './queries.ts';
import { countHires, lockDemand } from './queries.ts';
import type { Demand, NewHire } from './schema.ts';
import { getDemand } from './service.ts';

/** Sources that only make sense for somebody we knew. */
const KNOWN_ONLY: ReadonlySet<NewHire['source']> = new Set(['pool', 'returner'] as const);

/**
 * Somebody was hired. The demand is filled with its last place; the person's stage follows through the event.
 * @throws AppError demand.not_found, demand.not_open, demand.hire_needs_person, demand.person_unknown, demand.dated_in_future
 */
export const recordHireFor = (ctx: Ctx, demandId: string, input: NewHire): Promise<Demand> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'demand.record_hires');
    const demand = await lockOpen(ctx, demandId);
    refuseUnlikely(ctx, input);
    if (input.talentId) await refuseUnknownPerson(ctx, input.talentId, demand.entity_id);
    const hireId = newId(ctx.now.getTime());
    await insertHire(ctx, demand, { ...input, hireId });
    if ((await countHires(ctx.db, demandId)) >= demand.headcount) await setFilled(ctx, demandId, input.hiredOn);
    await record(ctx, {
      action: 'demand.hired',
      subjectKind: 'talent',
      subjectIds: input.talentId ? [input.talentId] : [],
      details: { demandId, source: input.source },
    });
    await ctx.emit(ctx, 'demand.hired', { demandId, hireId, talentId: input.talentId });
    return getDemand(ctx, demandId);
  });

/** @throws AppError demand.not_found, demand.hire_not_found */
export const undoHireOf = (ctx: Ctx, demandId: string, hireId: string): Promise<Demand> =>
  inTransaction(ctx, async (ctx) => {
    allow(ctx.actor, 'demand.record_hires');
    const demand = await lockDemand(ctx.db, demandId, ctx.actor.entityIds);
    if (!demand) throw notFound('demand.not_found');
    const undone = await ctx.db
      .updateTable('hires')
      .set({ undone_at: ctx.now })
      .where('id', '=', hireId)
      .where('demand_id', '=', demandId)
      .where('undone_at', 'is', null)
      .returning('talent_id')
      .executeTakeFirst();
    if (!undone) throw notFound('demand.hire_not_found');
    if (demand.state === 'filled') await setOpen(ctx, demandId);
    await record(ctx, { action: 'demand.hire_undone', details: { demandId, hireId } });
    return getDemand(ctx, demandId);
  });

async function lockOpen(ctx: Ctx, demandId: string): Promise<LockedDemand> {
  const demand = await lockDemand(ctx.db, demandId, ctx.actor.entityIds);
  if (!demand) throw notFound('demand.not_found');
  if (demand.state !== 'open') throw conflict('demand.not_open');
  return demand;
}

function refuseUnlikely(ctx: Ctx, { talentId, source, hiredOn }: NewHire) {
  if (KNOWN_ONLY.has(source) && !talentId) throw invalid('demand.hire_needs_person', { source });
  if (hiredOn > latestDayOf(ctx)) throw invalid('demand.dated_in_future');
}

async function refuseUnknownPerson({ db }: Ctx, talentId: string, entityId: string) {
  const { rows } = await sql`select 1 from talents_view where id = ${talentId} and entity_id = ${entityId}`.execute(db);
  if (rows.length === 0) throw invalid('demand.person_unknown');
}

const insertHire = (
  { db, actor, now }: Ctx,
  demand: LockedDemand,
  { hireId, talentId, source, hiredOn, startsOn, costCents }: NewHire & { hireId: string },
) =>
  db
    .insertInto('hires')
    .values({
      id: hireId,
      entity_id: demand.entity_id,
      demand_id: demand.id,
      role_family_id: demand.role_family_id,
      talent_id: talentId,
      source,
      hired_on: hiredOn,
      starts_on: startsOn,
      cost_cents: costCents,
      recorded_by: actor.memberId,
      recorded_at: now,
    })
    .execute();

const setFilled = ({ db, now }: Ctx, demandId: string, on: string) =>
  sql`update demands set state = 'filled', closed_on = ${on}, updated_at = ${now}, version = version + 1 where id = ${demandId}`.execute(
    db,
  );

const setOpen = ({ db, now }: Ctx, demandId: string) =>
  sql`update demands set state = 'open', closed_on = null, updated_at = ${now}, version = version + 1 where id = ${demandId}`.execute(
    db,
  );
