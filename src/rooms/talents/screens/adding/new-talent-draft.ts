import type { z } from 'zod';
import type { newTalent } from '../../schema-write.ts';

export const SEGMENTS = ['sign_up', 'rejected_applicant', 'alumni', 'passive_contact', 'referral'] as const;
export type LegalSegment = (typeof SEGMENTS)[number];
export type Basis = 'consent' | 'legitimate_interest';
export const FORMS = ['mail', 'paper', 'spoken', 'portal'] as const;

/** A new person while being written. */
export interface NewTalentDraft {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  role: string;
  employer: string;
  city: string;
  note: string;
  segment: LegalSegment | '';
  basis: Basis | '';
  source: string;
  obtainedOn: string;
  textId: string;
  consentOn: string;
  form: (typeof FORMS)[number];
  evidence: string;
  assessmentId: string;
}

export const emptyDraft = (today: string): NewTalentDraft => ({
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  role: '',
  employer: '',
  city: '',
  note: '',
  segment: '',
  basis: '',
  source: '',
  obtainedOn: today,
  textId: '',
  consentOn: today,
  form: 'mail',
  evidence: '',
  assessmentId: '',
});

/** Contacts and referrals may rest on a documented interest; everybody else only on consent. @source LB-2 */
export const basesOf = (segment: LegalSegment | ''): readonly Basis[] =>
  segment === 'passive_contact' || segment === 'referral' ? ['legitimate_interest', 'consent'] : ['consent'];

/** Which kind of consent text fits the group. @source LB-2 */
export function purposeOf(segment: LegalSegment): 'alumni_network' | 'contact_network' | 'talent_pool' {
  if (segment === 'alumni') return 'alumni_network';
  return segment === 'passive_contact' || segment === 'referral' ? 'contact_network' : 'talent_pool';
}

export interface Missing {
  fieldId: string;
  code: 'name' | 'segment' | 'basis' | 'source' | 'text' | 'evidence' | 'assessment' | 'future';
}

/** What is still missing before somebody may be kept. */
export function missingIn(draft: NewTalentDraft, today: string): Missing[] {
  const missing = (isMissing: boolean, fieldId: string, code: Missing['code']) =>
    isMissing ? [{ fieldId, code }] : [];
  const byConsent = draft.basis === 'consent';
  const dated = byConsent ? draft.consentOn : draft.obtainedOn;
  return [
    ...missing(`${draft.firstName}${draft.lastName}`.trim() === '', 'add-last', 'name'),
    ...missing(draft.segment === '', 'add-segment', 'segment'),
    ...missing(draft.segment !== '' && draft.basis === '', 'add-basis', 'basis'),
    ...missing(byConsent && draft.textId === '', 'add-text', 'text'),
    ...missing(byConsent && draft.evidence.trim().length < 2, 'add-evidence', 'evidence'),
    ...missing(draft.basis === 'legitimate_interest' && draft.assessmentId === '', 'add-assessment', 'assessment'),
    ...missing(draft.source.trim().length < 2, 'add-source', 'source'),
    ...missing(dated > today, byConsent ? 'add-consent-on' : 'add-obtained', 'future'),
  ];
}

/** The person as the server takes it; call it only when nothing is missing. */
export function newTalentOf(draft: NewTalentDraft): z.input<typeof newTalent> {
  const text = (value: string) => value.trim() || null;
  const addresses = [
    { kind: 'email' as const, value: draft.email.trim() },
    { kind: 'phone' as const, value: draft.phone.trim() },
  ].filter(({ value }) => value !== '');
  const note = draft.note.trim();
  return {
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    role: text(draft.role),
    employer: text(draft.employer),
    city: text(draft.city),
    addresses,
    ...(note ? { note } : {}),
    ground: groundOf(draft),
  };
}

function groundOf({ segment, basis, source, obtainedOn, ...proof }: NewTalentDraft) {
  const given = { segment: segment || 'passive_contact', source: source.trim(), obtainedOn } as const;
  if (basis === 'legitimate_interest') return { ...given, basis, assessmentId: proof.assessmentId };
  const consent = { textId: proof.textId, on: proof.consentOn, form: proof.form, evidence: proof.evidence.trim() };
  return { ...given, basis: 'consent' as const, consent };
}
