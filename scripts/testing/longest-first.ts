import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** They take longer than others of their size. */
const LONG = [
  'import-kill',
  'care-year',
  'campaign-kill',
  'demo.db',
  'taxonomy',
  'quarterly-letter',
  'letters-by-hand',
  'take-stock',
];

/** Begins with the longest, so that at the end no core waits for one of them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONG.findIndex((name) => moduleId.includes(name));
  return found === -1 ? LONG.length : found;
}
