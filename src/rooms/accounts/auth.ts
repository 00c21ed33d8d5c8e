import { betterAuth } from 'better-auth';
import type { Config } from '#ground/config/config.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Db } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-strength.ts';

/** A session ends after this time, however busy. @source docs/decisions/0005-sign-in.md */
export const SESSION_DAYS = 30;
/** Header by which our own code, never the outside, tells better-auth the client's address. */
export const CLIENT_ADDRESS_HEADER = 'x-wiedersehen-client';

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Its words and ours: which table and column holds what. */
const TABLES = {
  user: {
    modelName: 'members',
    fields: { ...timestamps, emailVerified: 'email_verified' },
    // Named only because its check of the tables wants to know every required column.
    additionalFields: { role: { type: 'string', required: true, input: false } },
  },
  session: {
    modelName: 'sessions',
    fields: {
      ...timestamps,
      userId: 'member_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
  },
  account: {
    modelName: 'credentials',
    accountLinking: { enabled: false },
    fields: {
      ...timestamps,
      userId: 'member_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'verifications', fields: { ...timestamps, expiresAt: 'expires_at' } },
} as const;

/** `__Host-` binds the cookie to exactly this host and to https; browsers refuse the prefix on http. */
export const sessionCookieFor = ({ isHttps }: Pick<Config, 'isHttps'>): string =>
  `${isHttps ? '__Host-' : ''}wiedersehen.session_token`;

export interface AuthParts {
  db: Db;
  config: Config;
  keys: Keys;
}

export const authSecret = (keys: Keys): string => keys.of('sessions').toString('base64');

/**
 * better-auth on our tables. Its own HTTP router is not mounted: routes of ours call `auth.api`, so that
 * every route stands in the contracts. Further ways to sign in are plugins here (docs/decisions/0005-sign-in.md).
 */
export function openAuth({ db, config, keys }: AuthParts) {
  return betterAuth({
    appName: 'Wiedersehen',
    baseURL: config.baseUrl,
    trustedOrigins: [config.baseUrl],
    secret: authSecret(keys),
    telemetry: { enabled: false },
    // Its messages would hold addresses; what matters is in the audit log.
    logger: { disabled: true },
    database: { db, type: 'postgres', transaction: true },
    ...TABLES,
    session: {
      ...TABLES.session,
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => mayStartSession(db, userId) } } },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookieFor(config),
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: config.isHttps },
        },
      },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
  });
}

export type Auth = ReturnType<typeof openAuth>;

/** A disabled member gets the same answer as a wrong password: false stops the sign-in. */
async function mayStartSession(db: Db, memberId: string): Promise<boolean | undefined> {
  const member = await db.selectFrom('members').select('disabled_at').where('id', '=', memberId).executeTakeFirst();
  return member && member.disabled_at === null ? undefined : false;
}
