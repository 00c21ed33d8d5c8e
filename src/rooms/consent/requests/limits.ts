import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { tooMany } from '#ground/errors/app-error.ts';

/** Nobody's mailbox is filled with questions, whoever asks and however often. @source NL-6 */
const PER_ADDRESS_A_DAY = 3;
/** A wrong click on a whole list is stopped before it becomes a bulk mail. */
const PER_HOUSE_A_DAY = 500;
const DAY_MS = 86_400_000;

/** @throws AppError consent.too_many_questions, consent.too_many_questions_today */
export async function refuseTooMany(ctx: Ctx, addressHash: string): Promise<void> {
  const { address, house } = await countLately(ctx, addressHash);
  if (address >= PER_ADDRESS_A_DAY) throw tooMany('consent.too_many_questions');
  if (house >= PER_HOUSE_A_DAY) throw tooMany('consent.too_many_questions_today');
}

/** For strangers, who are not told: whether one more mail may go to this address today. */
export async function mayAskAddress(ctx: Ctx, addressHash: string): Promise<boolean> {
  return (await countLately(ctx, addressHash)).address < PER_ADDRESS_A_DAY;
}

/** Questions of the team and sign-ups together, of the last day: to one address, and in all. */
async function countLately({ db, now }: Ctx, addressHash: string): Promise<{ address: number; house: number }> {
  const since = new Date(now.getTime() - DAY_MS);
  const { rows } = await sql<{ address: number; house: number }>`
    select (count(*) filter (where q.address_hash = ${addressHash}))::int as address, (count(*) filter (where not q.is_own))::int as house from (
      select address_hash, kind = 'sign_up' as is_own from consent_requests where created_at > ${since}
      union all select address_hash, true from sign_ups where created_at > ${since}) q`.execute(db);
  return rows[0] ?? { address: 0, house: 0 };
}
