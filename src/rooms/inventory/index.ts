import type { Job } from '#ground/jobs/job.ts';
import { cleanUpJob } from './clean-up.ts';
import { checkImportJob } from './imports/check.ts';
import { runImportJob } from './imports/run.ts';
import { undoImportJob } from './imports/undo.ts';
import { readFileTextJob } from './reading/file-text.ts';
import { findDuplicatesJob } from './review/search.ts';
import { classifyAgainJob } from './rules/classify-again.ts';

export { inventoryRoutes } from './routes.ts';
export { listenToTalents } from './events.ts';
export { provideInventoryFilters } from './filters.ts';
export { resumeUnfinished } from './imports/resume.ts';
export { receiveFile, chooseBasis, chooseMapping } from './imports/upload.ts';
export { startChecking, checkImport } from './imports/check.ts';
export { startRunning, runImport } from './imports/run.ts';
export { getImport } from './imports/view.ts';
export { searchEntity } from './review/search.ts';
export const inventoryJobs = [
  checkImportJob,
  runImportJob,
  undoImportJob,
  findDuplicatesJob,
  classifyAgainJob,
  cleanUpJob,
  readFileTextJob,
] as unknown as Job[];
