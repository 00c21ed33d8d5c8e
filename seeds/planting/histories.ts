import { sql } from 'kysely';
import type { Actor, Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { updatePeople } from '#rooms/talents/index.ts';
import { CAST } from '../cast.ts';
import type { Company } from '../company.ts';
import type { History } from '../histories/history.ts';
import { historiesOf } from '../histories/history.ts';
import { historyOfCast } from '../histories/of-cast.ts';
import { relationsOf } from '../histories/relations.ts';
import { randomFrom } from '../random.ts';
import { carePlanted } from './care.ts';
import type { Act } from './desk.ts';
import type { Team } from './team.ts';
import { updateFor } from './updates.ts';

export interface Planting {
  act: Act;
  company: Company;
  team: Team;
  /** Somebody on a day, as a context. */
  ctxOn: (actor: Actor, day: string) => Ctx;
}

/** A history with the talent it belongs to. */
export type OfTalent = History & { talentId: string };

const SEED = 47;
const PEOPLE_AT_ONCE = 500;

/** What happened with the people who came in: contacts, skills, owners, next steps, promises. All or nothing. */
export async function plantHistories(planting: Planting): Promise<void> {
  const { company, team, ctxOn } = planting;
  const histories = [...CAST.map(historyOfCast), ...historiesOf(randomFrom(SEED), relationsOf(company), company.today)];
  await inTransaction(ctxOn(team.mara, company.today), async (ctx) => {
    const inside: Planting = { ...planting, ctxOn: (actor, day) => ({ ...ctxOn(actor, day), db: ctx.db }) };
    const known = await withTalents(ctx, histories);
    for (let start = 0; start < known.length; start += PEOPLE_AT_ONCE) {
      const some = known.slice(start, start + PEOPLE_AT_ONCE);
      await updatePeople(
        ctx,
        some.map((history) => updateFor(history, { team, today: company.today })),
      );
    }
    await carePlanted(inside, known);
  });
}

/** People of the files who wait in the holding area, or said no, have no talent and no history. */
async function withTalents({ db }: Ctx, histories: readonly History[]): Promise<OfTalent[]> {
  const addresses = histories.map(({ address }) => address);
  const { rows } = await sql<{ value: string; talent_id: string }>`
    select value, talent_id from talent_addresses where value = any(${addresses}::text[])`.execute(db);
  const talentOf = new Map(rows.map(({ value, talent_id }) => [value, talent_id]));
  return histories.flatMap((history) => {
    const talentId = talentOf.get(history.address);
    return talentId ? [{ ...history, talentId }] : [];
  });
}
