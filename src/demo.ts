import { hireLast, hireTeam } from '#seeds/planting/team.ts';
import { recordBases } from '#seeds/planting/grounds.ts';
import { deskFor } from '#seeds/planting/desk.ts';
import { takeOver } from '#seeds/planting/take-over.ts';
import { beginTheDay, plantCare } from '#seeds/planting/care-plans.ts';
import { plantDemands } from '#seeds/planting/demands.ts';
import { plantPhase } from '#seeds/planting/phase.ts';
import { plantHistories } from '#seeds/planting/histories.ts';
import { plantLettersAtWork, plantSentLetter, SENT_DAYS_AGO } from '#seeds/planting/letters.ts';
import { plantPermission } from '#seeds/planting/permission.ts';
import { plantPools } from '#seeds/planting/pools.ts';
import { dayFrom, noonOf } from '#seeds/calendar.ts';
import { COMPANY, TEAM } from '#seeds/cast.ts';
import { companyOn } from '#seeds/company.ts';
import type { Actor, Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { install, systemActor } from '#rooms/accounts/index.ts';
import { searchEntity } from '#rooms/inventory/index.ts';
import type { House } from './house.ts';

/** With these one signs in to the sample company. */
export const DEMO_EMAIL = TEAM.mara.email;
export const DEMO_PASSWORD = 'Kaffee-am-Umrichter-47';

export interface Planted {
  /** Talents, and those who wait for the invitation. */
  people: number;
  company: string;
  email: string;
  password: string;
}

/** Of a house only what planting needs; tests give their own. */
export type PlantedHouse = Pick<House, 'db' | 'ctxFor'> & { parts: Pick<House['parts'], 'routes'> };

/** Everything begins so many days ago: the company, its texts and its team. */
const BEGAN_DAYS_AGO = 100;

/**
 * Plants the sample company into an empty installation; where it stands already, nothing happens.
 * @throws Error with a whole sentence when other data is there, or when planting was interrupted once
 */
export async function plantDemo(house: PlantedHouse): Promise<Planted> {
  if (!(await isPlanted(house.db))) await plant(house);
  return { people: await countPeople(house.db), company: COMPANY, email: DEMO_EMAIL, password: DEMO_PASSWORD };
}

async function isPlanted(db: Db): Promise<boolean> {
  const installation = await db.selectFrom('installation').select('is_demo').executeTakeFirst();
  if (!installation) return false;
  if (!installation.is_demo)
    throw new Error(
      'This installation is set up already, so the sample company is not planted. Name an empty folder with DATA_DIR, or start without --demo.',
    );
  const last = await db.selectFrom('members').select('id').where('email', '=', TEAM.sabine.email).executeTakeFirst();
  if (!last)
    throw new Error(
      'Planting the sample company was interrupted once. Delete the data folder, or name another one with DATA_DIR, and start again.',
    );
  return true;
}

async function plant(house: PlantedHouse): Promise<void> {
  const { now } = house.ctxFor(systemActor([]));
  const today = now.toISOString().slice(0, 10);
  const company = await companyOn(today);
  // On the day itself the clock says now: nothing happens in the future.
  const ctxOn = (actor: Actor, day: string): Ctx => ({
    ...house.ctxFor(actor),
    now: day < today ? noonOf(day) : now,
    jobs: async () => {},
  });
  const began = dayFrom(today, -BEGAN_DAYS_AGO);

  const { entityId } = await install(ctxOn(systemActor([]), began), {
    companyName: COMPANY,
    countryProfile: 'CH',
    language: 'de',
    isDemo: true,
  });
  const system = systemActor([entityId]);
  const team = await hireTeam(ctxOn(system, began), entityId, DEMO_PASSWORD);
  const act = deskFor(house.parts.routes);
  const grounds = await recordBases(act, ctxOn(team.mara, began));
  for (const taken of company.exports) await takeOver(ctxOn(team.mara, taken.takenOverOn), taken, grounds);
  await plantHistories({ act, company, team, ctxOn });
  await plantPhase({ act, company, team, ctxOn });
  await plantPools({ act, company, team, ctxOn });
  await plantPermission({ act, company, team, ctxOn });
  await plantSentLetter({ act, company, team, ctxOn }, ctxOn(system, dayFrom(today, -SENT_DAYS_AGO)));
  await plantCare({ act, company, team, ctxOn });
  await plantLettersAtWork({ act, company, team, ctxOn });
  await plantDemands({ act, company, team, ctxOn });
  await beginTheDay(ctxOn(system, today));
  await searchEntity(ctxOn(system, today), entityId);
  await hireLast(ctxOn(system, today), entityId);
}

async function countPeople(db: Db): Promise<number> {
  const count = (table: 'talents_view' | 'held_people') =>
    db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
  const [talents, held] = [await count('talents_view'), await count('held_people')];
  return talents.count + held.count;
}
