import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { hashPassword } from './password-hash.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, weaknessOf } from './password-strength.ts';
import type { Role } from './permissions.ts';
import { allow } from './permissions.ts';
import type { MemberLanguage } from './types.ts';

export interface MemberInput {
  name: string;
  email: string;
  role: Role;
  language?: MemberLanguage;
  timeZone?: string;
  entityIds: string[];
  /** Without one the member can sign in only after accepting an invitation. */
  password?: string;
}

/** @throws AppError accounts.email_taken, accounts.password_too_short, …_too_long, …_too_obvious */
export async function createMember(ctx: Ctx, input: MemberInput): Promise<{ memberId: string }> {
  allow(ctx.actor, 'accounts.manage_team');
  const { name, email, role, language = 'de', timeZone = 'Europe/Zurich', entityIds, password } = input;
  const hash = password === undefined ? undefined : await hashGoodPassword(ctx.db, password, [name, email]);
  const memberId = newId();
  await inTransaction(ctx, async ({ db, now }) => {
    const values = {
      id: memberId,
      name,
      email: email.trim().toLowerCase(),
      role,
      language,
      time_zone: timeZone,
      created_at: now,
      updated_at: now,
    };
    const made = await db
      .insertInto('members')
      .values(values)
      .onConflict((on) => on.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw conflict('accounts.email_taken');
    if (entityIds.length > 0)
      await db
        .insertInto('member_entities')
        .values(entityIds.map((entityId) => ({ member_id: memberId, entity_id: entityId })))
        .execute();
    if (hash !== undefined) await setPasswordHash(db, memberId, hash, now);
  });
  return { memberId };
}

/** @param known what a stranger may know of the member; the company's name is added */
export async function hashGoodPassword(db: Db, password: string, known: readonly string[]): Promise<string> {
  await refuseWeakPassword(db, password, known);
  return hashPassword(password);
}

export async function refuseWeakPassword(db: Db, password: string, known: readonly string[]): Promise<void> {
  const company = await db.selectFrom('installation').select('company_name').executeTakeFirst();
  const weakness = weaknessOf(password, [...known, company?.company_name ?? '']);
  if (weakness)
    throw invalid(`accounts.password_${weakness}`, { shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD });
}

export async function setPasswordHash(db: Db, memberId: string, hash: string, now: Date): Promise<void> {
  await db
    .insertInto('credentials')
    .values({
      id: newId(),
      member_id: memberId,
      provider_id: 'credential',
      account_id: memberId,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((on) => on.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }))
    .execute();
}

export async function endSessionsOf(db: Db, memberId: string): Promise<void> {
  await db.deleteFrom('sessions').where('member_id', '=', memberId).execute();
}

/** @throws AppError accounts.member_missing */
export async function getMember(db: Db, memberId: string) {
  const member = await db
    .selectFrom('members')
    .select(['id', 'name', 'email', 'role', 'disabled_at as disabledAt'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (!member) throw notFound('accounts.member_missing');
  return member;
}

/**
 * Somebody who can sign in must be able to manage the team. To be called in the transaction of the change:
 * it locks all administrators, so that two cannot remove each other at the same time.
 * @throws AppError accounts.last_administrator
 */
export async function refuseLastAdministrator(db: Db, leavingId: string): Promise<void> {
  await sql`select id from members where role = 'administrator' order by id for update`.execute(db);
  const other = await db
    .selectFrom('members')
    .innerJoin('credentials', 'credentials.member_id', 'members.id')
    .select('members.id')
    .where('members.role', '=', 'administrator')
    .where('members.disabled_at', 'is', null)
    .where('members.id', '!=', leavingId)
    .executeTakeFirst();
  if (!other) throw conflict('accounts.last_administrator');
}
