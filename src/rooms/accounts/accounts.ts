import { parseSigned } from 'hono/utils/cookie';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '#ground/config/config.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Actor } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import type { Auth } from './auth.ts';
import { authSecret, openAuth, sessionCookieFor } from './auth.ts';
import type { TrustsProxy } from './client-address.ts';
import { proxyTrust } from './client-address.ts';

const IDLE_HOURS = 12;
/** The time of last use is written at most this often. */
const TOUCH_EVERY_MS = 5 * 60_000;

export interface Accounts {
  /** Who sends this request; undefined without a living session of a member who is not disabled. */
  authenticate: (headers: Headers, now: Date) => Promise<Actor | undefined>;
  auth: Auth;
  config: Config;
  keys: Keys;
  log: Logger;
  trustsProxy: TrustsProxy;
}

export interface AccountsParts {
  db: Db;
  config: Config;
  keys: Keys;
  log: Logger;
}

export function openAccounts({ db, config, keys, log }: AccountsParts): Accounts {
  const cookie = { name: sessionCookieFor(config), secret: authSecret(keys) };
  return {
    authenticate: async (headers, now) => {
      const token = await readToken(headers, cookie);
      return token === undefined ? undefined : findActor(db, token, now);
    },
    auth: openAuth({ db, config, keys }),
    config,
    keys,
    log,
    trustsProxy: proxyTrust(config.trustedProxies),
  };
}

/** The program itself: jobs and the command line. Give the entities whose people it works on. */
export const systemActor = (entityIds: string[]): Actor => ({
  kind: 'system',
  memberId: null,
  role: 'system',
  entityIds,
  language: 'de',
  timeZone: 'UTC',
  sessionId: null,
});

/** The token alone is worth nothing: its signature is made with a key that is not in the database. */
async function readToken(
  headers: Headers,
  { name, secret }: { name: string; secret: string },
): Promise<string | undefined> {
  const cookies = await parseSigned(headers.get('cookie') ?? '', secret, name);
  return cookies[name] || undefined;
}

/** Asked anew for every request, so that an ended session or a disabled member is out at once. */
async function findActor(db: Db, token: string, now: Date): Promise<Actor | undefined> {
  const usedSince = new Date(now.getTime() - IDLE_HOURS * 3_600_000);
  const row = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .select([
      'sessions.id as sessionId',
      'sessions.updated_at as usedAt',
      'members.id as memberId',
      'members.role',
      'members.language',
      'members.time_zone as timeZone',
    ])
    .select(
      sql<string[]>`array(select entity_id from member_entities where member_id = members.id order by entity_id)`.as(
        'entityIds',
      ),
    )
    .where('sessions.token', '=', token)
    .where('sessions.expires_at', '>', now)
    .where('sessions.updated_at', '>', usedSince)
    .where('members.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { usedAt, language, ...rest } = row;
  if (now.getTime() - usedAt.getTime() > TOUCH_EVERY_MS) {
    await db.updateTable('sessions').set({ updated_at: now }).where('id', '=', row.sessionId).execute();
  }
  return { kind: 'member', ...rest, language: language === 'en' ? 'en' : 'de' };
}
