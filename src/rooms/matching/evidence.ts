import type { Actor } from '#ground/context.ts';
import { may } from '#rooms/accounts/index.ts';
import type { Criterion, Evidence, IgnoredPart } from './schema-matches.ts';

/** Who may not read notes and talks does not read them as a quote either (AZ-2). */
const PRIVATE: ReadonlySet<Evidence['source']> = new Set(['note', 'file', 'touchpoint', 'wishes'] as const);

export const isPrivate = ({ source }: Pick<Evidence, 'source'>): boolean => PRIVATE.has(source);

/** The same points for every reader; of quotes that they may not read only where they stand. */
export function readableBy(actor: Pick<Actor, 'kind' | 'role'>, criteria: Criterion[]): Criterion[] {
  if (may(actor, 'talents.read_notes')) return criteria;
  return criteria.map((criterion) => ({
    ...criterion,
    wishes: criterion.wishes.map((wish) => ({
      ...wish,
      evidence: wish.evidence.map(withoutQuote),
    })),
  }));
}

const withoutQuote = <E extends Evidence>(one: E): E =>
  isPrivate(one) ? { ...one, sentence: '', spanFrom: 0, spanTo: 0 } : one;

/** Of parts that did not count likewise: a reader without the right learns that there is one, and where. */
export const ignoredFor = (actor: Pick<Actor, 'kind' | 'role'>, parts: IgnoredPart[]): IgnoredPart[] =>
  may(actor, 'talents.read_notes') ? parts : parts.map(withoutQuote);
