import type { Ctx } from '#ground/context.ts';
import type { Delivery } from '../sending/token.ts';
import { recordBounce } from './record.ts';

/** The server said at once that there is no such mailbox. */
export const blockAddress = (ctx: Ctx, { campaignId, talentId, code }: Delivery & { code: string }): Promise<boolean> =>
  recordBounce(ctx, { campaignId, talentId, kind: 'permanent', code, occurredAt: ctx.now });
