import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { gone } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import type { Accounts } from './accounts.ts';
import { mailInvitation } from './invitation-mail.ts';
import { endSessionsOf, getMember, hashGoodPassword, setPasswordHash } from './members.ts';
import { allow } from './permissions.ts';
import { countTry, INVITATION_LIMIT } from './rate-limit.ts';
import type { InvitationAcceptance, InvitationLink, InvitationView } from './schema.ts';
import { invitationView } from './schema.ts';
import type { Visitor } from './visitor.ts';

const VALID_DAYS = 7;
const TOKEN_BYTES = 32;
const KIND = 'invitation:';

/**
 * A new link to set a password; links made before end. The token stands behind `#`: it reaches no server, log or Referer.
 * Where mails can be sent, it goes to the member; the answer holds it in any case, for a mail that does not arrive.
 * @throws AppError accounts.member_missing
 */
export async function makeInvitation(
  ctx: Ctx,
  { config, keys }: Pick<Accounts, 'config' | 'keys'>,
  memberId: string,
): Promise<InvitationLink> {
  allow(ctx.actor, 'accounts.manage_team');
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * 86_400_000);
  const link = `${config.baseUrl}/invitation#${token}`;
  const delivery = await inTransaction(ctx, async (inside) => {
    await getMember(inside.db, memberId);
    await endInvitationsOf(inside.db, memberId);
    await inside.db
      .insertInto('verifications')
      .values({
        id: newId(),
        identifier: identifierFor(keys, token),
        value: memberId,
        expires_at: expiresAt,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await record(inside, { action: 'accounts.invitation_made', subjectKind: 'member', subjectIds: [memberId] });
    return mailInvitation(inside, { memberId, link, expiresAt });
  });
  return { memberId, link, delivery, expiresAt: expiresAt.toISOString() };
}

/** @throws AppError accounts.invitation_over when used, replaced, too old, unknown, or the member is disabled */
export async function lookUpInvitation(ctx: Ctx, keys: Keys, visitor: Visitor, token: string): Promise<InvitationView> {
  await countTry(ctx, [{ limit: INVITATION_LIMIT, of: visitor.network }]);
  const found = await ctx.db
    .selectFrom('verifications')
    .innerJoin('members', (on) => on.on(sql<boolean>`members.id::text = verifications.value`))
    .innerJoin('installation', (on) => on.onTrue())
    .select(['members.name', 'members.email', 'members.language', 'company_name as companyName'])
    .where('identifier', '=', identifierFor(keys, token))
    .where('expires_at', '>', ctx.now)
    .where('members.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw gone('accounts.invitation_over');
  return invitationView.parse(found);
}

/**
 * Sets the password and ends all sessions of the member; the link works once, also for two at the same time.
 * @returns the address to sign in with
 * @throws AppError accounts.invitation_over, accounts.password_…, accounts.too_many_tries
 */
export async function acceptInvitation(
  ctx: Ctx,
  keys: Keys,
  visitor: Visitor,
  { token, password }: InvitationAcceptance,
): Promise<{ email: string }> {
  const { name, email } = await lookUpInvitation(ctx, keys, visitor, token);
  const hash = await hashGoodPassword(ctx.db, password, [name, email]);
  await inTransaction(ctx, async (inside) => {
    const used = await inside.db
      .deleteFrom('verifications')
      .where('identifier', '=', identifierFor(keys, token))
      .where('expires_at', '>', ctx.now)
      .returning('value as memberId')
      .executeTakeFirst();
    if (!used) throw gone('accounts.invitation_over');
    const { memberId } = used;
    await setPasswordHash(inside.db, memberId, hash, ctx.now);
    await endSessionsOf(inside.db, memberId);
    await record(
      { ...inside, actor: { ...inside.actor, memberId } },
      { action: 'accounts.invitation_accepted', subjectKind: 'member', subjectIds: [memberId] },
    );
  });
  return { email };
}

export async function endInvitationsOf(db: Db, memberId: string): Promise<void> {
  await db.deleteFrom('verifications').where('value', '=', memberId).where('identifier', 'like', `${KIND}%`).execute();
  await forgetMailsAbout({ db }, [memberId]);
}

const identifierFor = (keys: Keys, token: string) => `${KIND}${keys.hash('sessions', `invitation ${token}`)}`;
