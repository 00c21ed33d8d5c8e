import type { z } from 'zod';
import type { Ctx } from '../context.ts';

/** Background work: it carries ids, never data; it may run twice and must end the same. */
export interface Job<P extends z.ZodType = z.ZodType> {
  /** `<room>.<verb_noun>` */
  name: string;
  payload: P;
  /** Two jobs of one name with the same key do not run at the same time. */
  key: (payload: z.output<P>) => string;
  run: (ctx: Ctx, payload: z.output<P>) => Promise<void>;
  /** Tries after the first; default 3. */
  retries?: number;
  /** Seconds until a silent worker counts as dead; default 15 minutes. */
  expireInSeconds?: number;
  /** Cron expression; the job then runs by the clock with an empty payload. */
  schedule?: { cron: string; timeZone: string };
}

export const defineJob = <P extends z.ZodType>(job: Job<P>): Job<P> => job;
