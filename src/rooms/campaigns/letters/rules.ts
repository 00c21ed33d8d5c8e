import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { AppError } from '#ground/errors/app-error.ts';
import { resolveRule, segmentSql } from '#rooms/pools/index.ts';
import type { Letter } from '../schema-letter.ts';
import type { SQL } from '../sending/sql.ts';

export interface LetterRules {
  /** Each different rule once. */
  conditions: SQL[];
  /** The place of a block's rule among them. */
  bits: Map<string, number>;
  /** Blocks whose rule cannot be read, with the refusal: nobody sees them. */
  broken: Map<string, AppError>;
}

/** Who sees which block, as conditions about `talents t` that the database answers for all readers at once. */
export async function rulesOf(ctx: Ctx, letter: Pick<Letter, 'blocks'>): Promise<LetterRules> {
  const rules: LetterRules = { conditions: [], bits: new Map(), broken: new Map() };
  const known = new Map<string, number | AppError>();
  for (const { id, rule } of letter.blocks) {
    if (rule === undefined || rule === null) continue;
    const key = JSON.stringify(rule);
    const read = known.get(key) ?? (await readRule(ctx, rule));
    const found = typeof read === 'number' || read instanceof AppError ? read : rules.conditions.push(read) - 1;
    known.set(key, found);
    if (typeof found === 'number') rules.bits.set(id, found);
    else {
      rules.broken.set(id, found);
      rules.bits.set(id, rules.conditions.push(sql<boolean>`false`) - 1);
    }
  }
  return rules;
}

/** A letter is sent by the program: „me“ is nobody in it, whoever looks at the preview. */
async function readRule(ctx: Ctx, rule: unknown): Promise<SQL | AppError> {
  try {
    const actor = { ...ctx.actor, memberId: null };
    return segmentSql(await resolveRule(ctx, rule), { ...ctx, actor });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
