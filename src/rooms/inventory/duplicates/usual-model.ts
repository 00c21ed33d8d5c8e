import { USUAL_CHANCE } from './chance.ts';
import { untrained } from './train.ts';
import type { LinkageModel } from './types.ts';

/**
 * A model from experience alone, for single look-ups before anything was learned: no value is known to be common.
 * @param recordCount number of people the look-up runs against; it sets the prior
 */
export function usualModel(recordCount: number): LinkageModel {
  return { version: 1, recordCount, ...untrained(recordCount, USUAL_CHANCE), frequent: [], known: {} };
}
