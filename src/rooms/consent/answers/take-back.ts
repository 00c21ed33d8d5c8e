import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { suppress } from '../suppression.ts';
import { endGrounds, findEraseOn, findPerson, insertAnswers, listIdentifiers, listRecordsOf } from './queries.ts';
import type { Choice, Proof } from './types.ts';
import { isStayPurpose } from './types.ts';

export interface TakenBack {
  /** Erased by the next night, unless another ground carries the person. */
  isErasedNext: boolean;
}

/**
 * The person takes something back, and somebody of the team writes it down.
 * @throws AppError consent.person_not_found
 */
export async function withdrawConsent(
  ctx: Ctx,
  { talentId, choices, proof }: { talentId: string; choices: readonly Choice[]; proof: Proof },
): Promise<TakenBack> {
  allow(ctx.actor, 'consent.write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await findPerson(ctx, talentId))) throw notFound('consent.person_not_found');
    return takeBack(ctx, { talentId, choices, kind: 'withdrawn', proof });
  });
}

interface Taken {
  talentId: string;
  choices: readonly Choice[];
  kind: 'withdrawn' | 'refused';
  proof: Proof;
}

/**
 * Acts at once: grounds end, mail rests, and who has no ground left is erased and does not come back by any import. Nothing ever puts
 * another basis in the place of what was withdrawn (LB-2). In the caller's transaction.
 */
export async function takeBack(ctx: Ctx, { talentId, choices, kind, proof }: Taken): Promise<TakenBack> {
  const records = await listRecordsOf(ctx.db, talentId);
  await insertAnswers(
    ctx,
    choices.map((choice) => ({ talentId, kind, choice, proof })),
  );
  const stays = choices.map(({ purpose }) => purpose).filter(isStayPurpose);
  if (stays.length > 0) await endGrounds(ctx, records, stays);
  if (choices.some(({ channel }) => channel === 'mail')) await suppressMail(ctx, records);
  const isErasedNext = stays.length > 0 && (await settleEraseDate(ctx, talentId, records)) === 'nothing_left';
  await record(ctx, {
    action: `consent.${kind}`,
    subjectKind: 'talent',
    subjectIds: [talentId],
    details: { choices: choices.map(({ purpose, topicId, channel }) => ({ purpose, topicId, channel })) },
  });
  const purposes = [...new Set(choices.map(({ purpose }) => purpose))];
  await ctx.emit(ctx, 'consent.withdrawn', { talentIds: [talentId], purposes });
  return { isErasedNext };
}

async function suppressMail(ctx: Ctx, records: string[]): Promise<void> {
  const mails = (await listIdentifiers(ctx.db, records)).filter(({ kind }) => kind === 'email');
  await suppress(ctx, mails, 'no_mail', 'withdrawn');
}

async function settleEraseDate(ctx: Ctx, talentId: string, records: string[]): Promise<'kept' | 'nothing_left'> {
  const eraseOn = await findEraseOn(ctx.db, talentId);
  const today = ctx.now.toISOString().slice(0, 10);
  await ctx.emit(ctx, 'consent.erase_dates_changed', { dates: new Map([[talentId, eraseOn ?? today]]) });
  if (eraseOn !== null) return 'kept';
  await suppress(ctx, await listIdentifiers(ctx.db, records), 'no_record', 'withdrawn');
  return 'nothing_left';
}
