import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { listGroundsOf } from '#rooms/consent/index.ts';
import type { Sight } from './access.ts';
import { mustSee, sightOf } from './access.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fieldOf, mayShowChange } from './fields.ts';
import { memberOf } from './people.ts';
import type { timeline, TimelineEntry, timelineQuery } from './schema-profile.ts';
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

/** What happened, newest first. @throws AppError talents.not_found, talents.cursor_invalid */
export async function getTimeline(ctx: Ctx, talentId: string, query: Query): Promise<Timeline> {
  allow(ctx.actor, 'talents.read');
  await mustSee(ctx, talentId);
  return readTimelineOf(ctx, talentId, query);
}

/** As {@link getTimeline}, for a person that was asked for already: each stream gives a page, and the newest of all are one. */
export async function readTimelineOf(ctx: Ctx, talentId: string, { kind, cursor, limit }: Query): Promise<Timeline> {
  const sight = sightOf(ctx.actor);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const isWanted = (name: Kind) => kind === undefined || kind.includes(name);
  const streams = STREAMS.filter(({ kind: name, needs }) => isWanted(name) && (needs === undefined || sight[needs]));
  const before = after ? sql<boolean>`(x.at, x.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql<boolean>`true`;
  const parts = streams.map(({ rows }) => sql`(select * from (${rows(talentId)}) x where ${before} order by x.at desc, x.id desc limit ${limit + 1})`);
  const found = parts.length === 0 ? [] : (await sql<EntryRow>`
    select e.kind, e.id, e.at, e.member_id, m.name as member_name, e.facts from (${sql.join(parts, sql` union all `)}) e left join members m on m.id = e.member_id
    order by e.at desc, e.id desc limit ${limit + 1}`.execute(ctx.db)).rows;
  const permissions = isWanted('permission') ? await permissionEntries(ctx, talentId) : [];
  const shown = found.filter((row) => row.kind !== 'change' || mayShowChange(String(row.facts.field), sight)).map((row) => entryOf(row, sight));
  const isBefore = (entry: TimelineEntry) => !after?.key || new Date(entry.at) < new Date(after.key);
  const all = [...shown, ...permissions.filter(isBefore)].sort((a, b) => (a.at < b.at ? 1 : -1));
  const last = found[limit - 1];
  const oldest = found.length > limit && last ? last.at : undefined;
  const items = oldest ? all.filter(({ at }) => new Date(at) >= oldest).slice(0, limit) : all;
  return { items, nextCursor: oldest && last ? writeCursor({ key: oldest.toISOString(), id: last.id }) : null };
}

interface Stream {
  kind: Kind;
  needs?: keyof Sight;
  rows: (talentId: string) => RawBuilder<unknown>;
}

const STREAMS: Stream[] = [
  {
    kind: 'touchpoint',
    rows: (id) => sql`select 'touchpoint' as kind, p.id, date_trunc('milliseconds', p.occurred_at) as at, p.by_member as member_id,
      jsonb_build_object('channel', p.channel, 'direction', p.direction, 'isBulk', p.is_bulk, 'subject', p.subject, 'body', p.body, 'source', p.source) as facts
      from touchpoints p where p.talent_id = ${id}`,
  },
  {
    kind: 'note',
    needs: 'notes',
    rows: (id) => sql`select 'note' as kind, n.id, date_trunc('milliseconds', n.created_at) as at, n.written_by as member_id,
      jsonb_build_object('body', n.body, 'source', n.source, 'sourceUrl', n.source_url, 'version', n.version) as facts from notes n where n.talent_id = ${id}`,
  },
  {
    kind: 'change',
    rows: (id) => sql`select 'change' as kind, c.id, date_trunc('milliseconds', c.at) as at, c.by_member as member_id,
      jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after, 'actId', c.act_id, 'source', c.source) as facts
      from talent_changes c where c.talent_id = ${id} and c.undone_at is null and c.field in ('stage', 'owner_id', 'deputy_id')`,
  },
  {
    kind: 'promise',
    rows: (id) => sql`select 'promise' as kind, p.id, date_trunc('milliseconds', p.given_at) as at, p.owner_id as member_id,
      jsonb_build_object('subject', p.what, 'facts', jsonb_build_object('dueOn', p.due_on, 'keptAt', p.kept_at)) as facts from promises p where p.talent_id = ${id}`,
  },
  {
    kind: 'application',
    rows: (id) => sql`select 'application' as kind, a.id, coalesce(a.closed_on, a.applied_on)::timestamptz + interval '12 hours' as at, null::uuid as member_id,
      jsonb_build_object('subject', a.vacancy, 'facts', jsonb_build_object('outcome', a.outcome, 'furthestStage', a.furthest_stage, 'place', a.place, 'fieldSize', a.field_size)) as facts
      from applications a where a.talent_id = ${id} and coalesce(a.closed_on, a.applied_on) is not null`,
  },
  {
    kind: 'merge',
    rows: (id) => sql`select 'merge' as kind, g.id, date_trunc('milliseconds', g.merged_at) as at, g.merged_by as member_id, '{}'::jsonb as facts
      from talent_merges g where g.kept_id = ${id} and g.undone_at is null`,
  },
];

/** Hidden parts are cut here: a reader without notes sees that a contact was, not what was said. */
function entryOf({ kind, id, at, member_id, member_name, facts }: EntryRow, sight: Sight): TimelineEntry {
  const { subject, body, ...rest } = facts;
  const said = sight.notes || kind === 'application' ? { ...('subject' in facts ? { subject } : {}), ...('body' in facts ? { body } : {}) } : {};
  const field = typeof facts.field === 'string' ? { field: fieldOf(facts.field) } : {};
  return { ...rest, ...said, ...field, kind, id, at: at.toISOString(), by: memberOf(member_id, member_name) } as TimelineEntry & { channel?: Channel; direction?: Direction };
}

async function permissionEntries({ db }: Ctx, talentId: string): Promise<TimelineEntry[]> {
  const grounds = (await listGroundsOf(db, [talentId])).get(talentId) ?? [];
  return grounds.map((ground) => ({
    id: ground.id, kind: 'permission', at: `${ground.consent?.on ?? ground.obtainedOn}T12:00:00.000Z`, by: null, source: ground.source,
    facts: { segment: ground.segment, basis: ground.basis, eraseOn: ground.eraseOn, textVersion: ground.consent?.textVersion ?? null, form: ground.consent?.form ?? null },
  }));
}
