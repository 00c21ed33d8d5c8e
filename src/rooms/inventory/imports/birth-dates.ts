import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { copyRows } from '#ground/database/copy.ts';
import { birthDateKeys } from '../duplicates/birth-date-keys.ts';
import type { BirthDateKeys } from '../duplicates/types.ts';
import type { RowPlan } from './plan.ts';

type Kept = Extract<RowPlan, { kind: 'create' | 'update' }>;

/** Of people who are new. The date itself ends here: only keyed hashes for the comparison are kept. */
export const copyBirthDateKeys = ({ db, keys }: Ctx, plans: Kept[]): Promise<void> =>
  copyRows(db, 'birth_date_keys', [...keysByPerson({ keys }, plans)], {
    talent_id: ([talentId]) => talentId,
    keys: ([, made]) => made,
  });

/** Of people who are here. @returns who got keys, because there were none */
export async function insertBirthDateKeys({ db, keys }: Ctx, plans: Kept[]): Promise<Set<string>> {
  const rows = [...keysByPerson({ keys }, plans)].map(([talent_id, made]) => ({ talent_id, keys: made }));
  if (rows.length === 0) return new Set();
  const { rows: added } = await sql<{ talent_id: string }>`
    insert into birth_date_keys (talent_id, keys)
    select talent_id, keys from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (talent_id uuid, keys jsonb)
    on conflict (talent_id) do nothing returning talent_id`.execute(db);
  return new Set(added.map(({ talent_id }) => talent_id));
}

/** Two rows may be about one person: the first date counts. */
function keysByPerson({ keys }: Pick<Ctx, 'keys'>, plans: Kept[]): Map<string, BirthDateKeys> {
  const key = keys.of('birth-date-comparison');
  const found = new Map<string, BirthDateKeys>();
  for (const { talentId, person } of plans) {
    if (person.birthDate && !found.has(talentId)) found.set(talentId, birthDateKeys(person.birthDate, key));
  }
  return found;
}
