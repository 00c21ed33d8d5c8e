import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { classificationRules } from '../classification/rules.ts';
import { classifyAgainJob } from './classify-again.ts';
import { getRules } from './current.ts';

export async function listRuleHistory({ db }: Pick<Ctx, 'db'>) {
  const rows = await db
    .selectFrom('classification_rules as r')
    .leftJoin('members as m', 'm.id', 'r.set_by')
    .select(['r.version', 'r.set_at', 'r.note', 'm.name as set_by'])
    .orderBy('r.version', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ version, set_at, note, set_by }) => ({
    version,
    setAt: set_at.toISOString(),
    setBy: set_by,
    note,
  }));
}

/**
 * A new version; everyone is classified again in the background. Older versions stay, so every reason can be traced.
 * @throws AppError inventory.rules_changed_meanwhile
 */
export async function changeRules(
  ctx: Ctx,
  input: { basedOnVersion: number; rules: unknown; note?: string },
): Promise<number> {
  allow(ctx.actor, 'inventory.manage_rules');
  const rules = classificationRules.parse(input.rules);
  return inTransaction(ctx, async (ctx) => {
    const current = await getRules(ctx);
    if (current.version !== input.basedOnVersion)
      throw conflict('inventory.rules_changed_meanwhile', { version: current.version });
    const version = current.version + 1;
    const inserted = await ctx.db
      .insertInto('classification_rules')
      .values({
        version,
        rules: JSON.stringify({ ...rules, version }),
        set_by: ctx.actor.memberId,
        set_at: ctx.now,
        note: input.note ?? null,
      })
      .onConflict((on) => on.column('version').doNothing())
      .returning('version')
      .executeTakeFirst();
    if (!inserted) throw conflict('inventory.rules_changed_meanwhile', { version });
    await ctx.jobs(ctx, classifyAgainJob, { version });
    return version;
  });
}
