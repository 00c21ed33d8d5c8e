import type { Actor, Ctx } from '#ground/context.ts';
import { createMember } from '#rooms/accounts/index.ts';
import type { TeamKey } from '../cast.ts';
import { TEAM } from '../cast.ts';

/** Everyone of the team as an actor, to act in their name. */
export type Team = Record<TeamKey, Actor>;

/** All but the privacy officer, who comes last of all: her being there says that the sample was planted whole. */
const EARLY: readonly TeamKey[] = ['mara', 'ivana', 'lukas', 'reto'];

/** @param password Mara's, who signs in; the others have none */
export async function hireTeam(ctx: Ctx, entityId: string, password: string): Promise<Team> {
  const hired: Partial<Team> = {};
  for (const key of EARLY) hired[key] = await hire(ctx, entityId, key, key === 'mara' ? password : undefined);
  return hired as Team;
}

export const hireLast = (ctx: Ctx, entityId: string): Promise<Actor> => hire(ctx, entityId, 'sabine', undefined);

async function hire(ctx: Ctx, entityId: string, key: TeamKey, password: string | undefined): Promise<Actor> {
  const { name, email, role } = TEAM[key];
  const { memberId } = await createMember(ctx, {
    name,
    email,
    role,
    language: 'de',
    entityIds: [entityId],
    ...(password ? { password } : {}),
  });
  return {
    kind: 'member',
    memberId,
    role,
    entityIds: [entityId],
    language: 'de',
    timeZone: 'Europe/Zurich',
    sessionId: null,
  };
}
