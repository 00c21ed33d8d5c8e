import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { listGroundsOf } from '#rooms/consent/index.ts';
import type { Sight } from './access.ts';
import { mustSee, sightOf } from './access.ts';
import type { Cursor } from './cursor.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fieldOf, mayShowChange } from './fields.ts';
import { memberOf } from './people.ts';
import type { timeline, TimelineEntry, timelineQuery } from './schema-profile.ts';
import type { Stream } from './timeline-streams.ts';
import { STREAMS } from './timeline-streams.ts';
import type { Channel, Direction } from './types.ts';

type Query = Pick<z.output<typeof timelineQuery>, 'kind' | 'cursor' | 'limit'>;
type Timeline = z.input<typeof timeline>;
type Kind = TimelineEntry['kind'];

interface EntryRow {
  kind: Kind;
  id: string;
  at: Date;
  member_id: string | null;
  member_name: string | null;
  facts: Record<string, unknown>;
}

/** What happened, newest first. @throws AppError talents.not_found, http.cursor_unreadable */
export async function getTimeline(ctx: Ctx, talentId: string, query: Query): Promise<Timeline> {
  allow(ctx.actor, 'talents.read');
  await mustSee(ctx, talentId);
  return readTimelineOf(ctx, talentId, query);
}

/** As {@link getTimeline}, for a person that was asked for already. */
export async function readTimelineOf(ctx: Ctx, talentId: string, { kind, cursor, limit }: Query): Promise<Timeline> {
  const sight = sightOf(ctx.actor);
  const after = readCursor(cursor);
  const isWanted = (name: Kind) => kind === undefined || kind.includes(name);
  const streams = STREAMS.filter(({ kind: name, needs }) => isWanted(name) && (needs === undefined || sight[needs]));
  const rows = await listEntries(ctx, { talentId, streams, after, limit });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const permissions = isWanted('permission') ? await permissionEntries(ctx, talentId) : [];
  const isOnPage = ({ at }: TimelineEntry) => (!last || at >= last.at.toISOString()) && (!after?.key || at < after.key);
  const items = [
    ...page.filter((row) => isShown(row, sight)).map((row) => entryOf(row, sight)),
    ...permissions.filter(isOnPage),
  ];
  return {
    items: items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    nextCursor: last ? writeCursor({ key: last.at.toISOString(), id: last.id }) : null,
  };
}

interface Page {
  talentId: string;
  streams: Stream[];
  after: Cursor | undefined;
  limit: number;
}

/** Each stream gives a page by its index; the newest of all are the page. */
async function listEntries({ db }: Ctx, { talentId, streams, after, limit }: Page): Promise<EntryRow[]> {
  if (streams.length === 0) return [];
  const before = after
    ? sql<boolean>`(x.at, x.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql<boolean>`true`;
  const parts = streams.map(
    ({ rows }) =>
      sql`(select * from (${rows(talentId)}) x where ${before} order by x.at desc, x.id desc limit ${limit + 1})`,
  );
  const { rows } = await sql<EntryRow>`
    select e.kind, e.id, e.at, e.member_id, m.name as member_name, e.facts from (${sql.join(parts, sql` union all `)}) e left join members m on m.id = e.member_id
    order by e.at desc, e.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

const isShown = ({ kind, facts }: EntryRow, sight: Sight) =>
  kind !== 'change' || mayShowChange(String(facts.field), sight);

/** Hidden parts are cut here: a reader without notes sees that a contact was, not what was said. */
function entryOf({ kind, id, at, member_id, member_name, facts }: EntryRow, sight: Sight): TimelineEntry {
  const { subject, body, ...rest } = facts;
  const said =
    sight.notes || kind === 'application'
      ? { ...('subject' in facts ? { subject } : {}), ...('body' in facts ? { body } : {}) }
      : {};
  const field = typeof facts.field === 'string' ? { field: fieldOf(facts.field) } : {};
  return {
    ...rest,
    ...said,
    ...field,
    kind,
    id,
    at: at.toISOString(),
    by: memberOf(member_id, member_name),
  } as TimelineEntry & { channel?: Channel; direction?: Direction };
}

async function permissionEntries({ db }: Ctx, talentId: string): Promise<TimelineEntry[]> {
  const grounds = (await listGroundsOf(db, [talentId])).get(talentId) ?? [];
  return grounds.map((ground) => ({
    id: ground.id,
    kind: 'permission',
    at: `${ground.consent?.on ?? ground.obtainedOn}T12:00:00.000Z`,
    by: null,
    source: ground.source,
    facts: {
      segment: ground.segment,
      basis: ground.basis,
      eraseOn: ground.eraseOn,
      textVersion: ground.consent?.textVersion ?? null,
      form: ground.consent?.form ?? null,
    },
  }));
}
