import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import type { AddedRows } from './insert-parts.ts';
import { addMissingParts } from './insert-parts.ts';
import type { PersonUpdate, UpdateResult } from './new-person.ts';
import { asRows } from './rows-json.ts';
import { reindexTalents } from './search.ts';

/** Columns that an update may fill where nothing stands yet, with the name they have in the update. */
export const FILLED = {
  title: 'title',
  birthName: 'birth_name',
  addressForm: 'address_form',
  language: 'language',
  role: 'role',
  employer: 'employer',
  street: 'street',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
} as const;
const COLUMNS = Object.values(FILLED);

/**
 * Adds to people who are here already, in a constant number of statements: parts that are missing, fields that are empty.
 * Nothing is overwritten. A later erase-on date counts, because a new ground was recorded.
 * @returns what really changed, per person; people without a change are left out
 */
export async function updatePeople(ctx: Ctx, updates: PersonUpdate[]): Promise<UpdateResult[]> {
  if (updates.length === 0) return [];
  const fields = await fillFields(ctx, updates);
  const added = await addMissingParts(ctx, updates);
  const results = resultsOf(updates, fields, added);
  const changed = results.map(({ talentId }) => talentId);
  await refreshLastTouch(ctx, [
    ...new Set(added.filter(({ table }) => table === 'touchpoints').map(({ talent_id }) => talent_id)),
  ]);
  await reindexTalents(ctx, changed);
  return results;
}

interface FilledRow {
  id: string;
  filled: Record<string, string>;
  segments_added: string[];
  tags_added: string[];
}

async function fillFields(ctx: Ctx, updates: PersonUpdate[]): Promise<FilledRow[]> {
  const rows = updates.map((update) => ({
    id: update.id,
    segments: update.segments,
    tags: update.tags,
    erase_on: update.eraseOn,
    given: Object.fromEntries(
      Object.entries(FILLED).flatMap(([name, column]) =>
        update[name as keyof typeof FILLED] ? [[column, update[name as keyof typeof FILLED]]] : [],
      ),
    ),
  }));
  const { rows: filled } = await sql<FilledRow>`
    with r as (select * from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, segments text[], tags text[], erase_on date, given jsonb)),
    old as (
      select t.id, r.erase_on as new_erase_on,
        array(select s from unnest(r.segments) s where s <> all(t.segments)) as segments_added,
        array(select s from unnest(r.tags) s where s <> all(t.tags)) as tags_added,
        coalesce((select jsonb_object_agg(g.key, g.value) from jsonb_each_text(r.given) g where (to_jsonb(t) ->> g.key) is null), '{}') as filled
      from r join talents t on t.id = r.id and t.entity_id = any(${ctx.actor.entityIds}::uuid[]) order by t.id for update of t)
    update talents t set ${sql.join(COLUMNS.map((column) => sql`${sql.ref(column)} = coalesce(${sql.ref(`t.${column}`)}, old.filled ->> ${column})`))},
      segments = t.segments || old.segments_added, tags = t.tags || old.tags_added, erase_on = greatest(t.erase_on, old.new_erase_on), updated_at = ${ctx.now},
      version = t.version + 1
    from old where t.id = old.id and (old.filled <> '{}' or cardinality(old.segments_added) + cardinality(old.tags_added) > 0 or old.new_erase_on > t.erase_on)
    returning t.id, old.filled, old.segments_added, old.tags_added`.execute(ctx.db);
  await recordFilled(ctx, updates, filled);
  return filled;
}

/** So that an edit of a field that the import has just filled is seen as a conflict. */
async function recordFilled({ db, now, actor }: Ctx, updates: PersonUpdate[], filled: FilledRow[]) {
  const sourceOf = new Map(updates.map(({ id, source }) => [id, source]));
  const actId = newId(now.getTime());
  const rows = filled.flatMap(({ id, filled: values }) =>
    Object.entries(values).map(([field, after]) => ({
      id: newId(now.getTime()),
      talent_id: id,
      act_id: actId,
      at: now,
      by_member: actor.memberId,
      source: sourceOf.get(id) ?? 'import',
      field,
      after,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into talent_changes (id, talent_id, act_id, at, by_member, source, field, after, version)
    select r.id, r.talent_id, r.act_id, r.at, r.by_member, r.source, r.field, r.after, t.version
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, talent_id uuid, act_id uuid, at timestamptz, by_member uuid, source text, field text, after jsonb)
    join talents t on t.id = r.talent_id`.execute(db);
}

function resultsOf(updates: PersonUpdate[], fields: FilledRow[], added: AddedRows): UpdateResult[] {
  const fieldsOf = new Map(fields.map((row) => [row.id, row]));
  const addedTo = Map.groupBy(added, ({ talent_id }) => talent_id);
  const isChanged = ({ id }: PersonUpdate) => fieldsOf.has(id) || addedTo.has(id);
  return updates.filter(isChanged).map(({ id }) => resultOf(id, fieldsOf.get(id), addedTo.get(id) ?? []));
}

function resultOf(talentId: string, fields: FilledRow | undefined, rows: AddedRows): UpdateResult {
  const { filled = {}, segments_added: segmentsAdded = [], tags_added: tagsAdded = [] } = fields ?? {};
  const byTable = [...Map.groupBy(rows, ({ table }) => table)].map(([table, some]) => [
    table,
    some.map(({ id }) => id),
  ]);
  return { talentId, added: Object.fromEntries(byTable), filled, segmentsAdded, tagsAdded };
}

/** The last contact as it follows from the touchpoints, for any number of people; rooms that count from it are told. */
export async function refreshLastTouch(ctx: Ctx, talentIds: string[]): Promise<void> {
  if (talentIds.length === 0) return;
  await sql`
    update talents t set last_touch_at = l.occurred_at, last_touch_direction = l.direction, last_touch_channel = l.channel, last_personal_at = h.occurred_at, last_answer_at = a.occurred_at
    from unnest(${talentIds}::uuid[]) w(id)
    left join lateral (select p.occurred_at, p.direction, p.channel from touchpoints p where p.talent_id = w.id order by p.occurred_at desc limit 1) l on true
    left join lateral (select p.occurred_at from touchpoints p where p.talent_id = w.id and not p.is_bulk order by p.occurred_at desc limit 1) h on true
    left join lateral (select p.occurred_at from touchpoints p where p.talent_id = w.id and not p.is_bulk and p.direction = 'theirs' order by p.occurred_at desc limit 1) a on true
    where t.id = w.id and (t.last_touch_at is distinct from l.occurred_at or t.last_touch_direction is distinct from l.direction
      or t.last_touch_channel is distinct from l.channel or t.last_personal_at is distinct from h.occurred_at or t.last_answer_at is distinct from a.occurred_at)`.execute(
    ctx.db,
  );
  await ctx.emit(ctx, 'talents.touched', { talentIds });
}

/** Segments as the inventory's rules and people's decisions have them; one statement. */
export async function setSegments(
  { db }: Pick<Ctx, 'db'>,
  entries: { talentId: string; segments: string[] }[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    update talents t set segments = r.segments
    from jsonb_to_recordset(${asRows(entries)}::jsonb) as r ("talentId" uuid, segments text[])
    where t.id = r."talentId" and t.segments is distinct from r.segments`.execute(db);
}
