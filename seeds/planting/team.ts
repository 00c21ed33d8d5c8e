import type { Actor, Ctx } from '#ground/context.ts';
import { createMember } from '#rooms/accounts/index.ts';
import type { Colleague, TeamKey } from '../cast.ts';
import { TEAM } from '../cast.ts';

/** Everyone who acts, to act in their name. */
export type Team = Record<Colleague, Actor>;

/** @param password Mara's, who signs in; the others have none */
export async function hireTeam(ctx: Ctx, entityId: string, password: string): Promise<Team> {
  return {
    mara: await hire(ctx, entityId, 'mara', password),
    ivana: await hire(ctx, entityId, 'ivana', undefined),
    lukas: await hire(ctx, entityId, 'lukas', undefined),
    reto: await hire(ctx, entityId, 'reto', undefined),
  };
}

/** The privacy officer comes when everything is there: that she is here says that the sample was planted whole. */
export const hireLast = (ctx: Ctx, entityId: string): Promise<Actor> => hire(ctx, entityId, 'sabine', undefined);

async function hire(ctx: Ctx, entityId: string, key: TeamKey, password: string | undefined): Promise<Actor> {
  const { name, email, role } = TEAM[key];
  const { memberId } = await createMember(ctx, {
    name,
    email,
    role,
    language: 'de-CH',
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
