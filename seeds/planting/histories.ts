import type { Actor, Ctx } from '#ground/context.ts';
import type { Company } from '../company.ts';
import type { Act } from './desk.ts';
import type { Team } from './team.ts';

export interface Planting {
  act: Act;
  company: Company;
  team: Team;
  /** Somebody on a day, as a context. */
  ctxOn: (actor: Actor, day: string) => Ctx;
}

export async function plantHistories(_planting: Planting): Promise<void> {}
