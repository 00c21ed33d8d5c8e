import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Ctx } from '#ground/context.ts';
import { listGroundsOf, listStandingFacts, NOT_HERE } from '#rooms/consent/index.ts';
import type { PermissionFacts } from './permission.ts';
import type { Channel, Direction } from './types.ts';

export interface TouchFacts {
  /** `YYYY-MM-DD` */
  on: string;
  kind: 'personal' | 'bulk';
  direction: Direction;
  channel: Channel;
}

interface TouchRow {
  talent_id: string;
  on: string;
  is_bulk: boolean;
  direction: Direction;
  channel: Channel;
}

/** Contacts per person for the line, oldest first; one query for any number of people. */
export async function listTouches(
  db: Db,
  talentIds: string[],
  { since, atMost }: { since: Date; atMost: number },
): Promise<Map<string, TouchFacts[]>> {
  const found = new Map<string, TouchFacts[]>();
  if (talentIds.length === 0) return found;
  const { rows } = await sql<TouchRow>`
    select w.id as talent_id, p.occurred_at::date::text as on, p.is_bulk, p.direction, p.channel
    from unnest(${talentIds}::uuid[]) w(id)
    cross join lateral (select * from touchpoints c where c.talent_id = w.id and c.occurred_at >= ${since} order by c.occurred_at desc limit ${atMost}) p
    order by p.occurred_at`.execute(db);
  for (const { talent_id, on, is_bulk, direction, channel } of rows) {
    const touches = found.get(talent_id) ?? [];
    if (touches.length === 0) found.set(talent_id, touches);
    touches.push({ on, kind: is_bulk ? 'bulk' : 'personal', direction, channel });
  }
  return found;
}

/** What decides about ways of contact, by the rules of the consent room; a handful of queries for any number of people. */
export async function listPermissionFacts(ctx: Ctx, talentIds: string[]): Promise<Map<string, PermissionFacts>> {
  if (talentIds.length === 0) return new Map();
  const contact = await listStandingFacts(ctx, talentIds);
  const grounds = await listGroundsOf(ctx.db, talentIds);
  return new Map(
    talentIds.map((talentId) => [
      talentId,
      { talentId, contact: contact.get(talentId) ?? NOT_HERE, grounds: grounds.get(talentId) ?? [], now: ctx.now },
    ]),
  );
}
