import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { AppError, conflict, forbidden, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { memberOf } from '../people.ts';
import type { EditSegment, NewSegment, SegmentCard } from '../schema-segments.ts';
import type { Rule } from '../schema-rule.ts';
import { COUNT_LIMIT } from '../types.ts';
import { segmentSql } from './compile.ts';
import { namesSegment, resolveRule } from './resolve.ts';
import { conditionsIn } from './rule.ts';
import type { SegmentRow } from './saved.ts';
import {
  findSegment,
  listSegmentRows,
  loadNamed,
  loadSegmentRule,
  readOrRefuse,
  refusePrivateNames,
  resolveGiven,
} from './saved.ts';

interface Count {
  value: number;
  isExact: boolean;
}

/** All of them with live counts; one statement for all counts. */
export async function listSegmentsFor(ctx: Ctx): Promise<SegmentCard[]> {
  allow(ctx.actor, 'pools.read');
  const rows = await listSegmentRows(ctx);
  return cardsOf(ctx, rows, rows);
}

/** @throws AppError pools.segment_not_found */
export async function getSegment(ctx: Ctx, segmentId: string): Promise<SegmentCard> {
  allow(ctx.actor, 'pools.read');
  const row = await findSegment(ctx, segmentId);
  const [card] = row ? await cardsOf(ctx, [row], await listSegmentRows(ctx)) : [];
  if (!card) throw notFound('pools.segment_not_found');
  return card;
}

async function cardsOf(ctx: Ctx, rows: SegmentRow[], all: SegmentRow[]): Promise<SegmentCard[]> {
  const named = await loadNamed(ctx, all);
  const asked = rows.map((row) => whoFits(ctx, () => resolveRule(readOrRefuse(row.rule), named, row.id)));
  const counts = await countAll(
    ctx,
    asked.map(({ fits }) => fits),
  );
  return rows.map((row, i) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    visibility: row.visibility,
    rule: row.rule,
    by: memberOf(row.created_by, row.by_name),
    isMine: row.created_by !== null && row.created_by === ctx.actor.memberId,
    updatedAt: row.updated_at.toISOString(),
    count: counts[i] ?? null,
    problem: asked[i]?.problem ?? null,
  }));
}

/** A rule may name what is gone, or what this reader may not ask: then it says so instead of a number. */
function whoFits(ctx: Ctx, resolve: () => Rule): { fits?: RawBuilder<boolean>; problem?: SegmentCard['problem'] } {
  try {
    return { fits: segmentSql(resolve(), ctx) };
  } catch (error) {
    if (error instanceof AppError) return { problem: { code: error.code, params: error.params } };
    throw error;
  }
}

async function countAll({ db }: Ctx, conditions: (RawBuilder<boolean> | undefined)[]): Promise<(Count | undefined)[]> {
  if (conditions.length === 0) return [];
  const counted = conditions.map((fits) =>
    fits ? sql`(select count(*) from (select 1 from talents t where ${fits} limit ${COUNT_LIMIT + 1}) x)` : sql`null`,
  );
  const { rows } = await sql<{ counts: (number | null)[] }>`
    select array[${sql.join(counted)}]::bigint[]::int[] as counts`.execute(db);
  return (rows[0]?.counts ?? []).map((value) =>
    value === null ? undefined : { value: Math.min(value, COUNT_LIMIT), isExact: value <= COUNT_LIMIT },
  );
}

/** How many people an unsaved rule finds for this reader, up to a limit. @throws AppError pools.rule_…, pools.condition_hidden */
export async function countRuleFor(ctx: Ctx, given: unknown, selfId: string | undefined): Promise<Count> {
  allow(ctx.actor, 'pools.read');
  const fits = segmentSql(await resolveGiven(ctx, given, selfId), ctx);
  const [count] = await countAll(ctx, [fits]);
  return count ?? { value: 0, isExact: true };
}

/** @throws AppError pools.rule_…, pools.segment_name_taken, pools.entity_unknown */
export async function saveSegment(ctx: Ctx, { name, rule, visibility, entityId }: NewSegment): Promise<SegmentCard> {
  allow(ctx.actor, 'pools.write');
  const entity = entityId ?? ctx.actor.entityIds[0];
  if (entity === undefined || !ctx.actor.entityIds.includes(entity)) throw notFound('pools.entity_unknown');
  return inTransaction(ctx, async (ctx) => {
    const read = await readToSave(ctx, { given: rule, visibility });
    const id = newId(ctx.now.getTime());
    await refuseTakenName(ctx, { id, entityId: entity, name, visibility });
    await ctx.db
      .insertInto('saved_segments')
      .values({
        id,
        entity_id: entity,
        name,
        visibility,
        rule: JSON.stringify(read),
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await record(ctx, { action: 'pools.segment_saved', details: { segmentId: id } });
    return getSegment(ctx, id);
  });
}

interface ToSave {
  given: unknown;
  visibility: 'private' | 'all';
  selfId?: string;
}

/** Checked as far as anybody could ask it: names that are gone and circles are found before they are saved. */
async function readToSave(ctx: Ctx, { given, visibility, selfId }: ToSave): Promise<Rule> {
  const rule = readOrRefuse(given);
  segmentSql(await resolveGiven(ctx, rule, selfId), ctx);
  if (visibility === 'all') await refusePrivateNames(ctx, segmentIdsIn(rule));
  return rule;
}

const segmentIdsIn = (rule: Rule) =>
  conditionsIn(rule).flatMap((condition) => (condition.is === 'segment' ? [condition.id] : []));

/**
 * @throws AppError pools.segment_not_found, pools.segment_changed_meanwhile, pools.only_writer_hides, pools.rule_…
 */
export async function changeSegment(
  ctx: Ctx,
  segmentId: string,
  { version, changes }: EditSegment,
): Promise<SegmentCard> {
  allow(ctx.actor, 'pools.write');
  return inTransaction(ctx, async (ctx) => {
    const row = await lockSegment(ctx, segmentId);
    if (version < row.version) throw conflict('pools.segment_changed_meanwhile', { version: row.version });
    const [name, visibility] = [changes.name ?? row.name, changes.visibility ?? row.visibility];
    if (visibility === 'private' && row.created_by !== ctx.actor.memberId) throw forbidden('pools.only_writer_hides');
    const rule = await readToSave(ctx, { given: changes.rule ?? row.rule, visibility, selfId: segmentId });
    await refuseTakenName(ctx, { id: segmentId, entityId: row.entity_id, name, visibility });
    await ctx.db
      .updateTable('saved_segments')
      .set({ name, visibility, rule: JSON.stringify(rule), version: row.version + 1, updated_at: ctx.now })
      .where('id', '=', segmentId)
      .execute();
    await tell(ctx, segmentId, 'pools.segment_saved');
    return getSegment(ctx, segmentId);
  });
}

async function lockSegment(ctx: Ctx, segmentId: string): Promise<SegmentRow> {
  await sql`select 1 from saved_segments s where s.id = ${segmentId}::uuid for update`.execute(ctx.db);
  const row = await findSegment(ctx, segmentId);
  if (!row) throw notFound('pools.segment_not_found');
  return row;
}

interface NamedSegment {
  id: string;
  entityId: string;
  name: string;
  visibility: string;
}

async function refuseTakenName({ db }: Ctx, { id, entityId, name, visibility }: NamedSegment) {
  if (visibility !== 'all') return;
  const { rows } = await sql`
    select 1 from saved_segments s where s.entity_id = ${entityId} and lower(s.name) = lower(${name}) and s.id <> ${id} and s.deleted_at is null and s.visibility = 'all'`.execute(
    db,
  );
  if (rows.length > 0) throw conflict('pools.segment_name_taken', { name });
}

/** Rules that name it say from now on that it is gone. @throws AppError pools.segment_not_found */
export async function deleteSegmentOf(ctx: Ctx, segmentId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    await lockSegment(ctx, segmentId);
    await ctx.db.updateTable('saved_segments').set({ deleted_at: ctx.now }).where('id', '=', segmentId).execute();
    await tell(ctx, segmentId, 'pools.segment_deleted');
  });
}

/** @throws AppError pools.segment_not_found, pools.segment_name_taken */
export async function restoreSegmentOf(ctx: Ctx, segmentId: string): Promise<void> {
  allow(ctx.actor, 'pools.write');
  await inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ entity_id: string; name: string; visibility: string }>`
      update saved_segments s set deleted_at = null where s.id = ${segmentId}::uuid and s.entity_id = any(${ctx.actor.entityIds}::uuid[])
        and (s.visibility = 'all' or s.created_by = ${ctx.actor.memberId}::uuid)
        and not exists (select 1 from saved_segments o where o.entity_id = s.entity_id and lower(o.name) = lower(s.name) and o.id <> s.id
          and o.deleted_at is null and o.visibility = 'all' and s.visibility = 'all')
      returning s.entity_id, s.name, s.visibility`.execute(ctx.db);
    if (rows.length === 0) throw notFound('pools.segment_not_found');
    await tell(ctx, segmentId, 'pools.segment_saved');
  });
}

async function tell(ctx: Ctx, segmentId: string, action: string) {
  await record(ctx, { action, details: { segmentId } });
  await ctx.emit(ctx, 'pools.segment_changed', { segmentId });
  // Whoever counts on a rule that names this one counts other people from now on, too.
  const named = await loadNamed(ctx);
  const users = [...named.rules].filter(([id, rule]) => id !== segmentId && namesSegment(rule, segmentId));
  for (const [id] of users) await ctx.emit(ctx, 'pools.segment_changed', { segmentId: id });
}

interface SegmentPage {
  segmentId: string;
  /** The last id of the page before. */
  afterId?: string;
  limit: number;
}

/** Ids of who fits now, for this reader, in the order of the ids. @throws AppError pools.segment_not_found, pools.rule_… */
export async function listSegmentTalents(ctx: Ctx, { segmentId, afterId, limit }: SegmentPage): Promise<string[]> {
  allow(ctx.actor, 'pools.read');
  const fits = segmentSql(await loadSegmentRule(ctx, segmentId), ctx);
  const after = afterId === undefined ? sql`true` : sql`t.id > ${afterId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t where ${fits} and ${after} order by t.id limit ${limit}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
