import './events.ts';

export { getPeriods, planFor, recordGrounds, takeBackGrounds } from './service.ts';
export type { GroundFor } from './service.ts';
export { listGroundsOf } from './queries.ts';
export { shareGrounds, unshareGrounds } from './sharing.ts';
export { listNotToRecord, suppress, suppressionHash } from './suppression.ts';
export type { Identifier } from './identifier.ts';
export { allowedBases, holdingPlan } from './policy.ts';
export type { LegalBasis, LegalSegment, Periods } from './policy.ts';
export { setFirstPeriods } from './records.ts';
export { contactStateOf, decideContact, mustCarryNotice } from './contact.ts';
export { listContactFacts, NOT_HERE } from './contact-facts.ts';
export { mayContact, mayContactMany } from './may-contact.ts';
export type { ContactAnswer, ContactChannel, ContactFacts, ContactPurpose, ContactQuestion } from './types-contact.ts';
export { consentRoutes } from './routes.ts';
