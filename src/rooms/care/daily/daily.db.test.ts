import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { warmthOf } from '#rooms/talents/index.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { plusDays } from '../cadence.ts';
import type { Answer } from '../testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from '../testing.ts';
import { warmthFalling } from './candidates.ts';
import { runDailyCare } from './run.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const today = async () => (await ask('GET', '/today')).body;

describe('what the daily work finds', () => {
  it('names a life event in time, each year, and 29 February on the 28th', async () => {
    const [born, degree] = [await keepSomebody(house), await keepSomebody(house)];
    await ask('POST', `/talents/${born}/life-events`, { kind: 'anniversary', onDate: '2024-02-29', isYearly: true });
    await ask('POST', `/talents/${degree}/life-events`, { kind: 'graduation', onDate: '2027-03-25' });

    await beginDay(house, '2027-02-22T08:00:00Z');
    const early = (await today()).five.map(({ reasons }: Answer) => reasons[0].eventKind);
    await beginDay(house, '2027-02-28T08:00:00Z');
    const both = (await today()).five;

    expect(early).toEqual([]);
    expect(
      both.map(({ reasons }: Answer) => [reasons[0].eventKind, reasons[0].onDate, reasons[0].years]).toSorted(),
    ).toEqual([
      ['anniversary', '2027-02-28', 3],
      ['graduation', '2027-03-25', null],
    ]);
  });

  it('sees a relationship cool by the formula of the line, once after each contact', async () => {
    const touches = ['2026-06-01', '2026-07-06', '2026-08-03'].map((day) =>
      aTouch(`${day}T09:00:00Z`, { direction: 'theirs', channel: 'meeting' }),
    );
    const people = [
      await keepSomebody(house, { touchpoints: touches }),
      await keepSomebody(house, { touchpoints: touches.slice(2).map((one) => ({ ...one, id: newId() })) }),
    ];
    const look = (day: string) => ({ entityId: house.entityId, today: day, horizon: plusDays(day, 1), since: day });
    const lines = touches.map(({ occurredAt, direction }) => ({
      on: occurredAt.slice(0, 10),
      kind: 'personal' as const,
      direction,
    }));

    for (let day = '2026-08-10'; day < '2027-03-01'; day = plusDays(day, 9)) {
      const { rows } = await sql<{
        talent_id: string;
        facts: { wasStep: number; isStep: number };
      }>`${warmthFalling(look(day))}`.execute(house.db);
      const [now, before] = [
        warmthOf(lines, new Date(`${day}T00:00:00Z`)).step,
        warmthOf(lines, new Date(`${plusDays(day, -30)}T00:00:00Z`)).step,
      ];
      const found = rows.find(({ talent_id }) => talent_id === people[0]);
      expect([day, found?.facts.isStep, found?.facts.wasStep]).toEqual([
        day,
        ...(before >= 4 && now < before ? [now, before] : [undefined, undefined]),
      ]);
    }
    for (const day of ['2026-10-01', '2026-10-20', '2026-11-10', '2026-12-01'])
      await beginDay(house, `${day}T08:00:00Z`);
    const { rows } = await sql<{ occasion: string }>`select occasion from reminders where kind = 'warmth'`.execute(
      house.db,
    );
    expect(rows).toEqual([{ occasion: 'since 2026-08-03' }]);
  });

  it('is nothing new when it is done again, and goes on where it was killed', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, () => keepSomebody(house, { touchpoints: [aTouch('2026-05-01T09:00:00Z')] })),
    );
    await underPlan(house, people.slice(0, 4), { plan: { state: 'draft' } });
    await sql`update care_plans set state = 'running'`.execute(house.db);
    await ask('POST', `/talents/${people[7]}/promises`, { what: 'Anruf', dueOn: '2026-11-24' });
    house.clock.now = new Date('2026-11-24T08:00:00Z');

    for (let statement = 1; statement < 80; statement += 3) await runUntilKilled(statement);
    await runDailyCare(house.systemCtx());
    await runDailyCare(house.systemCtx());

    const { rows } = await sql<{
      kind: string;
      count: number;
    }>`select kind, count(*)::int as count from reminders group by kind order by kind`.execute(house.db);
    expect(rows).toEqual([
      { kind: 'cadence', count: 4 },
      { kind: 'promise', count: 1 },
    ]);
  });

  it('does not believe a clock that jumps by more than a day, says so, and catches up at the next look', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-09-01T09:00:00Z')] });
    await underPlan(house, [id]);
    await beginDay(house, '2026-11-24T08:00:00Z');

    house.clock.now = new Date('2027-01-11T08:00:00Z');
    await runDailyCare(house.systemCtx());
    const halted = await today();
    await runDailyCare(house.systemCtx());
    const caughtUp = await today();
    house.clock.now = new Date('2026-11-25T08:00:00Z');
    await runDailyCare(house.systemCtx());
    await runDailyCare(house.systemCtx());

    const { rows } = await sql<{
      jumps: number;
    }>`select count(*)::int as jumps from audit_entries where action = 'care.clock_jumped' and details ->> 'entityId' = ${house.entityId}
        and (details ->> 'from') in ('2026-11-24T08:15:00.000Z', '2027-01-11T08:00:00.000Z')`.execute(house.db);
    expect([halted.five.length, caughtUp.five.length, (await today()).five.length]).toEqual([0, 1, 0]);
    expect(rows[0]?.jumps).toBe(2);
    expect((await sql`select 1 from reminders`.execute(house.db)).rows).toHaveLength(1);
  });
});

/** As when the process dies: from this statement on the database answers nothing any more, and what was not committed is gone. */
async function runUntilKilled(statement: number): Promise<void> {
  let left = statement;
  const dying = house.db.withPlugin({
    transformQuery: ({ node }) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await runDailyCare({ ...house.systemCtx(), db: dying }).catch(() => {});
}

describe('two records that become one', () => {
  it('keeps the rhythm, the answers and the days of both, and gives them back when they are parted', async () => {
    const [kept, gone] = [
      await keepSomebody(house),
      await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] }),
    ];
    const { planId, poolId } = await underPlan(house, [gone]);
    await ask('PATCH', `/plans/${planId}/memberships/${gone}`, { everyDays: 60 });
    await ask('POST', `/talents/${gone}/life-events`, { kind: 'anniversary', onDate: '2026-11-23' });
    const members = async () =>
      (await ask('GET', `/plans/${planId}/memberships`)).body.items.map(({ person, everyDays }: Answer) => [
        person.id,
        everyDays,
      ]);
    const due = async (id: string) =>
      (await ask('GET', `/talents/${id}/care`)).body.reasons?.map(({ kind }: Answer) => kind);

    const merged = await ask('POST', `/talents/${kept}/merge`, { otherId: gone });
    const [together, reasons] = [await members(), await due(kept)];
    const parted = await ask('POST', `/merges/${merged.body.mergeId}/undo`);

    expect([together, reasons]).toEqual([[[kept, 60]], ['life_event', 'cadence']]);
    expect(parted.status).toBeLessThan(300);
    expect(await members()).toEqual([[gone, 60]]);
    expect([await due(kept), await due(gone)]).toEqual([[], ['life_event', 'cadence']]);
    expect((await ask('GET', `/pools/${poolId}/members`)).body.items.map(({ talentId }: Answer) => talentId)).toEqual([
      gone,
    ]);
  });
});
