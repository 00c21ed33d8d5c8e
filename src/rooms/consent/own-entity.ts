import type { Ctx } from '#ground/context.ts';
import { invalid } from '#ground/errors/app-error.ts';

/** The legal entity that settings are made for. @throws AppError consent.entity_missing */
export function ownEntity({ actor }: Pick<Ctx, 'actor'>): string {
  const [entityId] = actor.entityIds;
  if (!entityId) throw invalid('consent.entity_missing');
  return entityId;
}
