import type { Ctx } from '#ground/context.ts';
import { changePart } from './parts.ts';

/** @throws AppError talents.not_found, talents.part_not_found */
export const keepPromiseOf = (ctx: Ctx, talentId: string, promiseId: string): Promise<{ actId: string }> =>
  changePart(ctx, talentId, 'promises', { partId: promiseId, values: { kept_at: ctx.now } });
