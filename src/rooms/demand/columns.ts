import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';
import type { NewDemand } from './schema.ts';

type Fields = Partial<Omit<NewDemand, 'kind' | 'openedOn' | 'likelihoodShare' | 'ownerId'>> & {
  likelihoodShare?: number | undefined;
  ownerId?: string | null | undefined;
};

const PLAIN = {
  title: 'title',
  description: 'description',
  unitId: 'unit_id',
  roleFamilyId: 'role_family_id',
  headcount: 'headcount',
  fromOn: 'from_on',
  likelihoodShare: 'likelihood_share',
  city: 'city',
  country: 'country',
  mayBeRemote: 'may_be_remote',
  hoursMinShare: 'hours_min_share',
  hoursMaxShare: 'hours_max_share',
  ownerId: 'owner_id',
} as const;
const AS_JSON = ['must', 'nice', 'languages'] as const;

/**
 * The given fields as columns; what is not given stays as it is. Units, families and members must belong to the same legal entity.
 * @throws AppError demand.hours_turned_round, demand.unit_unknown, demand.family_unknown, demand.member_unknown
 */
export async function columnsFor(ctx: Ctx, entityId: string, fields: Fields): Promise<Record<string, unknown>> {
  const { hoursMinShare: least, hoursMaxShare: most } = fields;
  if (least && most && most < least) throw invalid('demand.hours_turned_round');
  await refuseForeign(ctx, entityId, fields);
  const plain = Object.entries(PLAIN).flatMap(([field, column]) => {
    const value = fields[field as keyof typeof PLAIN];
    return value === undefined ? [] : [[column, value] as const];
  });
  const json = AS_JSON.flatMap((field) => (fields[field] ? [[field, JSON.stringify(fields[field])] as const] : []));
  return Object.fromEntries([...plain, ...json]);
}

/** One look for all three, whichever of them are given. */
async function refuseForeign({ db }: Ctx, entityId: string, fields: Fields) {
  const wanted = [fields.unitId, fields.roleFamilyId, fields.ownerId].map((id) => id ?? null);
  const { rows } = await sql<{ unknown: string | null }>`
    select case
      when ${wanted[0]}::uuid is not null and not exists (select 1 from units where id = ${wanted[0]}::uuid and entity_id = ${entityId}) then 'demand.unit_unknown'
      when ${wanted[1]}::uuid is not null and not exists (select 1 from role_families where id = ${wanted[1]}::uuid and entity_id = ${entityId}) then 'demand.family_unknown'
      when ${wanted[2]}::uuid is not null and not exists (select 1 from member_entities where member_id = ${wanted[2]}::uuid and entity_id = ${entityId}) then 'demand.member_unknown'
      end as unknown`.execute(db);
  const code = rows[0]?.unknown;
  if (code) throw invalid(code);
}
