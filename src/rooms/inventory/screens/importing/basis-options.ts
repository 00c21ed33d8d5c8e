import type { ImportBasis, ImportView, SegmentBasis } from '../../schema.ts';
import type { TargetField } from '../../types.ts';

export type LegalSegment = keyof ImportBasis;
export type BasisKind = SegmentBasis['kind'];

export const LEGAL_SEGMENTS: readonly LegalSegment[] = [
  'rejected_applicant',
  'alumni',
  'passive_contact',
  'referral',
  'sign_up',
];

const BY_INTEREST: readonly LegalSegment[] = ['passive_contact', 'referral'];
const PURPOSES: Record<LegalSegment, 'talent_pool' | 'alumni_network' | 'contact_network'> = {
  rejected_applicant: 'talent_pool',
  sign_up: 'talent_pool',
  alumni: 'alumni_network',
  passive_contact: 'contact_network',
  referral: 'contact_network',
};

/** What the text must have been about. */
export const purposeOf = (segment: LegalSegment) => PURPOSES[segment];

/** The answers that a segment allows; consent only where a column of the file holds it. @source docs/trust.md LB-2 */
export function basisKinds(segment: LegalSegment, hasConsentColumn: 'with_column' | 'without_column'): BasisKind[] {
  return [
    ...(hasConsentColumn === 'with_column' ? (['consent_column'] as const) : []),
    ...(BY_INTEREST.includes(segment) ? (['legitimate_interest'] as const) : []),
    'ask_first',
  ];
}

const TELLS: readonly [LegalSegment, (field: TargetField) => boolean][] = [
  ['rejected_applicant', (field) => field.startsWith('application_') || field.startsWith('reject')],
  ['alumni', (field) => field.startsWith('employment_') || field === 'exit_reason' || field === 'rehire_wish'],
  ['passive_contact', (field) => field === 'connected_on' || field === 'contact_source'],
  ['referral', (field) => field === 'referred_by'],
];

export interface SegmentPeople {
  segment: LegalSegment;
  /** Undefined before the dry run has counted. */
  people?: number;
  kept?: number;
  held?: number;
}

/** Whom the file is about: counted by the dry run, before it as far as the columns tell. */
export function segmentsOf({ check, mapping }: Pick<ImportView, 'check' | 'mapping'>): SegmentPeople[] {
  if (check) {
    return LEGAL_SEGMENTS.flatMap((segment) => {
      const found = check.bases.find(({ legalSegment, people }) => legalSegment === segment && people > 0);
      return found ? [{ ...found, segment }] : [];
    });
  }
  const told = TELLS.flatMap(([segment, tells]) => (mapping.some(({ field }) => tells(field)) ? [{ segment }] : []));
  return told.length > 0 ? told : [{ segment: 'passive_contact' }];
}

export const hasConsentColumn = ({ mapping }: Pick<ImportView, 'mapping'>) =>
  mapping.some(({ field }) => field === 'consent' || field === 'consent_on')
    ? ('with_column' as const)
    : ('without_column' as const);

/** The calendar day `months` after `day`, both `YYYY-MM-DD`; the 31st becomes the last day of a shorter month. */
export function dayInMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}
