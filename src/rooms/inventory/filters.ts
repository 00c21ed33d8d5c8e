import { sql } from 'kysely';
import { provideTalentFilter } from '#rooms/talents/index.ts';

/** Conditions about the inventory for the list of talents, which stands further up and cannot ask for them. */
export function provideInventoryFilters() {
  provideTalentFilter(
    'importId',
    (importIds) =>
      sql<boolean>`exists (select 1 from import_rows r where r.talent_id = t.id and r.import_id = any(${importIds}::uuid[]))`,
  );
  provideTalentFilter('hasDuplicates', (answer) => {
    const has = sql<boolean>`exists (select 1 from duplicate_pairs p where p.state = 'open' and (p.talent_a = t.id or p.talent_b = t.id))`;
    return answer === 'yes' ? has : sql<boolean>`not ${has}`;
  });
}
