import { sql } from 'kysely';
import { todayOf } from '#ground/calendar.ts';
import type { Ctx } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { newId } from '#ground/ids.ts';
import { fold } from '#ground/text/fold.ts';
import { allow } from '#rooms/accounts/index.ts';
import { countItems, findItem, listItems, listUsable } from './queries.ts';
import type { UsableContent, UsableQuestion } from './queries.ts';
import type { ContentChange, ContentItem, ContentQuery, NewContent } from './schema.ts';

const PAGE = 50;

export async function getPage(ctx: Ctx, query: ContentQuery) {
  allow(ctx.actor, 'content.read');
  const looked = { ...query, ...lookOf(ctx) };
  const [createdAt, id] = pageAfter(query.cursor, ['text', 'id']) ?? [];
  const after = createdAt && id ? { createdAt, id } : undefined;
  const rows = await listItems(ctx.db, { ...looked, after, limit: PAGE });
  const { page, nextCursor } = cutPage(rows, PAGE, (row) => [row.createdAt, row.id]);
  return { items: page, total: await countItems(ctx.db, looked), nextCursor };
}

/** @throws AppError content.missing */
export async function getContent(ctx: Ctx, contentId: string): Promise<ContentItem> {
  allow(ctx.actor, 'content.read');
  const item = await findItem(ctx.db, contentId, lookOf(ctx));
  if (!item) throw notFound('content.missing');
  return item;
}

/** @throws AppError content.event_needs_day, content.over_before_it_begins, content.already_over, content.topic_missing */
export async function createContent(ctx: Ctx, input: NewContent): Promise<ContentItem> {
  allow(ctx.actor, 'content.write');
  refuseOddDates(input);
  if (input.usableUntil !== null && input.usableUntil < todayOf(ctx)) throw invalid('content.already_over');
  await refuseForeignTopics(ctx, input.topicIds);
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('content_items')
    .values({
      id,
      entity_id: ownEntity(ctx),
      ...columnsOf(input),
      created_by: ctx.actor.memberId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  return getContent(ctx, id);
}

/** @throws AppError content.missing, content.changed_meanwhile, and those of `createContent` */
export async function editContent(ctx: Ctx, contentId: string, input: ContentChange): Promise<ContentItem> {
  allow(ctx.actor, 'content.write');
  refuseOddDates(input);
  const { entityIds } = ctx.actor;
  const before = await getContent(ctx, contentId);
  await refuseForeignTopics(
    ctx,
    input.topicIds.filter((topicId) => !before.topicIds.includes(topicId)),
  );
  const changed = await ctx.db
    .updateTable('content_items')
    .set({ ...columnsOf(input), updated_at: ctx.now, version: input.version + 1 })
    .where('id', '=', contentId)
    .where('entity_id', 'in', entityIds)
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw conflict('content.changed_meanwhile');
  return getContent(ctx, contentId);
}

/** @throws AppError content.missing */
export const archive = (ctx: Ctx, contentId: string) => setArchived(ctx, contentId, ctx.now);

/** @throws AppError content.missing */
export const unarchive = (ctx: Ctx, contentId: string) => setArchived(ctx, contentId, null);

async function setArchived(ctx: Ctx, contentId: string, archivedAt: Date | null): Promise<void> {
  allow(ctx.actor, 'content.write');
  const changed = await ctx.db
    .updateTable('content_items')
    .set({ archived_at: archivedAt, updated_at: ctx.now })
    .where('id', '=', contentId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw notFound('content.missing');
}

/** What may be told on a day, for rooms that propose something to talk about. */
export async function listUsableContents(
  ctx: Ctx,
  question: Omit<UsableQuestion, 'entityIds'>,
): Promise<UsableContent[]> {
  allow(ctx.actor, 'content.read');
  return listUsable(ctx.db, { ...question, entityIds: ctx.actor.entityIds });
}

function refuseOddDates({ kind, onDate, usableUntil }: NewContent) {
  if (kind === 'event' && onDate === null) throw invalid('content.event_needs_day');
  if (kind !== 'event' && onDate !== null && usableUntil !== null && usableUntil < onDate)
    throw invalid('content.over_before_it_begins');
}

/** A topic that is asked about no more stays where it stands, but comes nowhere anew. */
async function refuseForeignTopics({ db, actor }: Ctx, topicIds: string[]) {
  if (topicIds.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select id from topics where id = any(${topicIds}::uuid[]) and entity_id = any(${actor.entityIds}::uuid[]) and retired_at is null`.execute(
    db,
  );
  if (rows.length < new Set(topicIds).size) throw notFound('content.topic_missing');
}

function columnsOf(input: NewContent) {
  const words = [...new Set(input.keywords)];
  return {
    kind: input.kind,
    title: input.title,
    summary: input.summary,
    link: input.link,
    language: input.language,
    topic_ids: [...new Set(input.topicIds)],
    words,
    keywords: [...new Set(words.map(fold))].filter((word) => word !== ''),
    on_date: input.onDate,
    usable_until: input.usableUntil,
  };
}

function ownEntity({ actor }: Ctx): string {
  const [entityId] = actor.entityIds;
  if (!entityId) throw invalid('content.entity_missing');
  return entityId;
}

const lookOf = (ctx: Ctx) => ({ entityIds: ctx.actor.entityIds, on: todayOf(ctx) });
