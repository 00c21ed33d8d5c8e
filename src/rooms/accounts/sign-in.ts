import { isAPIError } from 'better-auth/api';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { invalid, unauthenticated } from '#ground/errors/app-error.ts';
import type { Accounts } from './accounts.ts';
import { getMember, refuseWeakPassword } from './members.ts';
import { memberIdOf } from './profile.ts';
import type { Counted } from './rate-limit.ts';
import { countTry, forgetTries, PASSWORD_LIMIT, SIGN_IN_LIMITS } from './rate-limit.ts';
import type { Credentials, PasswordChange } from './schema.ts';
import type { Visitor } from './visitor.ts';

export interface SignedIn {
  memberId: string;
  /** `Set-Cookie` lines for the answer. */
  cookies: string[];
}

/**
 * Starts a session with a new token. Unknown address, wrong password and disabled member get the same answer
 * after the same work.
 * @throws AppError accounts.wrong_email_or_password, accounts.too_many_tries
 */
export async function signIn(
  ctx: Ctx,
  accounts: Accounts,
  visitor: Visitor,
  { email, password }: Credentials,
): Promise<SignedIn> {
  const tries = triesOf(email, visitor);
  await countTry(ctx, tries);
  const started = await refusedAsUndefined(
    accounts.auth.api.signInEmail({ body: { email, password }, headers: visitor.headers, returnHeaders: true }),
  );
  const member = await ctx.db.selectFrom('members').select('id').where('email', '=', email).executeTakeFirst();
  if (!started || !member) {
    await record(ctx, {
      action: 'accounts.sign_in_refused',
      subjectKind: 'member',
      subjectIds: member ? [member.id] : [],
    });
    throw unauthenticated('accounts.wrong_email_or_password');
  }
  await record({ ...ctx, actor: { ...ctx.actor, memberId: member.id } }, { action: 'accounts.signed_in' });
  await endSessionBefore(ctx);
  await forgetTries(ctx, tries.slice(0, 2));
  return { memberId: member.id, cookies: started.headers.getSetCookie() };
}

/** Who signs in again in the same browser leaves no second way in behind. */
async function endSessionBefore({ db, actor }: Ctx) {
  if (actor.sessionId) await db.deleteFrom('sessions').where('id', '=', actor.sessionId).execute();
}

function triesOf(email: string, { network }: Visitor): Counted[] {
  const { accountAndNetwork, account, network: ofNetwork, everyone } = SIGN_IN_LIMITS;
  return [
    { limit: accountAndNetwork, of: `${email} ${network}` },
    { limit: account, of: email },
    { limit: ofNetwork, of: network },
    { limit: everyone, of: 'everyone' },
  ];
}

export async function signOut(ctx: Ctx, accounts: Accounts, visitor: Visitor): Promise<string[]> {
  const { headers } = await accounts.auth.api.signOut({ headers: visitor.headers, returnHeaders: true });
  await record(ctx, { action: 'accounts.signed_out' });
  return headers.getSetCookie();
}

/**
 * All sessions end; this browser gets a new one.
 * @throws AppError accounts.wrong_password, accounts.password_too_short, …_too_long, …_too_obvious, accounts.too_many_tries
 */
export async function changePassword(
  ctx: Ctx,
  accounts: Accounts,
  visitor: Visitor,
  change: PasswordChange,
): Promise<string[]> {
  const memberId = memberIdOf(ctx.actor);
  const tries = [{ limit: PASSWORD_LIMIT, of: memberId }];
  await countTry(ctx, tries);
  const { name, email } = await getMember(ctx.db, memberId);
  await refuseWeakPassword(ctx.db, change.newPassword, [name, email]);
  const changed = await refusedAsUndefined(
    accounts.auth.api.changePassword({
      body: { ...change, revokeOtherSessions: true },
      headers: visitor.headers,
      returnHeaders: true,
    }),
  );
  if (!changed) throw invalid('accounts.wrong_password');
  await forgetTries(ctx, tries);
  await record(ctx, { action: 'accounts.password_changed', subjectKind: 'member', subjectIds: [memberId] });
  return changed.headers.getSetCookie();
}

/** better-auth says no by throwing; anything else than a no is a fault and flies on. */
async function refusedAsUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined;
    throw error;
  }
}
