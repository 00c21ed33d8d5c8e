import type { Job } from '#ground/jobs/job.ts';
import { runBulkJob } from './bulk.ts';
import { eraseDueJob } from './erase.ts';

export type { TalentEvent } from './events.ts';
export { comparableAddress } from './address-form.ts';
export { createTalent } from './create.ts';
export { erasePeople } from './erase.ts';
export { provideTalentFilter } from './filter-sql.ts';
export { setEraseDates } from './erase-dates.ts';
export { setFileText } from './files.ts';
export { insertPeople } from './insert-people.ts';
export { mergeTalents } from './merge.ts';
export type { NewAddress, NewApplication, NewPerson, NewStation, PersonUpdate, UpdateResult } from './new-person.ts';
export { talentRoutes } from './routes.ts';
export { reindexTalents } from './search.ts';
export { removePeople, takeBackUpdates } from './take-back.ts';
export { unmergeTalents } from './unmerge.ts';
export { setSegments, updatePeople } from './update-people.ts';

export const talentJobs = [runBulkJob, eraseDueJob] as unknown as Job[];
