export { runDailyCare } from './daily/run.ts';
export { listenForCare } from './events.ts';
export { careJobs } from './jobs.ts';
export { careRoutes } from './routes.ts';
export { provideTodayLines } from './today/lines.ts';
export type { DueLetters } from './sequences/letters.ts';
export { getSequence } from './sequences/sequences.ts';
export { stopSequenceFor, takeDueLetters } from './sequences/letters.ts';
