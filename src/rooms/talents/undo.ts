import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { tellNewOwners } from './edit.ts';
import { COLUMN_OF, SEARCHED_COLUMNS } from './fields.ts';
import { asRows } from './rows-json.ts';
import { reindexTalents } from './search.ts';
import { sortName } from './sort-name.ts';
import type { PartTable } from './take-back.ts';
import { PART_TABLES } from './take-back.ts';
import { UNDO_WITHIN_MINUTES } from './types.ts';
import { refreshLastTouch } from './update-people.ts';

const COLUMNS = new Set([...Object.values(COLUMN_OF), 'stage_since', 'deleted_at', 'deleted_by']);
const MS_PER_MINUTE = 60_000;

/**
 * Takes back an act of one's own, on one person or many. Only what is still as the act left it goes back; what somebody changed since
 * stays and is counted as kept.
 * @throws AppError talents.act_not_found, talents.undo_too_late, talents.already_undone, talents.act_is_running
 */
export async function undoActOf(ctx: Ctx, actId: string): Promise<{ undone: number; kept: number }> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    const fields = await lockAct(ctx, actId);
    let undone = 0;
    for (const field of fields) {
      if (COLUMNS.has(field)) undone += await undoColumn(ctx, actId, field);
      else undone += await undoParts(ctx, actId, field as PartTable);
    }
    const { total, ids } = await closeAct(ctx, actId);
    await refresh(ctx, fields, ids);
    return { undone, kept: total - undone };
  });
}

async function lockAct({ db, actor, now }: Ctx, actId: string): Promise<string[]> {
  const { rows } = await sql<{ field: string; at: Date; undone_at: Date | null }>`
    select c.field, max(c.at) as at, max(c.undone_at) as undone_at from talent_changes c join talents t on t.id = c.talent_id
    where c.act_id = ${actId} and c.by_member = ${actor.memberId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[])
      and c.field = any(${[...COLUMNS, ...PART_TABLES]}::text[])
      and not exists (select 1 from talent_merges g where g.id = c.act_id) group by c.field`.execute(db);
  const [first] = rows;
  if (!first) throw notFound('talents.act_not_found');
  await refuseRunning({ db }, actId);
  if (first.undone_at !== null) throw conflict('talents.already_undone');
  const oldest = Math.max(...rows.map(({ at }) => at.getTime()));
  if (now.getTime() - oldest > UNDO_WITHIN_MINUTES * MS_PER_MINUTE)
    throw conflict('talents.undo_too_late', { minutes: UNDO_WITHIN_MINUTES });
  return rows.map(({ field }) => field);
}

async function refuseRunning({ db }: Pick<Ctx, 'db'>, actId: string) {
  const bulk = await db.selectFrom('bulk_acts').select('state').where('id', '=', actId).forUpdate().executeTakeFirst();
  if (bulk?.state === 'running') throw conflict('talents.act_is_running');
}

async function undoColumn({ db, now }: Ctx, actId: string, column: string): Promise<number> {
  const isBin = column === 'deleted_at';
  const { rows } = await sql<{ id: string }>`
    update talents t set ${sql.ref(column)} = (jsonb_populate_record(null::talents, jsonb_build_object(${column}::text, c.before))).${sql.ref(column)},
      version = t.version + 1, updated_at = ${now}
    from talent_changes c
    where c.act_id = ${actId} and c.field = ${column} and c.undone_at is null and c.talent_id = t.id and to_jsonb(t.${sql.ref(column)}) is not distinct from c.after
    returning t.id`.execute(db);
  if (isBin && rows.length > 0)
    await sql`update talent_search set is_listed = true where talent_id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
      db,
    );
  return rows.length;
}

/** Parts go back by whole rows: an added one goes, a removed one returns, a changed one is put back. */
async function undoParts({ db }: Ctx, actId: string, table: PartTable): Promise<number> {
  const changes = sql`select c.id, c.before, c.after from talent_changes c where c.act_id = ${actId} and c.field = ${table} and c.undone_at is null`;
  const { rows } = await sql<{ id: string }>`
    with c as (${changes}), gone as (delete from ${sql.table(table)} x using c where c.after is not null and x.id = (c.after ->> 'id')::uuid and to_jsonb(x) = c.after returning c.id)
    select c.id from c where c.after is null or c.id in (select id from gone)`.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`
    insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, c.before)).* from talent_changes c
    where c.id = any(${ids}::uuid[]) and c.before is not null on conflict do nothing`.execute(db);
  return rows.length;
}

async function closeAct({ db, now }: Ctx, actId: string): Promise<{ total: number; ids: string[] }> {
  const { rows } = await sql<{
    talent_id: string;
  }>`update talent_changes set undone_at = ${now} where act_id = ${actId} and undone_at is null returning talent_id`.execute(
    db,
  );
  await sql`update bulk_acts set state = 'undone', finished_at = ${now} where id = ${actId}`.execute(db);
  return { total: rows.length, ids: [...new Set(rows.map(({ talent_id }) => talent_id))] };
}

async function refresh(ctx: Ctx, fields: string[], ids: string[]) {
  if (fields.some((field) => field === 'first_name' || field === 'last_name')) await refreshSortNames(ctx, ids);
  if (fields.includes('touchpoints')) await refreshLastTouch(ctx, ids);
  await tellNewOwners(ctx, fields, ids);
  const parts = fields.filter((field) => PART_TABLES.includes(field as PartTable));
  if (parts.length > 0) await ctx.emit(ctx, 'talents.parts_changed', { talentIds: ids, parts });
  if (fields.includes('deleted_at')) await ctx.emit(ctx, 'talents.restored', { talentIds: ids });
  if (fields.some((field) => SEARCHED_COLUMNS.includes(field) || PART_TABLES.includes(field as PartTable)))
    await reindexTalents(ctx, ids);
}

export async function refreshSortNames({ db }: Pick<Ctx, 'db'>, ids: string[]): Promise<void> {
  const rows = await db
    .selectFrom('talents')
    .select(['id', 'first_name', 'last_name'])
    .where('id', 'in', ids)
    .execute();
  const named = rows.map((row) => ({
    id: row.id,
    name: sortName({ firstName: row.first_name, lastName: row.last_name }),
  }));
  await sql`update talents t set sort_name = r.name from jsonb_to_recordset(${asRows(named)}::jsonb) as r (id uuid, name text) where t.id = r.id`.execute(
    db,
  );
}
