import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { all, refuseHidden, sightOf, visible } from './access.ts';
import { whereOf } from './list.ts';
import type { ExportColumn, ExportQuery } from './schema-many.ts';
import { EXPORT_COLUMNS } from './schema-many.ts';
import { EXPORT_WITHOUT_REASON } from './types.ts';

const PEOPLE_AT_ONCE = 500;
const CONTACT_COLUMNS: readonly ExportColumn[] = ['email', 'phone', 'linkedin', 'street', 'postcode'];

const addresses = (kind: string) =>
  sql`(select string_agg(a.value, ', ' order by a.is_primary desc, a.value) from talent_addresses a where a.talent_id = t.id and a.kind = ${kind})`;

/** What stands in each column, as text. */
const CELLS: Record<ExportColumn, RawBuilder<unknown>> = {
  title: sql`t.title`,
  first_name: sql`t.first_name`,
  last_name: sql`t.last_name`,
  birth_name: sql`t.birth_name`,
  email: addresses('email'),
  phone: addresses('phone'),
  linkedin: addresses('linkedin'),
  role: sql`t.role`,
  employer: sql`t.employer`,
  street: sql`t.street`,
  postcode: sql`t.postcode`,
  city: sql`t.city`,
  country: sql`t.country`,
  language: sql`t.language`,
  address_form: sql`t.address_form`,
  segments: sql`array_to_string(t.segments, ', ')`,
  tags: sql`array_to_string(t.tags, ', ')`,
  skills: sql`(select string_agg(k.name, ', ' order by k.name) from talent_skills k where k.talent_id = t.id and k.kind = 'skill' and not k.is_proposed)`,
  stage: sql`t.stage`,
  owner: sql`(select m.name from members m where m.id = t.owner_id)`,
  last_touch_on: sql`t.last_touch_at::date::text`,
  last_touch_direction: sql`t.last_touch_direction`,
  next_step: sql`t.next_step`,
  next_step_on: sql`t.next_step_on::text`,
  erase_on: sql`t.erase_on::text`,
  created_on: sql`t.created_at::date::text`,
};

export interface Export {
  people: number;
  /** The head first, then one row per person in the order of their ids; read page by page. */
  rows: AsyncIterable<string[]>;
}

/**
 * People as table rows, without ever holding them all. Who exported how many and why is recorded before the first row leaves.
 * @throws AppError talents.reason_needed above 200 people, talents.field_hidden
 */
export async function openExport(ctx: Ctx, query: ExportQuery): Promise<Export> {
  allow(ctx.actor, 'talents.export');
  const columns = columnsFor(ctx, query);
  const where = query.id
    ? [visible(ctx.actor), sql<boolean>`t.id = any(${query.id}::uuid[])`]
    : await whereOf(ctx, query);
  const { rows } = await sql<{ people: number }>`select count(*) as people from talents t where ${all(where)}`.execute(
    ctx.db,
  );
  const people = rows[0]?.people ?? 0;
  if (people > EXPORT_WITHOUT_REASON && !query.reason)
    throw invalid('talents.reason_needed', { people, limit: EXPORT_WITHOUT_REASON });
  await record(ctx, {
    action: 'talents.exported',
    subjectKind: 'talent',
    details: { people, format: query.format, columns, reason: query.reason ?? null },
  });
  return { people, rows: readRows(ctx, where, columns) };
}

function columnsFor({ actor }: Ctx, { columns }: ExportQuery): ExportColumn[] {
  const { contact } = sightOf(actor);
  const isHidden = (column: ExportColumn) => !contact && CONTACT_COLUMNS.includes(column);
  const hidden = columns?.find(isHidden);
  if (hidden) refuseHidden(hidden);
  return columns ?? EXPORT_COLUMNS.filter((column) => !isHidden(column));
}

async function* readRows({ db }: Ctx, where: RawBuilder<boolean>[], columns: ExportColumn[]): AsyncGenerator<string[]> {
  yield [...columns];
  const cells = sql.join(columns.map((column) => CELLS[column]));
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ id: string; cells: (string | null)[] }>`
      select t.id, array[${cells}]::text[] as cells from talents t where ${all(where)} and t.id > ${after}::uuid order by t.id limit ${PEOPLE_AT_ONCE}`.execute(
      db,
    );
    for (const row of rows) yield row.cells.map((cell) => cell ?? '');
    const last = rows.at(-1);
    if (!last || rows.length < PEOPLE_AT_ONCE) return;
    after = last.id;
  }
}
