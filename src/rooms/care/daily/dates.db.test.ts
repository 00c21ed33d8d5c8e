import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { nextDueOn, plusDays } from '../cadence.ts';
import { aTouch, emptyCare, keepSomebody, underPlan } from '../testing.ts';
import { holidaysOf, nextWorkingDay } from '../working-days.ts';
import { moveDatesInBatches, moveDatesOf } from './due-sql.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const numberFrom = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

interface MembershipFacts {
  talent_id: string;
  joined_on: string;
  every_days: number | null;
  paused_until: string | null;
  counted_from: string | null;
  next_due_on: string | null;
  come_back_on: string | null;
  pool_paused: string | null;
  last_on: string | null;
  quiet: { from: string; until: string }[];
}

describe('the date in the database', () => {
  it('is the date of the rule, for any mixture of contacts, pauses, silences, answers and holidays', async () => {
    const random = numberFrom(7);
    const people = await Promise.all(
      Array.from({ length: 120 }, () =>
        keepSomebody(
          house,
          random(4) === 0 ? {} : { touchpoints: [aTouch(`${plusDays('2026-01-01', random(320))}T22:30:00Z`)] },
        ),
      ),
    );
    const { planId } = await underPlan(house, people, { plan: { everyDays: 45, endsOn: '2027-06-30' } });
    await plantOddities(people, planId, random);

    await moveDatesInBatches(house.db, sql`p.id = ${planId}`);
    const facts = await factsOf(planId);
    await moveDatesOf(house.db, people);

    const zurich = await holidaysOf('CH-ZH');
    const expected = facts.map((one) => [
      one.talent_id,
      nextDueOn(
        {
          everyDays: 45,
          ownEveryDays: one.every_days,
          joinedOn: one.joined_on,
          lastTouchOn: one.last_on,
          countedFrom: one.counted_from,
          pauses: [one.paused_until, one.pool_paused],
          quiet: one.quiet,
          comeBackOn: one.come_back_on,
          startsOn: '2026-01-01',
          endsOn: '2027-06-30',
        },
        (day) => nextWorkingDay(day, zurich),
      ),
    ]);
    expect(facts).toHaveLength(120);
    expect(facts.map(({ talent_id, next_due_on }) => [talent_id, next_due_on])).toEqual(expected);
    expect((await factsOf(planId)).map(({ talent_id, next_due_on }) => [talent_id, next_due_on])).toEqual(expected);
    expect(new Set(expected.map(([, day]) => day)).size).toBeGreaterThan(40);
  });
});

/** One person in so many has a rhythm of their own, a pause, an answer, some silences, an objection. */
async function plantOddities(people: string[], planId: string, random: (below: number) => number) {
  const day = () => plusDays('2026-10-01', random(160));
  const one = <T>(of: number, make: () => T): T | null => (random(of) === 0 ? make() : null);
  for (const id of people) {
    const own = { every: one(4, () => 7 + random(200)), paused: one(5, day), from: one(6, day), pool: one(6, day) };
    await sql`update care_memberships set every_days = ${own.every}, paused_until = ${own.paused}, counted_from = ${own.from} where plan_id = ${planId} and talent_id = ${id}`.execute(
      house.db,
    );
    await sql`update pool_members set paused_until = ${own.pool} where talent_id = ${id}`.execute(house.db);
    await one(6, () =>
      sql`insert into not_nows (id, talent_id, reason_kind, come_back_on, recorded_at) values (${newId()}, ${id}, 'project', ${day()}, now())`.execute(
        house.db,
      ),
    );
    await one(25, () =>
      sql`insert into objections (id, talent_id, scope, raised_at, via) values (${newId()}, ${id}, 'direct_contact', '2026-11-01', 'phone')`.execute(
        house.db,
      ),
    );
    for (let count = random(3); count > 0; count -= 1) await plantSilence(id, day(), random(50));
  }
}

const plantSilence = (id: string, from: string, days: number) =>
  sql`insert into silences (id, talent_id, reason, starts_on, ends_on, created_at) values (${newId()}, ${id}, 'asked', ${from}, ${plusDays(from, days)}, now())`.execute(
    house.db,
  );

async function factsOf(planId: string): Promise<MembershipFacts[]> {
  const { rows } = await sql<MembershipFacts>`
    select m.talent_id, m.joined_on::text, m.every_days, m.paused_until::text, m.counted_from::text, m.next_due_on::text,
      (select max(n.come_back_on)::text from not_nows n where n.talent_id = m.talent_id and n.ended_at is null) as come_back_on,
      (select v.paused_until::text from pool_members v where v.talent_id = m.talent_id) as pool_paused,
      (select max((c.occurred_at at time zone 'Europe/Zurich')::date)::text from touchpoints c where c.talent_id = m.talent_id) as last_on,
      coalesce((select jsonb_agg(jsonb_build_object('from', q.from_on, 'until', q.until_on)) from quiet_view q where q.talent_id = m.talent_id), '[]') as quiet
    from care_memberships m where m.plan_id = ${planId} order by m.talent_id`.execute(house.db);
  return rows;
}
