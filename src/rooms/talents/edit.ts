import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { TalentRecord } from './access.ts';
import { lockTalent } from './access.ts';
import { newActId, recordChanges } from './changes.ts';
import { COLUMN_OF, SEARCHED_COLUMNS, fieldOf } from './fields.ts';
import type { TalentChanges, TalentField } from './schema-write.ts';
import { reindexTalents } from './search.ts';
import { sortName } from './sort-name.ts';

export interface Edit {
  /** The version that the editor saw. */
  version: number;
  changes: TalentChanges;
}

/**
 * Changes fields of one person. Two people may edit different fields at once; the same field changed meanwhile is a conflict (RL-12).
 * @throws AppError talents.not_found, talents.changed_meanwhile, talents.name_needed, talents.member_unknown
 */
export async function editTalent(ctx: Ctx, talentId: string, { version, changes }: Edit): Promise<{ actId: string }> {
  allow(ctx.actor, 'talents.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockTalent(ctx, talentId);
    const columns = columnsOf(changes);
    await refuseOvertaken(ctx, before, { version, columns: Object.keys(columns) });
    await refuseUnknownMembers(ctx, before.entity_id, [changes.ownerId, changes.deputyId]);
    const actId = newActId(ctx);
    await applyColumns(ctx, { talentId, actId, columns });
    return { actId };
  });
}

const columnsOf = (changes: TalentChanges): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([field, value]) =>
      value === undefined ? [] : [[COLUMN_OF[field as TalentField], value]],
    ),
  );

async function refuseOvertaken(
  { db }: Ctx,
  now: TalentRecord,
  { version, columns }: { version: number; columns: string[] },
) {
  if (version >= now.version) return;
  const { rows } = await sql<{ field: string; by_member: string | null; at: Date }>`
    select distinct on (c.field) c.field, c.by_member, c.at from talent_changes c
    where c.talent_id = ${now.id} and c.version > ${version} and c.field = any(${columns}::text[]) order by c.field, c.at desc`.execute(
    db,
  );
  const [last] = rows.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!last) return;
  throw conflict('talents.changed_meanwhile', {
    version: now.version,
    fields: rows.map(({ field }) => fieldOf(field)).join(' '),
    memberId: last.by_member,
    at: last.at.toISOString(),
  });
}

/** Owners and deputies work for the same legal entity. */
export async function refuseUnknownMembers(
  { db }: Pick<Ctx, 'db'>,
  entityId: string,
  memberIds: (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(memberIds.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return;
  const rows = await db
    .selectFrom('member_entities')
    .innerJoin('members', 'members.id', 'member_entities.member_id')
    .select('members.id')
    .where('entity_id', '=', entityId)
    .where('members.id', 'in', wanted)
    .where('disabled_at', 'is', null)
    .execute();
  if (rows.length < wanted.length) throw invalid('talents.member_unknown');
}

export interface ColumnEdit {
  talentId: string;
  actId: string;
  columns: Record<string, unknown>;
}

/** Writes columns of one person and what they were before. To be called with the person locked, in a transaction. */
export async function applyColumns(ctx: Ctx, { talentId, actId, columns }: ColumnEdit): Promise<void> {
  const before = await rowOf(ctx, talentId);
  const wanted: Record<string, unknown> = {
    ...columns,
    ...('stage' in columns && columns.stage !== before.stage ? { stage_since: ctx.now } : {}),
  };
  const named = {
    firstName: String(wanted.first_name ?? before.first_name),
    lastName: String(wanted.last_name ?? before.last_name),
  };
  if (`${named.firstName}${named.lastName}` === '') throw invalid('talents.name_needed');
  const sets = Object.entries({ ...wanted, sort_name: sortName(named) }).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  await sql`update talents set ${sql.join(sets)}, version = version + 1, updated_at = ${ctx.now} where id = ${talentId}`.execute(
    ctx.db,
  );
  const after = await rowOf(ctx, talentId);
  const changed = Object.keys(wanted).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  );
  await recordChanges(
    ctx,
    actId,
    changed.map((field) => ({
      talentId,
      field,
      before: before[field],
      after: after[field],
      version: Number(after.version),
    })),
  );
  if (changed.some((column) => SEARCHED_COLUMNS.includes(column))) await reindexTalents(ctx, [talentId]);
  await tellNewOwners(ctx, changed, [talentId]);
}

/** Owner or deputy changed: rooms that remind the right person are told. */
export async function tellNewOwners(ctx: Ctx, columns: string[], talentIds: string[]): Promise<void> {
  if (columns.includes('owner_id') || columns.includes('deputy_id'))
    await ctx.emit(ctx, 'talents.owner_changed', { talentIds });
}

async function rowOf({ db }: Ctx, talentId: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{
    row: Record<string, unknown>;
  }>`select to_jsonb(t) as row from talents t where t.id = ${talentId}`.execute(db);
  return rows[0]?.row ?? {};
}
