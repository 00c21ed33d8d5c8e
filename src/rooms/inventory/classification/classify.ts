import type { Classification, ImportedPerson } from '../types.ts';
import { formerReason } from './former.ts';
import { cameBy, passiveReason, sourceKind } from './passive-contact.ts';
import type { ClassificationRules, SegmentRule } from './rules.ts';
import { silverReason } from './silver-medalist.ts';

/** The segments of the trust document; each has its own legal bases and retention. */
export type LegalSegment = 'rejected_applicant' | 'sign_up' | 'alumni' | 'passive_contact' | 'referral';

/**
 * The segments a person belongs to by these rules, each with its reason; none is an answer too.
 * @param today `YYYY-MM-DD`
 */
export function classify(
  person: ImportedPerson,
  { version, rules }: ClassificationRules,
  today: string,
): Classification[] {
  return rules.flatMap((rule) => {
    const reason = rule.isOn ? reasonFor(person, rule, today) : undefined;
    return reason ? [{ segment: rule.segment, ruleVersion: version, reason }] : [];
  });
}

function reasonFor(person: ImportedPerson, rule: SegmentRule, today: string): Classification['reason'] | undefined {
  if (rule.segment === 'silver_medalist') return silverReason(person, rule, today);
  return rule.segment === 'former' ? formerReason(person, rule, today) : passiveReason(person, rule);
}

/**
 * The one legal segment that decides bases and retention. What happened last decides between applicant and alumnus;
 * facts weigh more than our own rules, so a person of no segment still has a legal one.
 * @source docs/trust.md LB-1, LB-2
 */
export function legalSegment(person: ImportedPerson, classifications: readonly Classification[]): LegalSegment {
  const isFormer = person.employment !== undefined || classifications.some(({ segment }) => segment === 'former');
  if (isFormer && !appliedLater(person)) return 'alumni';
  if (person.application) return person.application.outcome === 'hired' ? 'alumni' : 'rejected_applicant';
  return contactSegment(person);
}

function contactSegment(person: ImportedPerson): LegalSegment {
  if (cameBy(person, 'referral')) return 'referral';
  const signedUp = person.consent?.isGiven || sourceKind(person.contact?.source) === 'sign_up';
  return signedUp ? 'sign_up' : 'passive_contact';
}

function appliedLater({ application, employment }: ImportedPerson): boolean {
  if (!application || application.outcome === 'hired') return false;
  const on = application.rejectedOn ?? application.appliedOn;
  return !employment?.leftOn || (on !== undefined && on > employment.leftOn);
}
