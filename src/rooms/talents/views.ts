import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { AppError, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { all } from './access.ts';
import { whereOf } from './list.ts';
import { listFilter } from './schema-filter.ts';
import type { newView, SavedView, viewChange } from './schema-many.ts';
import { viewState } from './schema-many.ts';
import { COUNT_LIMIT } from './types.ts';

interface ViewRow {
  id: string;
  owner_id: string;
  owner_name: string;
  name: string;
  is_shared: boolean;
  is_pinned: boolean;
  view: unknown;
}

/** Views of mine and those that are shared in my legal entities, with live counts: one query for all counts. */
export async function listViewsFor(ctx: Ctx): Promise<SavedView[]> {
  allow(ctx.actor, 'talents.save_views');
  const { rows } = await sql<ViewRow>`
    select v.id, v.owner_id, m.name as owner_name, v.name, v.is_shared, v.is_pinned, v.view from saved_views v join members m on m.id = v.owner_id
    where v.owner_id = ${ctx.actor.memberId}::uuid or (v.is_shared and exists (
      select 1 from member_entities e where e.member_id = v.owner_id and e.entity_id = any(${ctx.actor.entityIds}::uuid[])))
    order by v.is_pinned desc, v.created_at, v.id limit 100`.execute(ctx.db);
  return withCounts(ctx, rows);
}

async function withCounts(ctx: Ctx, rows: ViewRow[]): Promise<SavedView[]> {
  const views = rows.map((row) => ({ row, view: viewState.catch({ filter: {} }).parse(row.view) }));
  const wheres = await Promise.all(views.map(({ view }) => whereOrNothing(ctx, view.filter)));
  const counted = wheres.map((where) =>
    where
      ? sql`(select count(*) from (select 1 from talents t where ${all(where)} limit ${COUNT_LIMIT + 1}) x)`
      : sql`null`,
  );
  const { rows: counts } =
    counted.length === 0
      ? { rows: [] }
      : await sql<{ counts: (number | null)[] }>`select array[${sql.join(counted)}]::bigint[]::int[] as counts`.execute(
          ctx.db,
        );
  return views.map(({ row, view }, index) => {
    const value = counts[0]?.counts[index] ?? null;
    return {
      id: row.id,
      name: row.name,
      isShared: row.is_shared,
      isPinned: row.is_pinned,
      isMine: row.owner_id === ctx.actor.memberId,
      ownerName: row.owner_name,
      view,
      count: value === null ? null : { value: Math.min(value, COUNT_LIMIT), isExact: value <= COUNT_LIMIT },
    };
  });
}

/** A view may name what its reader may not filter by, or what is no longer there: then it has no count. */
async function whereOrNothing(ctx: Ctx, filter: Record<string, unknown>) {
  const parsed = listFilter.safeParse(filter);
  if (!parsed.success) return undefined;
  try {
    return await whereOf(ctx, parsed.data);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

export async function saveView(
  ctx: Ctx,
  { name, isShared, isPinned, view }: z.output<typeof newView>,
): Promise<SavedView> {
  allow(ctx.actor, 'talents.save_views');
  if (!ctx.actor.memberId) throw notFound('talents.view_not_found');
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('saved_views')
    .values({
      id,
      owner_id: ctx.actor.memberId,
      name,
      is_shared: isShared,
      is_pinned: isPinned,
      view: JSON.stringify(view),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  return findView(ctx, id);
}

/** @throws AppError talents.view_not_found */
export async function changeViewOf(
  ctx: Ctx,
  viewId: string,
  { name, isShared, isPinned, view }: z.output<typeof viewChange>,
): Promise<SavedView> {
  allow(ctx.actor, 'talents.save_views');
  await ctx.db
    .updateTable('saved_views')
    .set({
      updated_at: ctx.now,
      ...(name === undefined ? {} : { name }),
      ...(isShared === undefined ? {} : { is_shared: isShared }),
      ...(isPinned === undefined ? {} : { is_pinned: isPinned }),
      ...(view === undefined ? {} : { view: JSON.stringify(view) }),
    })
    .where('id', '=', viewId)
    .where('owner_id', '=', ctx.actor.memberId)
    .execute();
  return findView(ctx, viewId);
}

/** @throws AppError talents.view_not_found */
export async function deleteViewOf({ db, actor }: Ctx, viewId: string): Promise<void> {
  allow(actor, 'talents.save_views');
  const gone = await db
    .deleteFrom('saved_views')
    .where('id', '=', viewId)
    .where('owner_id', '=', actor.memberId)
    .returning('id')
    .executeTakeFirst();
  if (!gone) throw notFound('talents.view_not_found');
}

async function findView(ctx: Ctx, viewId: string): Promise<SavedView> {
  const { rows } = await sql<ViewRow>`
    select v.id, v.owner_id, m.name as owner_name, v.name, v.is_shared, v.is_pinned, v.view from saved_views v join members m on m.id = v.owner_id
    where v.id = ${viewId} and v.owner_id = ${ctx.actor.memberId}::uuid`.execute(ctx.db);
  const [view] = await withCounts(ctx, rows);
  if (!view) throw notFound('talents.view_not_found');
  return view;
}
