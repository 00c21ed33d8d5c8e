import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { ContentItem, ContentQuery } from './schema.ts';
import type { ContentKind, ContentLanguage } from './types.ts';
import { stateOn } from './usable.ts';

interface ContentRow {
  id: string;
  kind: ContentKind;
  title: string;
  summary: string;
  link: string | null;
  language: ContentLanguage;
  topic_ids: string[];
  words: string[];
  on_date: string | null;
  usable_until: string | null;
  created_by_name: string | null;
  created_at: Date;
  version: number;
  archived_at: Date | null;
}

type Condition = RawBuilder<unknown>;

/** The rule of `stateOn` as SQL about `content_items c`; a test holds both together. */
export const usableOn = (on: string): Condition => sql`c.archived_at is null
  and (c.usable_until is null or c.usable_until >= ${on}::date)
  and (c.on_date is null or case when c.kind = 'event' then c.on_date >= ${on}::date else c.on_date <= ${on}::date end)`;

const inState = (state: ContentQuery['state'], on: string): Condition => {
  if (state === 'usable') return usableOn(on);
  return state === 'archived' ? sql`c.archived_at is not null` : sql`c.archived_at is null`;
};

const COLUMNS = sql`
  c.id, c.kind, c.title, c.summary, c.link, c.language, c.topic_ids, c.words, c.on_date::text as on_date, c.usable_until::text as usable_until,
  c.created_at, c.version, c.archived_at, m.name as created_by_name`;

interface Looked {
  entityIds: string[];
  on: string;
}

export async function listItems(
  db: Db,
  query: ContentQuery & Looked & { after: { createdAt: string; id: string } | undefined; limit: number },
): Promise<ContentItem[]> {
  const beyond = query.after
    ? sql`and (c.created_at, c.id) < (${query.after.createdAt}::timestamptz, ${query.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ContentRow>`
    select ${COLUMNS} from content_items c left join members m on m.id = c.created_by
    where ${matching(query)} ${beyond}
    order by c.created_at desc, c.id desc limit ${query.limit + 1}`.execute(db);
  return rows.map((row) => itemOf(row, query.on));
}

export async function countItems(db: Db, query: ContentQuery & Looked): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from content_items c where ${matching(query)}`.execute(db);
  return rows[0]?.total ?? 0;
}

const matching = ({ entityIds, kind, topic, language, state, search, on }: ContentQuery & Looked): Condition =>
  sql.join(
    [
      sql`c.entity_id = any(${entityIds}::uuid[])`,
      inState(state, on),
      ...(kind.length > 0 ? [sql`c.kind = any(${kind}::text[])`] : []),
      ...(topic.length > 0 ? [sql`c.topic_ids && ${topic}::uuid[]`] : []),
      ...(language ? [sql`c.language = ${language}`] : []),
      ...(search === '' ? [] : [sql`(c.title ilike ${likeOf(search)} or c.summary ilike ${likeOf(search)})`]),
    ],
    sql` and `,
  );

const likeOf = (search: string) => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

export async function findItem(db: Db, contentId: string, { entityIds, on }: Looked): Promise<ContentItem | undefined> {
  const { rows } = await sql<ContentRow>`
    select ${COLUMNS} from content_items c left join members m on m.id = c.created_by
    where c.id = ${contentId} and c.entity_id = any(${entityIds}::uuid[])`.execute(db);
  const [row] = rows;
  return row && itemOf(row, on);
}

const itemOf = (row: ContentRow, on: string): ContentItem => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  link: row.link,
  language: row.language,
  topicIds: row.topic_ids,
  keywords: row.words,
  onDate: row.on_date,
  usableUntil: row.usable_until,
  state: stateOn(
    { kind: row.kind, onDate: row.on_date, usableUntil: row.usable_until, isArchived: row.archived_at !== null },
    on,
  ),
  createdBy: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  version: row.version,
});

export interface UsableContent {
  id: string;
  kind: ContentKind;
  title: string;
  link: string | null;
  language: ContentLanguage;
  topicIds: string[];
  /** Folded, to be compared with folded interests. */
  keywords: string[];
  onDate: string | null;
  usableUntil: string | null;
}

interface UsableRow {
  id: string;
  kind: ContentKind;
  title: string;
  link: string | null;
  language: ContentLanguage;
  topic_ids: string[];
  keywords: string[];
  on_date: string | null;
  usable_until: string | null;
}

export interface UsableQuestion {
  entityIds: string[];
  /** None: all kinds. */
  kinds: readonly string[];
  /** None: all topics. A content without a topic is for everybody. */
  topicIds: readonly string[];
  language?: string | undefined;
  on: string;
}

/** What may be told on a day: events first by their day, then the newest. At most 200. */
export async function listUsable(db: Db, { entityIds, kinds, topicIds, language, on }: UsableQuestion) {
  const { rows } = await sql<UsableRow>`
    select c.id, c.kind, c.title, c.link, c.language, c.topic_ids, c.keywords, c.on_date::text as on_date, c.usable_until::text as usable_until
    from content_items c
    where c.entity_id = any(${entityIds}::uuid[]) and ${usableOn(on)}
      and (${kinds.length === 0} or c.kind = any(${[...kinds]}::text[]))
      and (${topicIds.length === 0} or c.topic_ids = '{}' or c.topic_ids && ${[...topicIds]}::uuid[])
      and (${language ?? null}::text is null or c.language = ${language ?? null})
    order by case when c.kind = 'event' then c.on_date end nulls last, c.created_at desc, c.id limit 200`.execute(db);
  return rows.map(({ topic_ids, on_date, usable_until, ...row }): UsableContent => ({
    ...row,
    topicIds: topic_ids,
    onDate: on_date,
    usableUntil: usable_until,
  }));
}
