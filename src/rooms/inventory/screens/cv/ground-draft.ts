import type { NewGround } from '#rooms/consent/schema.ts';
import type { LegalSegment } from '../importing/basis-options.ts';

export const FORMS = ['mail', 'paper', 'spoken', 'portal'] as const;

/** Why the person may be kept, while it is being written. */
export interface GroundDraft {
  segment: LegalSegment | '';
  basis: 'consent' | 'legitimate_interest' | '';
  source: string;
  obtainedOn: string;
  textId: string;
  consentOn: string;
  form: (typeof FORMS)[number];
  evidence: string;
  assessmentId: string;
}

/** Nothing is assumed except where the file came from and that it came today. */
export const emptyGround = (fileName: string, today: string): GroundDraft => ({
  segment: '',
  basis: '',
  source: fileName,
  obtainedOn: today,
  textId: '',
  consentOn: today,
  form: 'mail',
  evidence: '',
  assessmentId: '',
});

/** Contacts and referrals may rest on a documented interest; everybody else only on consent. @source docs/trust.md LB-2 */
export const basesOf = (segment: LegalSegment | ''): ('consent' | 'legitimate_interest')[] =>
  segment === 'passive_contact' || segment === 'referral' ? ['legitimate_interest', 'consent'] : ['consent'];

export interface GroundMistake {
  fieldId: string;
  code: 'segment' | 'basis' | 'source' | 'text' | 'evidence' | 'assessment';
}

export function groundMistakes(ground: GroundDraft): GroundMistake[] {
  const missing = (isMissing: boolean, fieldId: string, code: GroundMistake['code']) =>
    isMissing ? [{ fieldId, code }] : [];
  const byConsent = ground.basis === 'consent';
  return [
    ...missing(ground.segment === '', 'cv-segment', 'segment'),
    ...missing(ground.basis === '', 'cv-basis', 'basis'),
    ...missing(ground.source.trim().length < 2, 'cv-source', 'source'),
    ...missing(byConsent && ground.textId === '', 'cv-basis', 'text'),
    ...missing(byConsent && ground.evidence.trim().length < 2, 'cv-evidence', 'evidence'),
    ...missing(ground.basis === 'legitimate_interest' && ground.assessmentId === '', 'cv-basis', 'assessment'),
  ];
}

/** The ground as the server wants it; call it only without mistakes. */
export function groundOf({ segment, basis, source, obtainedOn, ...proof }: GroundDraft): NewGround {
  const given = { segment: segment || 'passive_contact', source: source.trim(), obtainedOn } as const;
  if (basis === 'legitimate_interest') return { ...given, basis, assessmentId: proof.assessmentId };
  const consent = { textId: proof.textId, on: proof.consentOn, form: proof.form, evidence: proof.evidence.trim() };
  return { ...given, basis: 'consent', consent };
}
