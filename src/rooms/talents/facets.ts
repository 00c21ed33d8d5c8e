import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { visible } from './access.ts';
import type { facet, facetQuery } from './schema-many.ts';

type Field = z.output<typeof facetQuery>['field'];
const SHOWN = 20;
/** Counting every value of a million people takes too long for a menu; a sample of the newest says what is frequent. */
const SAMPLED = 20_000;

const VALUES: Record<Exclude<Field, 'skill' | 'interest'>, RawBuilder<unknown>> = {
  segment: sql`unnest(t.segments)`,
  tag: sql`unnest(t.tags)`,
  city: sql`t.city`,
  country: sql`t.country`,
  employer: sql`t.employer`,
};

/** Values to filter by, the most frequent first. Counts are of the newest 20,000 people. */
export async function listFacetsOf(
  { db, actor }: Ctx,
  { field, q = '' }: z.output<typeof facetQuery>,
): Promise<z.input<typeof facet>[]> {
  allow(actor, 'talents.read');
  const begin = `${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<{ value: string; count: number }>`
    select v.value, count(*) as count from (
      select ${valueOf(field)} as value from (select * from talents t where ${visible(actor)} order by t.entity_id, t.created_at desc limit ${SAMPLED}) t ${skillJoin(field)}) v
    where v.value is not null and v.value ilike ${begin} group by v.value order by count desc, v.value limit ${SHOWN}`.execute(
    db,
  );
  return rows;
}

const isSkill = (field: Field): field is 'skill' | 'interest' => field === 'skill' || field === 'interest';
const valueOf = (field: Field) => (isSkill(field) ? sql`k.name` : VALUES[field]);
const skillJoin = (field: Field) =>
  isSkill(field) ? sql`join talent_skills k on k.talent_id = t.id and k.kind = ${field}` : sql``;
