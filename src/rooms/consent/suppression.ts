import type { Ctx } from '#ground/context.ts';
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

/** Remembers that these identifiers must not come back. Repeating it changes nothing. */
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
  await ctx.db
    .insertInto('suppressions')
    .values(rows)
    .onConflict((on) => on.columns(['hash', 'scope']).doNothing())
    .execute();
}
