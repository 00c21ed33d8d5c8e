import { createHash } from 'node:crypto';
import type { Criterion } from '../schema-matches.ts';
import type { Score } from '../scoring/types.ts';

/** Of the known points, with the floor under them: what speaks for somebody has to be more than half of what is asked. */
const FITS_FROM = 0.6;
/** What somebody can or is; without any of it there is nothing to tell. */
const ABLE: ReadonlySet<Criterion['name']> = new Set(['must', 'nice', 'occupation'] as const);
const TELLS: ReadonlySet<Criterion['name']> = new Set(['must', 'nice', 'occupation', 'languages', 'interest'] as const);

/** Where and when somebody works speaks for nobody by itself. */
export const tells = ({ name }: Pick<Criterion, 'name'>): boolean => TELLS.has(name);

export const mayFit = ({ rankShare }: Pick<Score, 'rankShare'>): boolean => rankShare >= FITS_FROM;

/** Something asked for is shown, and nothing that is needed was denied. */
export function fits(criteria: readonly Criterion[]): boolean {
  const isAble = criteria.some(({ name, wishes }) => ABLE.has(name) && wishes.some(({ state }) => state === 'met'));
  const isDenied = criteria.some(
    ({ name, wishes }) => name === 'must' && wishes.some(({ state }) => state === 'not_met'),
  );
  return isAble && !isDenied;
}

/** What speaks for somebody, as a hash: as long as it is the same, the two are not told again. */
export function fingerprintOf(criteria: readonly Criterion[]): string {
  const speaking = criteria
    .filter(tells)
    .flatMap(({ name, wishes }) =>
      wishes
        .filter(({ state }) => state === 'met' || state === 'partly')
        .map(({ label, state }) => `${name} ${label} ${state}`),
    );
  return createHash('sha256').update(speaking.toSorted().join('\n')).digest('hex');
}
