import { z } from 'zod';

/** Name and payload of the work, for who asks for it; what it does stands in `jobs.ts`. */
export const workJob = { name: 'campaigns.do_work', payload: z.object({}) };
