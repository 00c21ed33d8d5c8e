import { sql } from 'kysely';
import { provideTalentFilter } from '#rooms/talents/index.ts';
import { visiblePools } from './access.ts';
import { segmentSql } from './segments/compile.ts';
import { loadSegmentRule } from './segments/saved.ts';

/** Pools and saved rules as conditions of the list of talents, which stands further up and cannot ask for them. */
export function providePoolFilters() {
  provideTalentFilter(
    'pool',
    (ids, { actor }) =>
      sql<boolean>`exists (select 1 from pool_members pm join pools p on p.id = pm.pool_id where pm.talent_id = t.id and p.id = any(${ids}::uuid[]) and ${visiblePools(actor)})`,
  );
  provideTalentFilter('savedSegment', async (ids, ctx) => {
    const fits = [];
    for (const id of new Set(ids)) fits.push(segmentSql(await loadSegmentRule(ctx, id), ctx));
    return sql<boolean>`(${sql.join(fits, sql` or `)})`;
  });
}
