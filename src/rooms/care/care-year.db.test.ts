import process from 'node:process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { updatePeople } from '#rooms/talents/index.ts';
import type { Life, Zone } from '../../testing/care-year/lives.ts';
import { plus, randomFrom, someLives } from '../../testing/care-year/lives.ts';
import { expectedOf } from '../../testing/care-year/oracle.ts';
import type { Planted } from '../../testing/care-year/plant.ts';
import { hireOwners, plantLives } from '../../testing/care-year/plant.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { runDailyCare } from './daily/run.ts';
import { setNotNowOf } from './person/not-now.ts';
import { standing } from './today/standing.ts';
import { underPlan } from './testing.ts';
import { REMINDER_KINDS } from './types.ts';

/** The whole year with 5,000 people takes minutes: `npm run test:long`. */
const isWhole = Boolean(process.env.LONG_TESTS);
const YEAR = { first: '2027-12-01', days: isWhole ? 400 : 120, everyDays: 60 };
const PEOPLE = isWhole ? 5_000 : 600;
const COMPARED = ['cadence', 'come_back', 'life_event', 'promise'];

let house: TestHouse;
const random = randomFrom(2_027);

beforeAll(async () => {
  house = await openTestHouse(new Date(`${YEAR.first}T03:00:00Z`));
});
afterAll(() => house.close());

describe('a year of care', () => {
  it(
    'shows every reminder once and on its day, none lost, none twice, none in a silence, although the process is killed twice a week',
    async () => {
      const owners = await hireOwners(house);
      const planted = await plantLives(house, someLives(PEOPLE, YEAR, random), owners);
      await plantPlan(planted);
      // As the database has done by itself where so many people are.
      await sql`analyze`.execute(house.db);

      const told = await liveThrough(planted, owners);

      const expected = new Map(
        planted.flatMap(({ id, life }) =>
          [...expectedOf(life, YEAR)].map(([key, day]) => [`${id} ${key}`, day] as const),
        ),
      );
      const [lost, invented, moved] = differences(expected, told.first);
      expect({ lost, invented, moved, twice: told.twice, inSilence: told.inSilence }).toEqual({
        lost: [],
        invented: [],
        moved: [],
        twice: [],
        inSilence: [],
      });
      expect(told.first.size).toBeGreaterThan(PEOPLE);
      expect(new Set([...told.first.keys()].map((key) => key.split(' ')[1]))).toEqual(new Set(COMPARED));
      expect(told.kills).toBeGreaterThan(YEAR.days / 5);
    },
    isWhole ? 3_600_000 : 600_000,
  );
});

/** At most a few of each kind, so that a failure can be read. */
function differences(expected: Map<string, string>, shown: Map<string, string>) {
  const lost = [...expected].filter(([key]) => !shown.has(key));
  const invented = [...shown].filter(([key]) => !expected.has(key));
  const moved = [...shown]
    .filter(([key, day]) => expected.has(key) && expected.get(key) !== day)
    .map(([key, day]) => [key, day, expected.get(key)]);
  return [lost, invented, moved].map((list) => list.slice(0, 5));
}

async function plantPlan(planted: readonly Planted[]) {
  const { planId, poolId } = await underPlan(house, [], {
    plan: { everyDays: YEAR.everyDays, startsOn: YEAR.first, channels: ['mail'], state: 'draft' },
  });
  await sql`insert into pool_members (pool_id, talent_id, added_at) select ${poolId}, id, now() from unnest(${planted.map(({ id }) => id)}::uuid[]) w (id)`.execute(
    house.db,
  );
  await sql`update care_plans set state = 'running' where id = ${planId}`.execute(house.db);
  house.clock.now = new Date(`${YEAR.first}T03:30:00Z`);
  await runDailyCare(house.systemCtx());
  const own = planted.map(({ id, life }) => ({ id, every: life.ownEveryDays, paused: life.pausedUntil }));
  await sql`update care_memberships m set every_days = r.every, paused_until = r.paused from jsonb_to_recordset(${JSON.stringify(own)}::jsonb) r (id uuid, every int, paused date)
    where m.talent_id = r.id`.execute(house.db);
  // The day is done again, now that everybody has a rhythm of their own.
  await sql`truncate care_days`.execute(house.db);
}

interface Told {
  first: Map<string, string>;
  twice: string[];
  inSilence: string[];
  kills: number;
}

async function liveThrough(planted: readonly Planted[], owners: Map<Zone, string>): Promise<Told> {
  const told: Told = { first: new Map(), twice: [], inSilence: [], kills: 0 };
  const lives = new Map(planted.map(({ id, life }) => [id, life]));
  const wasThere = new Map<Zone, Set<string>>();
  for (let index = 0; index < YEAR.days; index += 1) {
    const day = plus(YEAR.first, index);
    house.clock.now = new Date(`${day}T04:00:00Z`);
    if (index % 7 === 2 || index % 7 === 5) told.kills += await runUntilKilled(1 + random(70));
    await runDailyCare(house.systemCtx());
    for (const zone of ['Europe/Zurich', 'America/New_York'] as const)
      await readMorning(told, { zone, day, lives, owners, wasThere });
    await happen(planted, day);
    await readMorning(told, { zone: 'Asia/Tokyo', day: plus(day, 1), lives, owners, wasThere });
  }
  return told;
}

interface Morning {
  zone: Zone;
  day: string;
  lives: Map<string, Life>;
  owners: Map<Zone, string>;
  wasThere: Map<Zone, Set<string>>;
}

/** Everything that stands for the colleague of a zone on their day. What was gone and is there again, outside of a silence, came twice. */
async function readMorning(told: Told, { zone, day, lives, owners, wasThere }: Morning) {
  const { rows } = await sql<StandingRow>`
    select s.talent_id, s.kind, s.due_on::text as due, r.facts ->> 'countedFrom' as base, r.facts ->> 'onDate' as on from (${standing(
      { actor: house.systemCtx().actor },
      { memberId: owners.get(zone) ?? '', today: day, order: REMINDER_KINDS, handledIds: [] },
    )}) s join reminders r on r.id = s.id where s.kind = any(${COMPARED}::text[])`.execute(house.db);
  const now = new Set<string>();
  const before = wasThere.get(zone);
  for (const row of rows) {
    const key = keyOf(row);
    now.add(key);
    const isQuiet = (at: string) =>
      lives.get(row.talent_id)?.silences.some(({ from, until }) => at >= from && at <= until);
    if (isQuiet(day)) told.inSilence.push(key);
    if (!told.first.has(key)) told.first.set(key, day);
    else if (!before?.has(key) && !isQuiet(plus(day, -1))) told.twice.push(`${key} on ${day}`);
  }
  wasThere.set(zone, now);
}

interface StandingRow {
  talent_id: string;
  kind: string;
  due: string;
  base: string;
  on: string;
}

/** What makes a reminder one: the contact that a rhythm counts from, the day of a life event, the day that was named. */
const keyOf = ({ talent_id, kind, due, base, on }: StandingRow) =>
  `${talent_id} ${kind} ${{ cadence: base, life_event: on }[kind] ?? due}`;

/** What people do in the afternoon: talk, keep promises, say "not now". */
async function happen(planted: readonly Planted[], day: string) {
  house.clock.now = new Date(`${day}T15:00:00Z`);
  const ctx = house.systemCtx();
  const touched = planted.filter(({ life }) => life.touches.includes(day));
  await updatePeople(
    ctx,
    touched.map(({ id }) => ({
      id,
      source: 'test',
      segments: [],
      tags: [],
      addresses: [],
      stations: [],
      applications: [],
      skills: [],
      notes: [],
      touchpoints: [{ id: newId(), occurredAt: `${day}T15:00:00Z`, channel: 'phone', direction: 'ours' }],
    })),
  );
  const kept = planted.flatMap(({ id, life }) =>
    life.promises.filter(({ keptOn }) => keptOn === day).map(({ due }) => ({ id, due })),
  );
  await sql`update promises p set kept_at = ${ctx.now} from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) r (id uuid, due date) where p.talent_id = r.id and p.due_on = r.due`.execute(
    ctx.db,
  );
  for (const { id, life } of planted)
    if (life.notNow?.saidOn === day)
      await setNotNowOf(house.ctxFor('recruiter'), id, {
        reasonKind: 'project',
        reason: '',
        comeBack: { until: life.notNow.comeBackOn },
      });
}

/** As when the process dies: from this statement on the database answers nothing any more, and what was not committed is gone. */
async function runUntilKilled(statement: number): Promise<number> {
  let left = statement;
  const dying = house.db.withPlugin({
    transformQuery: ({ node }) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const died = await runDailyCare({ ...house.systemCtx(), db: dying }).then(
    () => 0,
    () => 1,
  );
  return died;
}
