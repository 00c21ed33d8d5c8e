import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../test-house.ts';
import type { Life, Zone } from './lives.ts';
import { ZONES } from './lives.ts';

const AT_ONCE = 1_000;

export interface Planted {
  id: string;
  life: Life;
}

/** One colleague for each zone, who looks after everybody there. */
export async function hireOwners({ db, entityId }: TestHouse): Promise<Map<Zone, string>> {
  const owners = new Map(ZONES.map((zone) => [zone, newId()]));
  for (const [zone, id] of owners) {
    await db
      .insertInto('members')
      .values({ id, name: `Ada ${zone}`, email: `${id}@kellermatt.example`, role: 'recruiter', time_zone: zone })
      .execute();
    await db.insertInto('member_entities').values({ member_id: id, entity_id: entityId }).execute();
  }
  return owners;
}

/** People with everything of their lives that is known beforehand; what happens later is told on its day. */
export async function plantLives(
  house: TestHouse,
  lives: readonly Life[],
  owners: Map<Zone, string>,
): Promise<Planted[]> {
  const planted = lives.map((life) => ({ id: newId(), life }));
  for (let start = 0; start < planted.length; start += AT_ONCE)
    await keepPeople(
      house.systemCtx(),
      planted.slice(start, start + AT_ONCE).map(({ id, life }) =>
        aPerson(house.entityId, {
          id,
          ownerId: owners.get(life.zone) ?? '',
          addresses: [{ id: newId(), kind: 'email', value: `${id}@mail.example`, isPrimary: true }],
        }),
      ),
    );
  // Permission that ends within the year is told elsewhere.
  await sql`update grounds set erase_on = '2032-01-01'`.execute(house.db);
  await sql`update talents set erase_on = '2032-01-01'`.execute(house.db);
  await plantFacts(house.systemCtx(), planted);
  return planted;
}

async function plantFacts({ db }: Ctx, planted: readonly Planted[]) {
  const rows = (of: (life: Life) => readonly object[]) =>
    JSON.stringify(planted.flatMap(({ id, life }) => of(life).map((one) => ({ ...one, talent: id, id: newId() }))));
  await sql`insert into silences (id, talent_id, reason, starts_on, ends_on, created_at)
    select id, talent, 'asked', "from", until, now() from jsonb_to_recordset(${rows((life) => life.silences)}::jsonb) r (id uuid, talent uuid, "from" date, until date)`.execute(
    db,
  );
  await sql`insert into promises (id, talent_id, what, due_on, owner_id, given_at)
    select r.id, talent, 'Anruf', due, t.owner_id, '2027-01-01' from jsonb_to_recordset(${rows((life) => life.promises)}::jsonb) r (id uuid, talent uuid, due date) join talents t on t.id = talent`.execute(
    db,
  );
  await sql`insert into life_events (id, talent_id, kind, on_date, is_yearly, created_at)
    select id, talent, kind, "on", "isYearly", now() from jsonb_to_recordset(${rows((life) => life.lifeEvents)}::jsonb) r (id uuid, talent uuid, kind text, "on" date, "isYearly" boolean)`.execute(
    db,
  );
}
