import type { Ctx } from '#ground/context.ts';
import type { ClassificationRules } from '../classification/rules.ts';
import { classificationRules, DEFAULT_RULES } from '../classification/rules.ts';

interface RulesInForce {
  version: number;
  rules: ClassificationRules;
}

/** The newest version; before anybody changed them, the product's own as version 1. */
export async function getRules({ db }: Pick<Ctx, 'db'>): Promise<RulesInForce> {
  const row = await db
    .selectFrom('classification_rules')
    .select(['version', 'rules'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { version: row.version, rules: { ...classificationRules.parse(row.rules), version: row.version } }
    : { version: 1, rules: DEFAULT_RULES };
}
