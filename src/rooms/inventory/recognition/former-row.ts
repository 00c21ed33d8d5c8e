import type { ImportedPerson, TargetField } from '../types.ts';
import type { RowDraft } from './row-draft.ts';

/** What `ImportedPerson` may hold beyond the allow-list, with the field it came from. */
const FORBIDDEN: [keyof ImportedPerson, TargetField][] = [
  ['phones', 'phone'], ['links', 'website'], ['street', 'street'], ['postcode', 'postcode'], ['city', 'city'], ['country', 'country'],
  ['employer', 'employer'], ['role', 'role'], ['sinceOn', 'since_on'], ['lastContactOn', 'last_contact_on'],
  ['skills', 'skills'], ['interests', 'interests'], ['tags', 'tags'], ['note', 'note'],
]; // prettier-ignore

/**
 * A row that knows a person only as a former employee keeps what the allow-list has; the rest is named and dropped.
 * Rows with an application or a contact of their own came by another way and keep theirs.
 * @source docs/trust.md LB-7
 */
export function withoutForbiddenForFormer({ person, problems }: RowDraft): void {
  if (!person.employment || person.application || person.contact) return;
  for (const [part, field] of FORBIDDEN) {
    if (!holds(person[part])) continue;
    problems.push({ column: -1, field, severity: 'dropped', code: 'problem.former_not_allowed', params: {} });
    const value = person[part];
    if (Array.isArray(value)) value.length = 0;
    else delete person[part];
  }
}

function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
