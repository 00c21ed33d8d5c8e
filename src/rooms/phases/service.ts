import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import { todayOf } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { findInForce, findUnit, listCurrent, listLog, lockPlace } from './queries.ts';
import type { NewPhase, PhaseEntity, PhaseInForce, PhaseLogEntry, PhaseUnit } from './schema.ts';
import type { Phase } from './types.ts';
import { TAKE_BACK_WITHIN_MINUTES } from './types.ts';

const LOG_PAGE = 30;

/** Where a phase holds: a whole entity, or one unit of it. */
export interface Place {
  entityId: string;
  unitId?: string | null;
}

/**
 * The phase in force; a unit without one of its own follows the entity. Asked by other rooms for their defaults, so it is no act
 * that needs a permission: the phase is no secret inside the company.
 */
export async function phaseOf({ db }: Pick<Ctx, 'db'>, { entityId, unitId = null }: Place): Promise<Phase | null> {
  const own = unitId === null ? undefined : await findInForce(db, { entityId, unitId });
  return (own ?? (await findInForce(db, { entityId, unitId: null })))?.phase ?? null;
}

/** Every legal entity of the actor with its units, each with its own phase. */
export async function listPhases(ctx: Ctx): Promise<PhaseEntity[]> {
  allow(ctx.actor, 'phases.read');
  const entities = new Map<string, PhaseEntity>();
  for (const row of await listCurrent(ctx.db, ctx.actor.entityIds)) {
    const current = inForceOf(row);
    if (row.unit_id === null)
      entities.set(row.entity_id, { id: row.entity_id, name: row.entity_name, current, units: [] });
    else entities.get(row.entity_id)?.units.push({ id: row.unit_id, name: row.unit_name ?? '', current });
  }
  return [...entities.values()];
}

const inForceOf = (row: { phase_id: string | null; phase: Phase | null; since_on: string | null }) =>
  row.phase_id === null || row.phase === null || row.since_on === null
    ? null
    : { id: row.phase_id, phase: row.phase, sinceOn: row.since_on };

export async function getPhaseLog(ctx: Ctx, cursor: string | undefined) {
  allow(ctx.actor, 'phases.read');
  const after = pageAfter(cursor, ['number'])?.[0] ?? undefined;
  const rows = await listLog(ctx.db, { entityIds: ctx.actor.entityIds, after, limit: LOG_PAGE });
  const { page, nextCursor } = cutPage(rows, LOG_PAGE, ({ number }) => [number]);
  return { items: page, nextCursor };
}

/**
 * Puts a phase in force and tells the rooms below.
 * @throws AppError phases.since_in_future, phases.place_missing, phases.changed_meanwhile, phases.already_so
 */
export async function switchTo(ctx: Ctx, input: NewPhase): Promise<PhaseLogEntry> {
  allow(ctx.actor, 'phases.switch');
  if (input.sinceOn > todayOf(ctx)) throw invalid('phases.since_in_future');
  const unit = await placeFor(ctx, input);
  return inTransaction(ctx, async (ctx) => {
    await lockPlace(ctx.db, input);
    refuseOutdated(await findInForce(ctx.db, input), input);
    const entry = await insertPhase(ctx, input);
    const { entityId, unitId, phase } = input;
    await record(ctx, { action: 'phases.switched', details: { entityId, unitId, phase, sinceOn: input.sinceOn } });
    await ctx.emit(ctx, 'phases.switched', { entityId, unitId, phase });
    return { ...entry, unit };
  });
}

function refuseOutdated(current: PhaseInForce | undefined, { replaces, phase, sinceOn }: NewPhase) {
  if ((current?.id ?? null) !== replaces) throw conflict('phases.changed_meanwhile');
  if (current?.phase === phase && current.sinceOn === sinceOn) throw invalid('phases.already_so');
}

async function placeFor(ctx: Ctx, { entityId, unitId }: NewPhase) {
  if (!ctx.actor.entityIds.includes(entityId)) throw notFound('phases.place_missing');
  if (unitId === null) return null;
  const unit = await findUnit(ctx.db, unitId, [entityId]);
  if (!unit) throw notFound('phases.place_missing');
  return { id: unit.id, name: unit.name };
}

async function insertPhase(ctx: Ctx, { entityId, unitId, phase, sinceOn, note }: NewPhase) {
  const id = newId(ctx.now.getTime());
  const kept = note === '' ? null : note;
  await ctx.db
    .insertInto('phases')
    .values({
      id,
      entity_id: entityId,
      unit_id: unitId,
      phase,
      since_on: sinceOn,
      note: kept,
      set_by: ctx.actor.memberId,
      set_at: ctx.now,
    })
    .execute();
  const setBy = await nameOf(ctx);
  return { id, entityId, phase, sinceOn, note: kept, setBy, setAt: ctx.now.toISOString() };
}

async function nameOf({ db, actor }: Ctx): Promise<string | null> {
  if (actor.memberId === null) return null;
  const row = await db.selectFrom('members').select('name').where('id', '=', actor.memberId).executeTakeFirst();
  return row?.name ?? null;
}

/**
 * Takes the newest switch of a place back; the one before is in force again.
 * @throws AppError phases.entry_missing, phases.too_late_to_take_back, phases.changed_meanwhile
 */
export async function takeBack(ctx: Ctx, phaseId: string): Promise<void> {
  allow(ctx.actor, 'phases.switch');
  await inTransaction(ctx, async (ctx) => {
    const entry = await findOwnEntry(ctx, phaseId);
    const place = { entityId: entry.entity_id, unitId: entry.unit_id };
    await lockPlace(ctx.db, place);
    const current = await findInForce(ctx.db, place);
    if (current?.id !== phaseId) throw conflict('phases.changed_meanwhile');
    await ctx.db.deleteFrom('phases').where('id', '=', phaseId).execute();
    const before = await findInForce(ctx.db, place);
    const phase = before?.phase ?? null;
    await record(ctx, { action: 'phases.switch_taken_back', details: { ...place, phase } });
    await ctx.emit(ctx, 'phases.switched', { ...place, phase });
  });
}

async function findOwnEntry({ db, actor, now }: Ctx, phaseId: string) {
  const entry = await db
    .selectFrom('phases')
    .select(['entity_id', 'unit_id', 'set_by', 'set_at'])
    .where('id', '=', phaseId)
    .where('entity_id', 'in', actor.entityIds)
    .executeTakeFirst();
  if (!entry || entry.set_by !== actor.memberId) throw notFound('phases.entry_missing');
  const minutes = (now.getTime() - entry.set_at.getTime()) / 60_000;
  if (minutes > TAKE_BACK_WITHIN_MINUTES) throw conflict('phases.too_late_to_take_back');
  return entry;
}

/** @throws AppError phases.place_missing, phases.unit_name_taken */
export async function createUnit(ctx: Ctx, { entityId, name }: { entityId: string; name: string }): Promise<PhaseUnit> {
  allow(ctx.actor, 'phases.switch');
  if (!ctx.actor.entityIds.includes(entityId)) throw notFound('phases.place_missing');
  const id = newId(ctx.now.getTime());
  const made = await ctx.db
    .insertInto('units')
    .values({ id, entity_id: entityId, name, created_at: ctx.now })
    .onConflict((on) => on.columns(['entity_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) throw conflict('phases.unit_name_taken', { name });
  return { id, name, current: null };
}

/** @throws AppError phases.place_missing, phases.unit_name_taken */
export async function nameUnit(ctx: Ctx, unitId: string, name: string): Promise<void> {
  allow(ctx.actor, 'phases.switch');
  const unit = await findUnit(ctx.db, unitId, ctx.actor.entityIds);
  if (!unit) throw notFound('phases.place_missing');
  const { rows } = await sql`
    update units set name = ${name} where id = ${unitId}
      and not exists (select 1 from units o where o.entity_id = ${unit.entity_id} and o.name = ${name} and o.id <> ${unitId})
    returning id`.execute(ctx.db);
  if (rows.length === 0) throw conflict('phases.unit_name_taken', { name });
}

/** The unit's log goes with it; what remains is that the company's phase holds. @throws AppError phases.place_missing */
export async function deleteUnit(ctx: Ctx, unitId: string): Promise<void> {
  allow(ctx.actor, 'phases.switch');
  const unit = await findUnit(ctx.db, unitId, ctx.actor.entityIds);
  if (!unit) throw notFound('phases.place_missing');
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.deleteFrom('units').where('id', '=', unitId).execute();
    const phase = await phaseOf(ctx, { entityId: unit.entity_id });
    await record(ctx, { action: 'phases.unit_removed', details: { entityId: unit.entity_id, unitId } });
    await ctx.emit(ctx, 'phases.switched', { entityId: unit.entity_id, unitId, phase });
  });
}
