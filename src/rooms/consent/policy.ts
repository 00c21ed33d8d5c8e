import type { CountryProfile } from './periods.ts';
import { monthsAfter } from './periods.ts';

export const LEGAL_SEGMENTS = ['rejected_applicant', 'sign_up', 'alumni', 'passive_contact', 'referral'] as const;
export type LegalSegment = (typeof LEGAL_SEGMENTS)[number];

export const LEGAL_BASES = ['consent', 'legitimate_interest', 'user_agreement'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

export type Purpose = 'talent_pool' | 'alumni_network' | 'contact_network';

/** Which basis may carry which segment. The database holds the same table as a constraint. @source LB-2 */
const ALLOWED: Record<LegalSegment, readonly LegalBasis[]> = {
  rejected_applicant: ['consent'],
  sign_up: ['consent'],
  alumni: ['consent', 'user_agreement'],
  passive_contact: ['legitimate_interest', 'consent'],
  referral: ['legitimate_interest', 'consent'],
};

export const allowedBases = (segment: LegalSegment): readonly LegalBasis[] => ALLOWED[segment];
export const isAllowedBasis = (segment: LegalSegment, basis: LegalBasis) => ALLOWED[segment].includes(basis);

export function purposeOf(segment: LegalSegment): Purpose {
  if (segment === 'alumni') return 'alumni_network';
  return segment === 'passive_contact' || segment === 'referral' ? 'contact_network' : 'talent_pool';
}

/** The periods in force; see `retention_settings`. */
export interface Periods {
  countryProfile: CountryProfile;
  monthsAfterRejection: number;
  consentMonths: number;
  interestMonths: number;
}

export interface ErasePlan {
  /** `YYYY-MM-DD` */
  eraseOn: string;
  /** Message key in `consent:erase_reason.*`. */
  reason: 'consent_ends' | 'interest_ends' | 'agreement_ends' | 'holding_ends';
}

/**
 * When a person's data goes. The clock starts at an event (consent given, contact made), never at the last edit (RE-2).
 * @param since `YYYY-MM-DD` of that event
 * @param until end that the person named with the consent; an earlier end than the setting's wins
 */
export function erasePlan(basis: LegalBasis, since: string, periods: Periods, until?: string): ErasePlan {
  if (basis === 'legitimate_interest')
    return { eraseOn: monthsAfter(since, periods.interestMonths), reason: 'interest_ends' };
  const longest = monthsAfter(since, periods.consentMonths);
  const eraseOn = until !== undefined && until < longest ? until : longest;
  return { eraseOn, reason: basis === 'consent' ? 'consent_ends' : 'agreement_ends' };
}

/**
 * How long somebody without permission may wait in the holding area for the one invitation.
 * @source docs/decisions/0007-holding-area.md
 */
export function holdingPlan(obtainedOn: string, periods: Periods): ErasePlan {
  return { eraseOn: monthsAfter(obtainedOn, periods.monthsAfterRejection), reason: 'holding_ends' };
}

/**
 * What makes two grounds one. An interest begins once per segment: neither an edit nor next month's import begins it again;
 * a consent is told apart by its day.
 * @source RE-2, CO-5
 */
export function groundKey({
  talent_id,
  segment,
  basis,
  obtained_on,
}: {
  talent_id: string;
  segment: string;
  basis: string;
  obtained_on: string;
}): string {
  const since = basis === 'legitimate_interest' ? 'once' : obtained_on;
  return `${talent_id}:${segment}:${basis}:${since}`;
}

/** What somebody said about staying in touch. */
export interface Answer {
  kind: 'given' | 'confirmed' | 'refused' | 'withdrawn';
  /** `YYYY-MM-DD` */
  on: string;
}

/**
 * Whether a ground carries somebody after what they answered: an interest only until the first answer, and after a no nothing but a
 * later consent. A consent of a day that has only begun east of UTC counts as one of `today`, as the answers do.
 * @source LB-2
 */
export function stillCarries(
  { basis, obtained_on }: { basis: string; obtained_on: string },
  answers: readonly Answer[],
  today = obtained_on,
): boolean {
  const lastNo = answers
    .filter(({ kind }) => kind === 'refused' || kind === 'withdrawn')
    .reduce((latest, { on }) => (on > latest ? on : latest), '');
  if (basis === 'consent') return (obtained_on < today ? obtained_on : today) > lastNo;
  if (lastNo !== '') return false;
  return basis !== 'legitimate_interest' || answers.length === 0;
}
