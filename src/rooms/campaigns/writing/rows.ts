import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '#ground/context.ts';
import { initialsOf } from '#ground/ui/initials.ts';
import { visiblePools, visibleSegments } from '#rooms/pools/index.ts';
import type { CampaignRow } from '../schema-writing.ts';
import type { CampaignState, HaltReason } from '../types.ts';
import { LETTER_LANGUAGES } from '../types.ts';

export interface RowRecord {
  id: string;
  name: string;
  state: CampaignState;
  halt_reason: HaltReason | null;
  name_de: string | null;
  name_en: string | null;
  pool: { id: string; name: string } | null;
  segment: { id: string; name: string } | null;
  has_de: boolean;
  has_en: boolean;
  scheduled_for: Date | null;
  finished_at: Date | null;
  rows_done: number | null;
  rows_all: number | null;
  by_id: string | null;
  by_name: string | null;
  updated_at: Date;
}

/** A pool or a segment that the reader may not see stays without a name. Figures are kept when a campaign ends; before, its rows are counted. */
export const rowColumns = (actor: Actor): RawBuilder<unknown> => sql`
  c.id, c.name, c.state, c.halt_reason, o.name_de, o.name_en,
  (select jsonb_build_object('id', p.id, 'name', p.name) from pools p where p.id = c.pool_id and ${visiblePools(actor)}) as pool,
  (select jsonb_build_object('id', s.id, 'name', s.name) from saved_segments s where s.id = c.segment_id and ${visibleSegments(actor)}) as segment,
  coalesce(jsonb_array_length(v.letter #> '{subject,de,formal}'), 0) > 0 as has_de, coalesce(jsonb_array_length(v.letter #> '{subject,en,formal}'), 0) > 0 as has_en,
  c.scheduled_for, c.finished_at, n.done as rows_done, n.total as rows_all, b.id as by_id, b.name as by_name, c.updated_at`;

export const rowSource = sql`
  campaigns c join campaign_versions v on v.campaign_id = c.id and v.number = c.letter_version
  left join topics o on o.id = c.topic_id left join members b on b.id = c.created_by
  left join lateral (
    select (f.accepted + f.failed + f.uncertain + f.left_out)::int as done, (f.queued + f.claimed + f.handing_over + f.accepted + f.failed + f.uncertain + f.left_out)::int as total
    from jsonb_to_record(c.figures) as f (queued int, claimed int, handing_over int, accepted int, failed int, uncertain int, left_out int) where c.figures is not null
    union all
    select (count(*) filter (where r.state not in ('queued', 'claimed', 'handing_over')))::int, count(*)::int
    from campaign_recipients r where c.figures is null and c.prepared_at is not null and r.campaign_id = c.id having c.figures is null and c.prepared_at is not null) n on true`;

export const rowOf = (row: RowRecord): CampaignRow => ({
  id: row.id,
  name: row.name,
  state: row.state,
  haltReason: row.halt_reason,
  topic: topicOf(row),
  audience: audienceOf(row),
  languages: LETTER_LANGUAGES.filter((language) => row[`has_${language}`]),
  scheduledFor: momentOf(row.scheduled_for),
  finishedAt: momentOf(row.finished_at),
  progress: progressOf(row),
  by: memberOf(row.by_id, row.by_name),
  updatedAt: row.updated_at.toISOString(),
});

export const momentOf = (at: Date | null): string | null => (at === null ? null : at.toISOString());

const topicOf = ({ name_de: de, name_en: en }: RowRecord): CampaignRow['topic'] =>
  de === null || en === null ? null : { de, en };

const progressOf = ({ rows_done: done, rows_all: all }: RowRecord): CampaignRow['progress'] =>
  done === null || all === null ? null : { done, all };

function audienceOf({ pool, segment }: RowRecord): CampaignRow['audience'] {
  if (pool) return { ...pool, kind: 'pool' };
  return segment && { ...segment, kind: 'segment' };
}

export const memberOf = (id: string | null, name: string | null): CampaignRow['by'] =>
  id === null || name === null ? null : { id, name, initials: initialsOf(name) };
