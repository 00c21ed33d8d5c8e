import { z } from 'zod';
import { defineJob } from '../jobs/job.ts';
import { exportHead, headsFileFor } from './heads.ts';
import { sealAudit } from './seal.ts';

/** Seals what is finished and, once a day, writes the end of the chain outside the database. */
export const sealAuditJob = defineJob({
  name: 'audit.seal_entries',
  payload: z.object({}),
  key: () => 'one',
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
  run: async ({ db, keys, filesDir, now }) => {
    await sealAudit(db, keys);
    await exportHead(db, headsFileFor(filesDir), now);
  },
});
