import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { Ctx } from '#ground/context.ts';
import { listGroundsOf } from '#rooms/consent/index.ts';
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

interface AddressFacts {
  talent_id: string;
  has_mail: boolean;
  has_phone: boolean;
  all_bounced: boolean;
}

/** What decides about ways of contact; two queries for any number of people. */
export async function listPermissionFacts(
  { db }: Pick<Ctx, 'db'>,
  talentIds: string[],
): Promise<Map<string, PermissionFacts>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<AddressFacts>`
    select a.talent_id, bool_or(a.kind = 'email') as has_mail, bool_or(a.kind = 'phone') as has_phone,
      coalesce(bool_and(a.bounced_at is not null) filter (where a.kind = 'email'), false) as all_bounced
    from talent_addresses a where a.talent_id = any(${talentIds}::uuid[]) group by a.talent_id`.execute(db);
  const grounds = await listGroundsOf(db, talentIds);
  const addresses = new Map(rows.map((row) => [row.talent_id, row]));
  return new Map(
    talentIds.map((id) => {
      const known = addresses.get(id);
      const facts = {
        hasMail: known?.has_mail ?? false,
        hasPhone: known?.has_phone ?? false,
        allBounced: known?.all_bounced ?? false,
        noMail: false,
      };
      return [id, { ...facts, grounds: grounds.get(id) ?? [] }];
    }),
  );
}
