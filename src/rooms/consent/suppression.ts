import type { Ctx } from '#ground/context.ts';
import { appendToJournal } from './erasure/journal.ts';
import type { Identifier } from './identifier.ts';
import { identifierForm } from './identifier.ts';
import { monthsAfter } from './periods.ts';
import { listSuppressed } from './queries.ts';

/** A suppression is personal data too: after three years somebody asks whether it is still needed. */
const REVIEW_AFTER_MONTHS = 36;

/** Keyed hash of an identifier; the key is not in the database, so the table alone says nothing (SU-1). */
export const suppressionHash = (ctx: Pick<Ctx, 'keys'>, identifier: Identifier) =>
  ctx.keys.hash('suppression', `${identifier.kind}:${identifierForm(identifier)}`);

/**
 * Which of these identifiers belong to people who asked not to be recorded again; every path that creates people asks this (SU-3).
 * @returns `<kind>:<value>` with the value as it was given
 */
export async function listNotToRecord(ctx: Ctx, identifiers: Identifier[]): Promise<Set<string>> {
  const byHash = Map.groupBy(identifiers, (one) => suppressionHash(ctx, one));
  const found = await listSuppressed(ctx.db, [...byHash.keys()], 'no_record');
  return new Set(found.flatMap((hash) => byHash.get(hash) ?? []).map(({ kind, value }) => `${kind}:${value}`));
}

/** The same for hashes that the caller has made already, because it needs them for something else too. */
export const listHashesNotToRecord = async ({ db }: Pick<Ctx, 'db'>, hashes: string[]): Promise<Set<string>> =>
  new Set(await listSuppressed(db, hashes, 'no_record'));

/** Remembers that these identifiers must not come back, also beside the database (SU-7). Repeating it changes nothing. */
export async function suppress(
  ctx: Ctx,
  identifiers: Identifier[],
  scope: 'no_mail' | 'no_record',
  reason: string,
): Promise<void> {
  if (identifiers.length === 0) return;
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = identifiers.map((one) => ({
    hash: suppressionHash(ctx, one),
    kind: one.kind,
    scope,
    reason,
    created_at: ctx.now,
    review_on: monthsAfter(today, REVIEW_AFTER_MONTHS),
  }));
  await appendToJournal(ctx, [
    { suppress: rows.map(({ hash, kind, review_on }) => ({ hash, kind, scope, reason, review_on })) },
  ]);
  await ctx.db
    .insertInto('suppressions')
    .values(rows)
    .onConflict((on) => on.columns(['hash', 'scope']).doNothing())
    .execute();
}

type Scope = 'no_mail' | 'no_record';

/** Only the person's own confirmed yes opens their mailbox again; nobody of the team can (SU-4). */
export const liftNoMail = (ctx: Ctx, identifiers: Identifier[]): Promise<void> => lift(ctx, identifiers, ['no_mail']);

/** Their own confirmed sign-up lifts "never again", too; nothing else does (SU-4). */
export const liftOwn = (ctx: Ctx, identifiers: Identifier[]): Promise<void> =>
  lift(ctx, identifiers, ['no_mail', 'no_record']);

async function lift(ctx: Ctx, identifiers: Identifier[], scopes: readonly Scope[]): Promise<void> {
  if (identifiers.length === 0) return;
  const hashes = identifiers.map((one) => suppressionHash(ctx, one));
  await appendToJournal(ctx, [{ lift: hashes.flatMap((hash) => scopes.map((scope) => ({ hash, scope }))) }]);
  await ctx.db
    .deleteFrom('suppressions')
    .where('hash', 'in', hashes)
    .where('scope', 'in', [...scopes])
    .execute();
}
