import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { DuplicateSide } from '../schema.ts';

/** What is shown of each person of a pair, by id. */
export async function readSides(ctx: Ctx, talentIds: string[]): Promise<Map<string, DuplicateSide>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<SideRow>`
    select t.id, t.title, t.first_name, t.last_name, t.birth_name, t."role", t.employer, t.postcode, t.city, t.created_at, t.version,
      (select array_agg(value order by is_primary desc, value) from talent_addresses where talent_id = t.id and kind = 'email') as emails,
      (select array_agg(value order by is_primary desc, value) from talent_addresses where talent_id = t.id and kind = 'phone') as phones,
      (select array_agg(value order by value) from talent_addresses where talent_id = t.id and kind in ('linkedin', 'xing', 'website')) as links,
      (select concat_ws(', ', vacancy, applied_on::text) from applications where talent_id = t.id order by applied_on desc nulls last limit 1) as application,
      (select source from grounds where talent_id = t.id order by created_at limit 1) as source
    from talents t where t.id = any(${talentIds}) and t.entity_id = any(${ctx.actor.entityIds})`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, sideOf(row)]));
}

interface SideRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  birth_name: string | null;
  role: string | null;
  employer: string | null;
  postcode: string | null;
  city: string | null;
  created_at: Date;
  version: number;
  emails: string[] | null;
  phones: string[] | null;
  links: string[] | null;
  application: string | null;
  source: string | null;
}

const joined = (parts: (string | null)[]) => parts.filter(Boolean).join(' ') || null;

function sideOf(row: SideRow): DuplicateSide {
  return {
    talentId: row.id,
    name: joined([row.title, row.first_name, row.last_name]) ?? '',
    birthName: row.birth_name,
    role: row.role,
    employer: row.employer,
    place: joined([row.postcode, row.city]),
    emails: row.emails ?? [],
    phones: row.phones ?? [],
    links: row.links ?? [],
    lastApplication: row.application,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}
