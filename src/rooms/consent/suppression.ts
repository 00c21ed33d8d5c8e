import type { Ctx } from '#ground/context.ts';
import { monthsAfter } from './periods.ts';
import { listSuppressed } from './queries.ts';

export type SuppressedKind = 'email' | 'phone' | 'source_id';
export interface Identifier {
  kind: SuppressedKind;
  /** Normal form: mail in lower case, phone in E.164, source id as `<system>:<id>`. */
  value: string;
}

/** Keyed hash of an identifier; the key is not in the database, so the table alone says nothing (SU-1). */
export const suppressionHash = (ctx: Pick<Ctx, 'keys'>, { kind, value }: Identifier) => ctx.keys.hash('suppression', `${kind}:${value.trim().toLowerCase()}`);

/** Which of these people asked not to be recorded again; every path that creates people asks this (SU-3). */
export async function listNotToRecord(ctx: Ctx, identifiers: Identifier[]): Promise<Set<string>> {
  const byHash = new Map(identifiers.map((one) => [suppressionHash(ctx, one), `${one.kind}:${one.value}`]));
  const found = await listSuppressed(ctx.db, [...byHash.keys()], 'no_record');
  return new Set(found.map((hash) => byHash.get(hash) ?? ''));
}

/** Remembers that these identifiers must not come back. Repeating it changes nothing. */
export async function suppress(ctx: Ctx, identifiers: Identifier[], scope: 'no_mail' | 'no_record', reason: string): Promise<void> {
  if (identifiers.length === 0) return;
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = identifiers.map((one) => ({
    hash: suppressionHash(ctx, one), kind: one.kind, scope, reason, created_at: ctx.now, review_on: monthsAfter(today, 36),
  }));
  await ctx.db.insertInto('suppressions').values(rows).onConflict((on) => on.columns(['hash', 'scope']).doNothing()).execute();
}
