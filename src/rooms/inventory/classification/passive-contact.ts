import type { Classification, ImportedPerson } from '../types.ts';
import { readChoice } from '../values/parse-choice.ts';
import type { PassiveContactRule } from './rules.ts';

type Way = PassiveContactRule['ways'][number];

/** The reason why a person is a passive contact by this rule; whoever applied or worked here is known better. */
export function passiveReason(person: ImportedPerson, rule: PassiveContactRule): Classification['reason'] | undefined {
  if (person.application) return undefined;
  const way = rule.ways.find((way) => cameBy(person, way));
  return way ? reasonOf(person, way) : undefined;
}

export function cameBy({ contact }: ImportedPerson, way: Way): boolean {
  if (!contact) return false;
  if (way === 'connected') return contact.connectedOn !== undefined;
  if (way === 'referral' && contact.referredBy !== undefined) return true;
  return sourceKind(contact.source) === way;
}

/** `referral`, `network`, `social` or `sign_up` for a source in words, e.g. "Jobmesse Zürich". */
export function sourceKind(source: string | undefined): string | undefined {
  const reading = readChoice(source ?? '', 'source_kind');
  return reading.kind === 'choice' ? reading.value : undefined;
}

function reasonOf({ contact }: ImportedPerson, way: Way): Classification['reason'] {
  const { source, connectedOn } = contact ?? {};
  if (way === 'referral') return { code: 'classification.passive_referral', params: {} };
  if (connectedOn && source)
    return { code: 'classification.passive_connected_source', params: { on: connectedOn, source } };
  if (connectedOn) return { code: 'classification.passive_connected', params: { on: connectedOn } };
  return {
    code: way === 'social' ? 'classification.passive_social' : 'classification.passive_network',
    params: { source: source ?? '' },
  };
}
