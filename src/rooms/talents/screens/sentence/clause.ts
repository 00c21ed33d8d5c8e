import type { Condition } from '../../schema-filter.ts';
import { ANSWER_KINDS } from './sentence-model.ts';

/** Which sentence of the message file says a condition. "Not yes" is the same as "no". */
export function clauseKeyOf({ field, value, not }: Condition): string {
  if (ANSWER_KINDS[field] === 'yes_no')
    return `condition.${field}.${(value === 'yes') === (not === true) ? 'no' : 'yes'}`;
  return `condition.${field}.${not === true ? 'not' : 'is'}`;
}

/** Splits "deren letzter Kontakt [länger als 90 Tage] her ist" at its brackets: before, term, after. */
export function partsOf(clause: string): { before: string; term: string; after: string } {
  const [before = '', rest] = clause.split('[', 2);
  if (rest === undefined) return { before: '', term: clause, after: '' };
  const [term = '', after = ''] = rest.split(']', 2);
  return { before, term, after };
}
