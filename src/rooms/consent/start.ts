import type { Ctx } from '#ground/context.ts';
import { replayJournal } from './erasure/replay.ts';
import { settleInstance } from './instance.ts';

/** Before the first request and the first job: promises of erasing are kept, and a copy is recognised. */
export async function keepPromisesBeforeServing(ctx: Ctx): Promise<void> {
  await replayJournal(ctx);
  await settleInstance(ctx);
}
