import { sql } from 'kysely';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Db } from '#ground/database/database.ts';
import { tooMany } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';

/** At most `most` tries within `seconds`, counted in the database so that all processes share the count. */
export interface Limit {
  /** What is limited; part of the key. */
  name: string;
  most: number;
  seconds: number;
}

/**
 * Sign-in: an account is slowed down before a list of passwords is through, a network before a list of addresses is.
 * The account's own limit is wider than that of one network, so that a stranger elsewhere can hardly lock a member out.
 * @source docs/decisions/0005-sign-in.md
 */
export const SIGN_IN_LIMITS = {
  accountAndNetwork: { name: 'sign-in-account-network', most: 10, seconds: 900 },
  account: { name: 'sign-in-account', most: 50, seconds: 900 },
  network: { name: 'sign-in-network', most: 60, seconds: 900 },
  everyone: { name: 'sign-in-everyone', most: 600, seconds: 60 },
} as const satisfies Record<string, Limit>;

export const PASSWORD_LIMIT: Limit = { name: 'password', most: 10, seconds: 900 };
export const SETUP_LIMIT: Limit = { name: 'setup', most: 10, seconds: 900 };
export const INVITATION_LIMIT: Limit = { name: 'invitation', most: 30, seconds: 900 };

export interface Counted {
  limit: Limit;
  /** Whose tries: an address or id; kept only as a keyed hash. */
  of: string;
}

interface Limiter {
  db: Db;
  keys: Keys;
  now: Date;
}

/**
 * Counts one try and refuses it when there were too many. Outside any transaction: a refused try counts as well.
 * @throws AppError accounts.too_many_tries with the minutes to wait
 */
export async function countTry({ db, keys, now }: Limiter, tries: readonly Counted[]): Promise<void> {
  const at = now.getTime();
  for (const { limit, of } of tries) {
    // An id of its own: two first tries at once must meet at the key, where the conflict is resolved, and nowhere else.
    const key = keyFor(keys, { limit, of });
    const since = at - limit.seconds * 1000;
    const { rows } = await sql<{ count: number; last_request: number }>`
      insert into rate_limits as r (id, key, count, last_request) values (${newId()}, ${key}, 1, ${at})
      on conflict (key) do update set
        count = case when r.last_request <= ${since} then 1 else r.count + 1 end,
        last_request = case when r.last_request <= ${since} then ${at} else r.last_request end
      returning count, last_request
    `.execute(db);
    const [row] = rows;
    if (row && row.count > limit.most) {
      const minutes = Math.max(1, Math.ceil((row.last_request + limit.seconds * 1000 - at) / 60_000));
      throw tooMany('accounts.too_many_tries', { minutes });
    }
  }
}

/** After success the count begins anew; windows that ended long ago are cleared away along the way. */
export async function forgetTries({ db, keys, now }: Limiter, tries: readonly Counted[]): Promise<void> {
  const done = tries.map((one) => keyFor(keys, one));
  const longAgo = now.getTime() - 86_400_000;
  await db
    .deleteFrom('rate_limits')
    .where((is) => is.or([is('key', 'in', [...done, '']), is('last_request', '<', longAgo)]))
    .execute();
}

const keyFor = (keys: Keys, { limit, of }: Counted) =>
  `${limit.name}:${keys.hash('sessions', `${limit.name}:${of}`).slice(0, 32)}`;
