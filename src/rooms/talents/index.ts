import type { Job } from '#ground/jobs/job.ts';
import { runBulkJob } from './bulk.ts';
import { eraseDueJob } from './erase.ts';

export type { TalentEvent } from './events.ts';
export { comparableAddress } from './address-form.ts';
export { createTalent } from './create.ts';
export { dayFromWords } from './due-words.ts';
export { erasePeople } from './erase.ts';
export { provideTalentFilter } from './filter-sql.ts';
export { listenToConsent } from './listen.ts';
export { setEraseDates } from './erase-dates.ts';
export { setFileText } from './files.ts';
export { handOverPeople } from './hand-over.ts';
export { insertPeople } from './insert-people.ts';
export { keepPromiseOf } from './keep-promise.ts';
export { listTouches } from './line-facts.ts';
export { mergeTalents } from './merge.ts';
export type { NewAddress, NewApplication, NewPerson, NewStation, PersonUpdate, UpdateResult } from './new-person.ts';
export { factsOf, listFacts } from './person-facts.ts';
export { talentRoutes } from './routes.ts';
export { reindexTalents } from './search.ts';
export { removePeople, takeBackUpdates } from './take-back.ts';
export { undoActOf } from './undo.ts';
export { unmergeTalents } from './unmerge.ts';
export { warmthOf } from './warmth.ts';
export { setSegments, updatePeople } from './update-people.ts';

export const talentJobs = [runBulkJob, eraseDueJob] as unknown as Job[];
