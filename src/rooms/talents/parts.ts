import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lockTalent } from './access.ts';
import { newActId, recordChanges } from './changes.ts';
import { reindexTalents } from './search.ts';
import type { PartTable } from './take-back.ts';

export type PartValues = Record<string, unknown>;
export interface Made {
  actId: string;
  id: string;
}

type PartRow = Record<string, unknown> & { id: string };
/** Parts whose text can be searched. */
const SEARCHED: readonly PartTable[] = ['career_stations', 'applications', 'talent_skills', 'notes', 'touchpoints'];

/**
 * Adds a part to a person; it can be taken back.
 * @throws AppError talents.not_found, talents.already_there when the person has this very address or skill
 */
export async function addPart(ctx: Ctx, talentId: string, table: PartTable, values: PartValues): Promise<Made> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    await lockTalent(ctx, talentId);
    return insertPart(ctx, { talentId, table, values, actId: newActId(ctx) });
  });
}

export interface NewPart {
  talentId: string;
  table: PartTable;
  values: PartValues;
  actId: string;
}

/** As {@link addPart}, within an act and a transaction that are under way. */
export async function insertPart(ctx: Ctx, { talentId, table, values, actId }: NewPart): Promise<Made> {
  const row = { ...values, id: newId(ctx.now.getTime()), talent_id: talentId };
  const { rows } = await sql<{ row: PartRow }>`
    insert into ${sql.table(table)} as x (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})
    on conflict do nothing returning to_jsonb(x) as row`.execute(ctx.db);
  const made = rows[0]?.row;
  if (!made) throw conflict('talents.already_there');
  await noteChange(ctx, { talentId, table, actId, before: null, after: made });
  return { actId, id: made.id };
}

export interface PartChange {
  partId: string;
  values: PartValues;
  /** For parts that have one: a newer version there is a conflict. */
  version?: number;
}

/** @throws AppError talents.not_found, talents.part_not_found, talents.changed_meanwhile */
export async function changePart(
  ctx: Ctx,
  talentId: string,
  table: PartTable,
  { partId, values, version }: PartChange,
): Promise<{ actId: string }> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    await lockTalent(ctx, talentId);
    const before = await findPart(ctx, talentId, table, partId);
    if (version !== undefined && before.version !== version)
      throw conflict('talents.changed_meanwhile', { version: Number(before.version), fields: table });
    const sets = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    const { rows } = await sql<{
      row: PartRow;
    }>`update ${sql.table(table)} x set ${sql.join(sets)} where x.id = ${partId} returning to_jsonb(x) as row`.execute(
      ctx.db,
    );
    const actId = newActId(ctx);
    await noteChange(ctx, { talentId, table, actId, before, after: rows[0]?.row ?? null });
    return { actId };
  });
}

/** @throws AppError talents.not_found, talents.part_not_found */
export async function removePart(
  ctx: Ctx,
  talentId: string,
  table: PartTable,
  partId: string,
): Promise<{ actId: string }> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    await lockTalent(ctx, talentId);
    const before = await findPart(ctx, talentId, table, partId);
    await sql`delete from ${sql.table(table)} where id = ${partId}`.execute(ctx.db);
    const actId = newActId(ctx);
    await noteChange(ctx, { talentId, table, actId, before, after: null });
    return { actId };
  });
}

async function findPart({ db }: Ctx, talentId: string, table: PartTable, partId: string): Promise<PartRow> {
  const { rows } = await sql<{
    row: PartRow;
  }>`select to_jsonb(x) as row from ${partsTable(table)} where x.id = ${partId} and x.talent_id = ${talentId}`.execute(
    db,
  );
  const found = rows[0]?.row;
  if (!found) throw notFound('talents.part_not_found');
  return found;
}

const partsTable = (table: PartTable): RawBuilder<unknown> => sql`${sql.table(table)} x`;

interface NotedChange {
  talentId: string;
  table: PartTable;
  actId: string;
  before: PartRow | null;
  after: PartRow | null;
}

async function noteChange(ctx: Ctx, { talentId, table, actId, before, after }: NotedChange) {
  await recordChanges(ctx, actId, [{ talentId, field: table, before, after, version: null }]);
  if (SEARCHED.includes(table)) await reindexTalents(ctx, [talentId]);
  await ctx.emit(ctx, 'talents.parts_changed', { talentIds: [talentId], parts: [table] });
}
