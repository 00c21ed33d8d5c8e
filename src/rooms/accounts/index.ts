import './types.ts';

export { openAccounts, systemActor } from './accounts.ts';
export type { Accounts } from './accounts.ts';
export { accountJobs } from './jobs.ts';
export { makeInvitation } from './invitations.ts';
export { createMember } from './members.ts';
export type { MemberInput } from './members.ts';
export { allow, isPermission, may, PERMISSIONS, permissionsOf, ROLES } from './permissions.ts';
export type { Permission, Role } from './permissions.ts';
export type { Limit } from './rate-limit.ts';
export { countTry } from './rate-limit.ts';
export { accountRoutes } from './routes.ts';
export { install } from './setup.ts';
export { visitorOf } from './visitor.ts';
