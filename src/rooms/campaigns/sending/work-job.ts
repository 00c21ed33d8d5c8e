import { z } from 'zod';

/** Name and payload of the work, for who asks for it; what it does stands in `jobs.ts`. */
export const workJob = { name: 'campaigns.do_work', payload: z.object({}) };

/** The same for reading the mailboxes. */
export const readMailJob = { name: 'campaigns.read_mailboxes', payload: z.object({}) };
