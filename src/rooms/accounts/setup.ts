import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { conflict, forbidden } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import type { Accounts } from './accounts.ts';
import { systemActor } from './accounts.ts';
import { createMember } from './members.ts';
import { countTry, SETUP_LIMIT } from './rate-limit.ts';
import type { NewHouse } from './schema.ts';
import type { CountryProfile, MemberLanguage } from './types.ts';
import type { Visitor } from './visitor.ts';

export async function isSetupNeeded(db: Db): Promise<boolean> {
  return (await db.selectFrom('members').select('id').limit(1).executeTakeFirst()) === undefined;
}

export interface Installation {
  companyName: string;
  countryProfile: CountryProfile;
  language: MemberLanguage;
  /** The sample company. */
  isDemo?: boolean;
}

/**
 * Writes down the company and its first legal entity; lower rooms add their own by 'accounts.installed'.
 * @throws AppError accounts.already_set_up
 */
export function install(
  ctx: Ctx,
  { companyName, countryProfile, language, isDemo = false }: Installation,
): Promise<{ entityId: string }> {
  const entityId = newId();
  return inTransaction(ctx, async (inside) => {
    const made = await inside.db
      .insertInto('installation')
      .values({
        company_name: companyName,
        country_profile: countryProfile,
        language,
        is_demo: isDemo,
        created_at: ctx.now,
      })
      .onConflict((on) => on.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw conflict('accounts.already_set_up');
    await inside.db
      .insertInto('entities')
      .values({ id: entityId, name: companyName, country_profile: countryProfile, created_at: ctx.now })
      .execute();
    const asHouse = { ...inside, actor: systemActor([entityId]) };
    await inside.emit(asHouse, 'accounts.installed', { entityId, countryProfile });
    return { entityId };
  });
}

/**
 * The first start: only while nobody is a member. Of two at once the second waits and is refused.
 * @throws AppError accounts.already_set_up, accounts.setup_code_wrong, accounts.password_…, accounts.too_many_tries
 */
export async function setUpHouse(ctx: Ctx, keys: Keys, visitor: Visitor, input: NewHouse): Promise<void> {
  if (!(await isSetupNeeded(ctx.db))) throw conflict('accounts.already_set_up');
  await countTry(ctx, [{ limit: SETUP_LIMIT, of: visitor.network }]);
  if (!visitor.isLocal && !isSetupCode(keys, input.setupCode ?? '')) throw forbidden('accounts.setup_code_wrong');
  await inTransaction(ctx, async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtext('accounts.setup'))`.execute(inside.db);
    if (!(await isSetupNeeded(inside.db))) throw conflict('accounts.already_set_up');
    const { entityId } = await install(inside, input);
    const asHouse = { ...inside, actor: systemActor([entityId]) };
    const { memberId } = await createMember(asHouse, { ...input, role: 'administrator', entityIds: [entityId] });
    await record(
      { ...asHouse, actor: { ...asHouse.actor, memberId } },
      { action: 'accounts.installed', subjectKind: 'member', subjectIds: [memberId] },
    );
  });
}

/** Letters and digits that are not mistaken for one another. */
const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/** Proof that somebody can read this server's log: `ABCD-EFGH-JKMN`, about 59 bits, the same until the secret changes. */
export function setupCodeFor(keys: Keys): string {
  const bytes = Buffer.from(keys.hash('setup-code', 'first start'), 'hex');
  const signs = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}

function isSetupCode(keys: Keys, given: string): boolean {
  const plain = (code: string) => code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  // Hashes have one length, so the comparison tells nothing.
  const hash = (code: string) => Buffer.from(keys.hash('setup-code', `compare ${plain(code)}`), 'hex');
  return timingSafeEqual(hash(given), hash(setupCodeFor(keys)));
}

/** For the operator: shown when somebody from elsewhere opens the first page, at most once a minute. */
export function tellSetupCode({ keys, log }: Pick<Accounts, 'keys' | 'log'>, now: Date): void {
  if (now.getTime() - toldAtMs < 60_000) return;
  toldAtMs = now.getTime();
  log.warn(
    { code: 'accounts.setup_code', setupCode: setupCodeFor(keys) },
    'The first start from another machine needs this set-up code.',
  );
}
let toldAtMs = 0;
