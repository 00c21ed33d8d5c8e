import { sql } from 'kysely';
import { refreshStatistics } from '#ground/database/statistics.ts';
import { newId } from '#ground/ids.ts';
import type { BenchHouse } from './house.ts';
import { plantSegmentPeople, POOL_ID } from './segments-people.ts';

/** People whom one recruiter looks after, however large the company. */
const PEOPLE_OF_AN_OWNER = 5_000;
const PLAN_ID = '01935700-0000-7000-8000-00000000c001';

/**
 * People as `plantSegmentPeople` leaves them, three of ten in a pool under a plan of every ninety days, each with an owner and a ground to be
 * contacted on; one in a hundred in a silence, one in fifty with a promise, one in twenty with a day that comes back each year.
 */
export async function plantCare(bench: BenchHouse, people: number): Promise<string[]> {
  await plantSegmentPeople(bench, people);
  const { house, ctx } = bench;
  const owners = await hireOwners(bench, Math.max(1, Math.round(people / PEOPLE_OF_AN_OWNER)));
  const { rows } = await sql`select 1 from care_plans where id = ${PLAN_ID}`.execute(house.db);
  if (rows.length > 0) return owners;
  await house.db.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db);
    const pooled = sql`(select m.talent_id, row_number() over (order by m.talent_id) as n from pool_members m where m.pool_id = ${POOL_ID}) p`;
    await sql`update talents t set owner_id = (${owners}::uuid[])[1 + p.n % ${owners.length}] from ${pooled} where t.id = p.talent_id`.execute(
      db,
    );
    await sql`
      insert into grounds (id, talent_id, segment, purpose, basis, country_profile, source, obtained_on, erase_on, erase_reason, consent_event_id, created_at)
      select gen_random_uuid(), p.talent_id, 'sign_up', 'talent_pool', 'consent', 'CH', 'bench', ${ctx.now}::date - 200, t.erase_on, 'consent', e.id, ${ctx.now}
      from ${pooled} join talents t on t.id = p.talent_id join consent_events e on e.talent_id = p.talent_id and e.purpose = 'talent_pool'`.execute(
      db,
    );
    await sql`insert into silences (id, talent_id, reason, starts_on, ends_on, created_at)
      select gen_random_uuid(), p.talent_id, 'asked', ${ctx.now}::date - 20, ${ctx.now}::date + (p.n % 60)::int, ${ctx.now} from ${pooled} where p.n % 100 = 0`.execute(
      db,
    );
    await sql`insert into promises (id, talent_id, what, due_on, owner_id, given_at)
      select gen_random_uuid(), p.talent_id, 'Anruf', ${ctx.now}::date + (p.n % 200)::int - 20, t.owner_id, ${ctx.now} from ${pooled} join talents t on t.id = p.talent_id where p.n % 50 = 0`.execute(
      db,
    );
    await sql`insert into life_events (id, talent_id, kind, on_date, is_yearly, created_at)
      select gen_random_uuid(), p.talent_id, 'anniversary', date '2020-01-01' + (p.n % 366)::int, true, ${ctx.now} from ${pooled} where p.n % 20 = 0`.execute(
      db,
    );
  });
  await plantPlan(bench);
  await refreshStatistics(house.db);
  await sql`vacuum (analyze)`.execute(house.db);
  return owners;
}

async function hireOwners({ house, entityId }: BenchHouse, count: number): Promise<string[]> {
  const known = await house.db
    .selectFrom('members')
    .select('id')
    .where('email', 'like', 'owner%@bench.example')
    .orderBy('id')
    .execute();
  if (known.length >= count) return known.map(({ id }) => id);
  const ids = Array.from({ length: count }, () => newId());
  await house.db
    .insertInto('members')
    .values(
      ids.map((id, index) => ({
        id,
        name: `Owner ${index}`,
        email: `owner${index}@bench.example`,
        role: 'recruiter',
        time_zone: 'Europe/Zurich',
      })),
    )
    .execute();
  await house.db
    .insertInto('member_entities')
    .values(ids.map((member_id) => ({ member_id, entity_id: entityId })))
    .execute();
  return ids;
}

async function plantPlan({ house, ctx, entityId }: BenchHouse) {
  await house.db
    .insertInto('care_plans')
    .values({
      id: PLAN_ID,
      entity_id: entityId,
      name: 'Alle neunzig Tage',
      pool_id: POOL_ID,
      rhythm: 'every',
      every_days: 90,
      channels: ['mail', 'phone'],
      region: 'CH-ZH',
      starts_on: '2020-01-01',
      state: 'running',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
}
