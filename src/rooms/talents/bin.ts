import { sql } from 'kysely';
import type { z } from 'zod';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { lockTalent, nobody } from './access.ts';
import { newActId, recordChanges } from './changes.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { lastTouchOf, memberOf } from './people.ts';
import type { binList } from './schema-many.ts';
import { BIN_DAYS, COUNT_LIMIT } from './types.ts';

const MS_PER_DAY = 86_400_000;
const PAGE = 100;

/** Into the bin for thirty days; out of every list at once. @throws AppError talents.not_found */
export async function deleteTalent(ctx: Ctx, talentId: string): Promise<{ actId: string }> {
  allow(ctx.actor, 'talents.delete');
  return inTransaction(ctx, async (ctx) => {
    await lockTalent(ctx, talentId);
    const actId = newActId(ctx);
    const { rows } = await sql<{ at: unknown; version: number }>`
      update talents t set deleted_at = ${ctx.now}, deleted_by = ${ctx.actor.memberId}::uuid, version = version + 1 where id = ${talentId}
      returning to_jsonb(t.deleted_at) as at, t.version`.execute(ctx.db);
    await sql`update talent_search set is_listed = false where talent_id = ${talentId}`.execute(ctx.db);
    await recordChanges(
      ctx,
      actId,
      rows.map(({ at, version }) => ({ talentId, field: 'deleted_at', before: null, after: at, version })),
    );
    await record(ctx, { action: 'talents.deleted', subjectKind: 'talent', subjectIds: [talentId] });
    return { actId };
  });
}

/** @throws AppError talents.not_found */
export async function restoreTalent(ctx: Ctx, talentId: string): Promise<void> {
  allow(ctx.actor, 'talents.delete');
  await inTransaction(ctx, async (ctx) => {
    const { rows } = await sql`
      update talents t set deleted_at = null, deleted_by = null, version = version + 1
      where t.id = ${talentId} and t.entity_id = any(${ctx.actor.entityIds}::uuid[]) and t.deleted_at is not null and t.merged_into is null returning t.id`.execute(
      ctx.db,
    );
    if (rows.length === 0) throw nobody();
    await sql`update talent_search set is_listed = true where talent_id = ${talentId}`.execute(ctx.db);
    await ctx.emit(ctx, 'talents.restored', { talentIds: [talentId] });
    await record(ctx, { action: 'talents.restored', subjectKind: 'talent', subjectIds: [talentId] });
  });
}

interface BinRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  deleted_at: Date;
  deleted_by: string | null;
  deleted_by_name: string | null;
  erase_on: string;
  last_touch_at: Date | null;
  last_touch_direction: string | null;
  last_touch_channel: string | null;
}

/** Deleted people, the last deleted first, with the day on which they are really erased. */
export async function listBin({ db, actor }: Ctx, cursor: string | undefined): Promise<z.input<typeof binList>> {
  allow(actor, 'talents.delete');
  const after = readCursor(cursor);
  const inBin = sql`t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is not null and t.merged_into is null`;
  const beyond = after ? sql`(t.deleted_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await sql<BinRow & { key: string }>`
    select t.id, t.title, t.first_name, t.last_name, t.deleted_at, t.deleted_at::text as key, t.deleted_by, m.name as deleted_by_name, t.erase_on, t.last_touch_at, t.last_touch_direction, t.last_touch_channel
    from talents t left join members m on m.id = t.deleted_by where ${inBin} and ${beyond} order by t.deleted_at desc, t.id desc limit ${PAGE + 1}`.execute(
    db,
  );
  const counted = await sql<{
    value: number;
  }>`select count(*) as value from (select 1 from talents t where ${inBin} limit ${COUNT_LIMIT + 1}) x`.execute(db);
  const value = counted.rows[0]?.value ?? 0;
  const last = rows[PAGE - 1];
  return {
    items: rows.slice(0, PAGE).map(binEntry),
    nextCursor: rows.length > PAGE && last ? writeCursor({ key: last.key, id: last.id }) : null,
    count: { value: Math.min(value, COUNT_LIMIT), isExact: value <= COUNT_LIMIT },
  };
}

/** The bin never keeps anybody longer than the ground does. */
function binEntry(row: BinRow) {
  const binEnd = new Date(row.deleted_at.getTime() + BIN_DAYS * MS_PER_DAY).toISOString().slice(0, 10);
  return {
    id: row.id,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    deletedAt: row.deleted_at.toISOString(),
    deletedBy: memberOf(row.deleted_by, row.deleted_by_name),
    erasesOn: binEnd < row.erase_on ? binEnd : row.erase_on,
    lastTouch: lastTouchOf(row),
  };
}
