import { z } from 'zod';

/** Name and payload, for who asks for it; what it does stands in `jobs.ts`. */
export const sendPersonalJob = {
  name: 'campaigns.send_personal_letter',
  payload: z.object({ campaignId: z.uuid() }),
};
