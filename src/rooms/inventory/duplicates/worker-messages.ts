import type { DuplicateStep, FindOptions, FoundDuplicates } from './find-duplicates.ts';
import type { ComparisonRecord } from './types.ts';

/** Any number of batches, then one order to search. */
export type ToWorker =
  | { kind: 'records'; records: ComparisonRecord[] }
  | { kind: 'search'; options: Omit<FindOptions, 'onProgress'> };

/** Each batch is acknowledged, so that no more of them wait than needed. */
export type FromWorker =
  | { kind: 'taken' }
  | { kind: 'progress'; step: DuplicateStep }
  | { kind: 'found'; found: FoundDuplicates };
