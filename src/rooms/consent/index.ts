export { getPeriods, planFor, recordGrounds, takeBackGrounds } from './service.ts';
export type { GroundFor } from './service.ts';
export { listGroundsOf } from './queries.ts';
export { listNotToRecord, suppress, suppressionHash } from './suppression.ts';
export type { Identifier } from './identifier.ts';
export { allowedBases, holdingPlan } from './policy.ts';
export type { LegalBasis, LegalSegment, Periods } from './policy.ts';
export { setFirstPeriods } from './records.ts';
export { consentRoutes } from './routes.ts';
