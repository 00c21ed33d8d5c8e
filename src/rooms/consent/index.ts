import type { Job } from '#ground/jobs/job.ts';
import './events.ts';
import { nightJob } from './nights/night.ts';

export { getPeriods, planFor, recordGrounds, takeBackGrounds } from './service.ts';
export type { GroundFor } from './service.ts';
export { listGroundsOf } from './queries.ts';
export { shareGrounds, unshareGrounds } from './sharing.ts';
export { listHashesNotToRecord, listNotToRecord, suppress, suppressionHash } from './suppression.ts';
export type { Identifier } from './identifier.ts';
export { allowedBases, holdingPlan } from './policy.ts';
export type { LegalBasis, LegalSegment, Periods } from './policy.ts';
export { setFirstPeriods } from './records.ts';
export { contactStateOf, decideContact, mustCarryNotice } from './contact.ts';
export { listContactFacts, listStandingFacts, NOT_HERE } from './contact-facts.ts';
export { takeBack } from './answers/take-back.ts';
export type { Choice } from './answers/types.ts';
export { mayContact, mayContactMany } from './may-contact.ts';
export type { ContactAnswer, ContactChannel, ContactFacts, ContactPurpose, ContactQuestion } from './types-contact.ts';
export { preferenceLink, preferenceLinks } from './preferences/link.ts';
export { listenForConsent } from './listen.ts';
export { getNotice, markInformedOf } from './duties/inform.ts';
export { isClockRight } from './nights/halt.ts';
export { keepPromisesBeforeServing } from './start.ts';
export { consentRoutes } from './routes.ts';
export type { SignedUp } from './sign-up/people.ts';
export { providePeople } from './sign-up/people.ts';

export const consentJobs = [nightJob] as unknown as Job[];
