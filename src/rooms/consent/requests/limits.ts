import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { tooMany } from '#ground/errors/app-error.ts';

/** Nobody's mailbox is filled with questions, whoever asks and however often. @source NL-6 */
const PER_ADDRESS_A_DAY = 3;
/** A wrong click on a whole list is stopped before it becomes a bulk mail. */
const PER_HOUSE_A_DAY = 500;
const DAY_MS = 86_400_000;

/** @throws AppError consent.too_many_questions, consent.too_many_questions_today */
export async function refuseTooMany({ db, now }: Ctx, addressHash: string): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS);
  const { rows } = await sql<{ address: number; house: number }>`
    select (count(*) filter (where address_hash = ${addressHash}))::int as address, count(*)::int as house
    from consent_requests where created_at > ${since}`.execute(db);
  const [counted] = rows;
  if ((counted?.address ?? 0) >= PER_ADDRESS_A_DAY) throw tooMany('consent.too_many_questions');
  if ((counted?.house ?? 0) >= PER_HOUSE_A_DAY) throw tooMany('consent.too_many_questions_today');
}
