import { defineRoute } from '#ground/http/contract.ts';
import * as s from './schema.ts';

export const readSetup = defineRoute({
  method: 'get',
  path: '/setup',
  allow: 'public',
  summary: 'Whether the first start is still to be done',
  answer: s.setupState,
});
export const setUpHouse = defineRoute({
  method: 'post',
  path: '/setup',
  allow: 'public',
  summary: 'First start: company and first administrator; signs in',
  body: s.newHouse,
  answer: s.sessionAnswer,
  status: 201,
});

export const readSession = defineRoute({
  method: 'get',
  path: '/session',
  allow: 'signed_in',
  summary: 'Who is signed in and what they may do',
  answer: s.sessionAnswer,
});
export const signIn = defineRoute({
  method: 'post',
  path: '/session',
  allow: 'public',
  summary: 'Sign in with e-mail address and password',
  body: s.credentials,
  answer: s.sessionAnswer,
  status: 201,
});
export const changeProfile = defineRoute({
  method: 'patch',
  path: '/session',
  allow: 'signed_in',
  summary: 'Change own name, language, time zone or appearance',
  body: s.profileChange,
  answer: s.sessionAnswer,
});
export const signOut = defineRoute({
  method: 'delete',
  path: '/session',
  allow: 'signed_in',
  summary: 'Sign out',
  answer: 'nothing',
});
export const changePassword = defineRoute({
  method: 'put',
  path: '/password',
  allow: 'signed_in',
  summary: 'Change own password; all other sessions end',
  body: s.passwordChange,
  answer: 'nothing',
});

export const listSessions = defineRoute({
  method: 'get',
  path: '/sessions',
  allow: 'signed_in',
  summary: 'Own sessions',
  answer: s.ownSessions,
});
export const endSession = defineRoute({
  method: 'delete',
  path: '/sessions/:sessionId',
  allow: 'signed_in',
  summary: 'End one own session',
  params: s.sessionParams,
  answer: 'nothing',
});
export const endOtherSessions = defineRoute({
  method: 'delete',
  path: '/sessions',
  allow: 'signed_in',
  summary: 'End all own sessions but this one',
  answer: 'nothing',
});

export const listTeam = defineRoute({
  method: 'get',
  path: '/members',
  allow: 'accounts.read_team',
  summary: 'Team members',
  answer: s.team,
});
export const inviteMember = defineRoute({
  method: 'post',
  path: '/members',
  allow: 'accounts.manage_team',
  summary: 'Invite a team member: by mail where mails can be sent, and with the link to hand over',
  body: s.newMember,
  answer: s.invitationLink,
  status: 201,
});
export const changeMember = defineRoute({
  method: 'patch',
  path: '/members/:memberId',
  allow: 'accounts.manage_team',
  summary: 'Change role or entities; the member has to sign in again',
  params: s.memberParams,
  body: s.memberChange,
  answer: 'nothing',
});
export const renewInvitation = defineRoute({
  method: 'post',
  path: '/members/:memberId/invitation',
  allow: 'accounts.manage_team',
  summary: 'A new link to set a password; older links end',
  params: s.memberParams,
  answer: s.invitationLink,
  status: 201,
});
export const disableMember = defineRoute({
  method: 'put',
  path: '/members/:memberId/disabled',
  allow: 'accounts.manage_team',
  summary: 'Close an account; its sessions end at once',
  params: s.memberParams,
  answer: 'nothing',
});
export const enableMember = defineRoute({
  method: 'delete',
  path: '/members/:memberId/disabled',
  allow: 'accounts.manage_team',
  summary: 'Open a closed account again',
  params: s.memberParams,
  answer: 'nothing',
});

// The token travels in a body and never in an address, so that no log and no Referer holds it.
export const lookUpInvitation = defineRoute({
  method: 'post',
  path: '/invitations/lookups',
  allow: 'public',
  summary: 'Whom an invitation is for; changes nothing',
  body: s.invitationLookup,
  answer: s.invitationView,
});
export const acceptInvitation = defineRoute({
  method: 'post',
  path: '/invitations/acceptances',
  allow: 'public',
  summary: 'Set a password with an invitation; signs in',
  body: s.invitationAcceptance,
  answer: s.sessionAnswer,
  status: 201,
});

export const readAudit = defineRoute({
  method: 'get',
  path: '/audit',
  allow: 'accounts.read_audit',
  summary: 'Who did what; the look itself is recorded',
  query: s.auditQuery,
  answer: s.auditPage,
});
