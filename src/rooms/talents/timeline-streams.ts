import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Sight } from './access.ts';
import type { TimelineEntry } from './schema-profile.ts';

type Kind = TimelineEntry['kind'];

/** One kind of entry: what it is called, what a reader must be allowed to see, and its rows for a person. */
export interface Stream {
  kind: Kind;
  needs?: keyof Sight;
  rows: (talentId: string) => RawBuilder<unknown>;
}

export const STREAMS: Stream[] = [
  {
    kind: 'touchpoint',
    rows: (
      id,
    ) => sql`select 'touchpoint' as kind, p.id, date_trunc('milliseconds', p.occurred_at) as at, p.by_member as member_id,
      jsonb_build_object('channel', p.channel, 'direction', p.direction, 'isBulk', p.is_bulk, 'subject', p.subject, 'body', p.body, 'source', p.source) as facts
      from touchpoints p where p.talent_id = ${id}`,
  },
  {
    kind: 'note',
    needs: 'notes',
    rows: (
      id,
    ) => sql`select 'note' as kind, n.id, date_trunc('milliseconds', n.created_at) as at, n.written_by as member_id,
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
    rows: (
      id,
    ) => sql`select 'promise' as kind, p.id, date_trunc('milliseconds', p.given_at) as at, p.owner_id as member_id,
      jsonb_build_object('subject', p.what, 'facts', jsonb_build_object('dueOn', p.due_on, 'keptAt', p.kept_at)) as facts from promises p where p.talent_id = ${id}`,
  },
  {
    kind: 'application',
    rows: (
      id,
    ) => sql`select 'application' as kind, a.id, coalesce(a.closed_on, a.applied_on)::timestamptz + interval '12 hours' as at, null::uuid as member_id,
      jsonb_build_object('subject', a.vacancy, 'facts', jsonb_build_object('outcome', a.outcome, 'furthestStage', a.furthest_stage, 'place', a.place, 'fieldSize', a.field_size)) as facts
      from applications a where a.talent_id = ${id} and coalesce(a.closed_on, a.applied_on) is not null`,
  },
  {
    kind: 'merge',
    rows: (
      id,
    ) => sql`select 'merge' as kind, g.id, date_trunc('milliseconds', g.merged_at) as at, g.merged_by as member_id, '{}'::jsonb as facts
      from talent_merges g where g.kept_id = ${id} and g.undone_at is null`,
  },
];
