import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { forbidden } from '#ground/errors/app-error.ts';
import { may } from '#rooms/accounts/index.ts';
import type { Rule } from '../schema-rule.ts';
import type { Sql } from './clause.ts';
import { contactConditionIn, ruleSql } from './rule.ts';

/**
 * Who fits a resolved rule, about `talents t`: only people whom the reader may see.
 * @throws AppError pools.condition_hidden when the rule would tell contact data to somebody who may not see it
 */
export function segmentSql(rule: Rule, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Sql {
  refuseHidden(rule, actor);
  return sql<boolean>`(t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null and ${ruleSql(rule, { memberId: actor.memberId, now })})`;
}

export function refuseHidden(rule: Rule, actor: Ctx['actor']): void {
  const hidden = may(actor, 'talents.read_contact_data') ? undefined : contactConditionIn(rule);
  if (hidden) throw forbidden('pools.condition_hidden', { condition: hidden });
}
