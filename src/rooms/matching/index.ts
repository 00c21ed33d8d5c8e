import type { Job } from '#ground/jobs/job.ts';
import { lookForAlertsJob } from './alerts/look.ts';
import { showDirectoryJob } from './model/directory.ts';

export { dismissMatchAlert, listMatchAlerts } from './alerts/list.ts';
export { importEsco } from './engine/imported-directory.ts';
export { listenForMatching } from './listen.ts';
export { matchingRoutes } from './routes.ts';
export type { MatchAlert } from './schema-alerts.ts';

export const matchingJobs = [lookForAlertsJob, showDirectoryJob] as unknown as Job[];
