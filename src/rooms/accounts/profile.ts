import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { unauthenticated } from '#ground/errors/app-error.ts';
import type { Role } from './permissions.ts';
import { permissionsOf } from './permissions.ts';
import type { ProfileChange, SessionAnswer } from './schema.ts';
import { sessionAnswer } from './schema.ts';

/** @throws AppError accounts.sign_in_needed */
export async function getSession({ db, actor }: Pick<Ctx, 'db' | 'actor'>): Promise<SessionAnswer> {
  return sessionOf(db, memberIdOf(actor));
}

/** What the browser needs to know about a member and their house. */
export async function sessionOf(db: Db, memberId: string): Promise<SessionAnswer> {
  const member = await db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role', 'language', 'theme', 'density', 'time_zone as timeZone'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  const company = await db
    .selectFrom('installation')
    .select(['company_name as name', 'country_profile as countryProfile', 'language', 'is_demo as isDemo'])
    .executeTakeFirstOrThrow();
  const entities = await db
    .selectFrom('entities')
    .innerJoin('member_entities', 'member_entities.entity_id', 'entities.id')
    .select(['entities.id', 'entities.name'])
    .where('member_entities.member_id', '=', memberId)
    .orderBy('entities.name')
    .execute();
  // The checks of the columns allow exactly the values of the schema.
  return sessionAnswer.parse({ member, company, entities, permissions: permissionsOf(member.role as Role) });
}

export async function changeProfile(ctx: Ctx, { timeZone, ...rest }: ProfileChange): Promise<SessionAnswer> {
  const memberId = memberIdOf(ctx.actor);
  const changed = { ...rest, ...(timeZone === undefined ? {} : { time_zone: timeZone }) };
  await ctx.db
    .updateTable('members')
    .set({ ...changed, updated_at: ctx.now })
    .where('id', '=', memberId)
    .execute();
  return sessionOf(ctx.db, memberId);
}

/** @throws AppError accounts.sign_in_needed */
export function memberIdOf({ memberId }: Ctx['actor']): string {
  if (memberId === null) throw unauthenticated('accounts.sign_in_needed');
  return memberId;
}
