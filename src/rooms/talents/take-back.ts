import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { asRows } from './rows-json.ts';
import { reindexTalents } from './search.ts';
import { refreshLastTouch } from './update-people.ts';

/** Tables whose rows belong to one person and may be taken back by id. */
export const PART_TABLES = [
  'talent_addresses',
  'career_stations',
  'applications',
  'talent_skills',
  'notes',
  'touchpoints',
  'promises',
] as const;
export type PartTable = (typeof PART_TABLES)[number];
const isPartTable = (table: string): table is PartTable => (PART_TABLES as readonly string[]).includes(table);

const WITH_SOURCE = ['notes', 'touchpoints', 'career_stations', 'applications', 'talent_skills'] as const;

/** Columns that an update can have filled. */
const FILLED_COLUMNS = [
  'title',
  'birth_name',
  'address_form',
  'language',
  'role',
  'employer',
  'street',
  'postcode',
  'city',
  'country',
] as const;

export interface TakenBack {
  talentId: string;
  change: {
    added?: Record<string, string[]>;
    filled?: Record<string, string>;
    segmentsAdded?: string[];
    tagsAdded?: string[];
  };
}

/**
 * Takes back what `updatePeople` added and filled. A field that has another value by now was changed by somebody and stays;
 * a note that somebody has edited since stays too. Set-based; may run twice.
 */
export async function takeBackUpdates(ctx: Ctx, updates: TakenBack[]): Promise<void> {
  if (updates.length === 0) return;
  for (const table of PART_TABLES) await removeParts(ctx, table, updates);
  await emptyFields(ctx, updates);
  await forgetFilled(ctx, updates);
  const ids = updates.map(({ talentId }) => talentId);
  await refreshLastTouch(ctx, ids);
  await reindexTalents(ctx, ids);
}

async function removeParts({ db }: Ctx, table: PartTable, updates: TakenBack[]) {
  const ids = updates.flatMap(({ change }) =>
    Object.entries(change.added ?? {}).flatMap(([name, some]) => (isPartTable(name) && name === table ? some : [])),
  );
  if (ids.length === 0) return;
  const unedited = table === 'notes' ? sql`and version = 1` : sql``;
  await sql`delete from ${sql.table(table)} where id = any(${ids}::uuid[]) and talent_id = any(${updates.map(({ talentId }) => talentId)}::uuid[]) ${unedited}`.execute(
    db,
  );
}

async function emptyFields({ db, actor, now }: Ctx, updates: TakenBack[]) {
  const rows = updates.map(({ talentId, change }) => ({
    id: talentId,
    filled: change.filled ?? {},
    segments: change.segmentsAdded ?? [],
    tags: change.tagsAdded ?? [],
  }));
  const emptied = FILLED_COLUMNS.map(
    (column) => sql`${sql.ref(column)} = nullif(${sql.ref(`t.${column}`)}, r.filled ->> ${column})`,
  );
  await sql`
    update talents t set ${sql.join(emptied)}, version = t.version + 1, updated_at = ${now},
      segments = array(select s from unnest(t.segments) s where s <> all(r.segments)), tags = array(select s from unnest(t.tags) s where s <> all(r.tags))
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, filled jsonb, segments text[], tags text[])
    where t.id = r.id and t.entity_id = any(${actor.entityIds}::uuid[]) and (r.filled <> '{}' or cardinality(r.segments) + cardinality(r.tags) > 0)`.execute(
    db,
  );
}

/** The history of fields that a source had filled goes with them: it holds the same values. */
async function forgetFilled({ db }: Ctx, updates: TakenBack[]) {
  const rows = updates.flatMap(({ talentId, change }) =>
    Object.entries(change.filled ?? {}).map(([field, value]) => ({ id: talentId, field, value })),
  );
  if (rows.length === 0) return;
  await sql`
    delete from talent_changes c using jsonb_to_recordset(${asRows(rows)}::jsonb) as r (id uuid, field text, value text)
    where c.talent_id = r.id and c.field = r.field and c.source like 'import:%' and c.before is null and c.after #>> '{}' = r.value`.execute(
    db,
  );
}

/**
 * Removes people that a source brought, except those with whom somebody has worked since: a change, note, contact, promise, file or
 * merge by a human keeps them.
 * @returns who stays
 */
export async function removePeople(
  { db, actor }: Ctx,
  talentIds: string[],
  source: string,
): Promise<{ kept: string[] }> {
  if (talentIds.length === 0) return { kept: [] };
  const { rows } = await sql<{ id: string }>`
    select t.id from talents t where t.id = any(${talentIds}::uuid[]) and t.entity_id = any(${actor.entityIds}::uuid[]) and (
      exists (select 1 from talent_changes c where c.talent_id = t.id and c.source not like 'import:%' and c.undone_at is null)
      or ${sql.join(
        WITH_SOURCE.map(
          (table) =>
            sql`exists (select 1 from ${sql.table(table)} x where x.talent_id = t.id and x.source <> ${source})`,
        ),
        sql` or `,
      )}
      or exists (select 1 from promises p where p.talent_id = t.id) or exists (select 1 from talent_files f where f.talent_id = t.id)
      or exists (select 1 from talent_merges g where (g.kept_id = t.id) and g.undone_at is null))`.execute(db);
  const kept = new Set(rows.map(({ id }) => id));
  const gone = talentIds.filter((id) => !kept.has(id));
  if (gone.length > 0)
    await sql`delete from talents where id = any(${gone}::uuid[]) and entity_id = any(${actor.entityIds}::uuid[])`.execute(
      db,
    );
  return { kept: [...kept] };
}
