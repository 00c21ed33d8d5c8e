import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { findPerson, listRecordsOf } from '../answers/queries.ts';
import { EXPORTED, MEMBER_COLUMNS, NAMED_BY } from './export-map.ts';

export interface PersonExport {
  exportedAt: string;
  company: string;
  name: string;
  /** Table by table, as `EXPORTED` lists them; also of records that were joined into this one. */
  parts: Record<string, Record<string, unknown>[]>;
}

/** Everything that is stored about one person; the look is written down. @throws AppError consent.person_not_found */
export async function exportPersonOf(ctx: Ctx, talentId: string): Promise<PersonExport> {
  allow(ctx.actor, 'consent.export_person');
  const person = await findPerson(ctx, talentId);
  if (!person) throw notFound('consent.person_not_found');
  const records = await listRecordsOf(ctx.db, talentId);
  const parts: PersonExport['parts'] = {};
  for (const table of Object.keys(EXPORTED)) parts[table] = await readPart(ctx, table, records);
  await record(ctx, { action: 'consent.person_exported', subjectKind: 'talent', subjectIds: [talentId] });
  return { exportedAt: ctx.now.toISOString(), company: person.company, name: person.name, parts };
}

async function readPart({ db }: Ctx, table: string, records: string[]): Promise<Record<string, unknown>[]> {
  const known = EXPORTED[table];
  if (!known || known.columns.length === 0) return [];
  const columns = sql.join(known.columns.map((column) => sql`${sql.lit(column)}, ${valueOf(column)}`));
  const owner = sql.ref(`x.${known.owner ?? 'talent_id'}`);
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select jsonb_strip_nulls(jsonb_build_object(${columns})) as row from ${sql.table(table)} x where ${owner} = any(${records}::uuid[])`.execute(
    db,
  );
  return rows.map(({ row }) => row);
}

function valueOf(column: string) {
  const own = sql.ref(`x.${column}`);
  if (MEMBER_COLUMNS.has(column)) return sql`(select m.name from members m where m.id = ${own})`;
  const named = NAMED_BY[column];
  if (!named) return own;
  const [table, name] = named;
  return sql`(select ${sql.ref(`n.${name}`)} from ${sql.table(table)} n where n.id = ${own})`;
}
