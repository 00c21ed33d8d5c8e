import type { LegalSegment } from '#rooms/consent/index.ts';
import type { ImportedPerson, TargetField } from '../types.ts';

/** What may be taken over of former employees; everything else is dropped before storage (LB-7). */
const ALUMNI_FIELDS: ReadonlySet<TargetField> = new Set([
  'source_id',
  'full_name',
  'first_name',
  'last_name',
  'birth_name',
  'title',
  'email',
  'employment_kind',
  'employment_role',
  'employment_unit',
  'employment_entered_on',
  'employment_left_on',
  'consent',
  'consent_on',
  'consent_until',
]);

export const mayBeStored = (field: TargetField, legalSegment: LegalSegment) =>
  field !== 'skip' &&
  field !== 'birth_date' &&
  field !== 'salutation' &&
  (legalSegment !== 'alumni' || ALUMNI_FIELDS.has(field));

/** The person with only what may be kept for this segment. */
export function withoutForbidden(person: ImportedPerson, legalSegment: LegalSegment): ImportedPerson {
  if (legalSegment !== 'alumni') return person;
  const { sourceId, title, firstName, lastName, birthName, emails, employment, consent, language } = person;
  const { kind, role, unit, enteredOn, leftOn } = employment ?? {};
  return {
    sourceId,
    title,
    firstName,
    lastName,
    birthName,
    emails,
    consent,
    language,
    phones: [],
    links: [],
    skills: [],
    interests: [],
    tags: [],
    ...(kind ? { employment: { kind, role, unit, enteredOn, leftOn } } : {}),
  };
}
