import type { Context } from 'hono';
import type { Ctx } from '#ground/context.ts';
import type { RequestEnv, ServedRoute } from '#ground/http/room.ts';
import { serve } from '#ground/http/room.ts';
import type { Accounts } from './accounts.ts';
import { lookIntoAudit } from './audit-look.ts';
import * as contract from './contract.ts';
import { acceptInvitation, lookUpInvitation, makeInvitation } from './invitations.ts';
import { changeProfile, getSession, sessionOf } from './profile.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './sessions.ts';
import { isSetupNeeded, setUpHouse, tellSetupCode } from './setup.ts';
import type { Credentials } from './schema.ts';
import { changePassword, signIn, signOut } from './sign-in.ts';
import { changeMember, disableMember, enableMember, inviteMember, listTeam } from './team.ts';
import { visitorOf } from './visitor.ts';

type C = Context<RequestEnv>;

export const accountRoutes = (accounts: Accounts): ServedRoute[] => [
  ...setupRoutes(accounts),
  ...sessionRoutes(accounts),
  ...ownRoutes,
  ...teamRoutes(accounts),
];

const setupRoutes = (accounts: Accounts): ServedRoute[] => [
  serve(contract.readSetup, async (ctx, _, c) => {
    const needed = await isSetupNeeded(ctx.db);
    const codeNeeded = needed && !visitorOf(accounts, c).isLocal;
    if (codeNeeded) tellSetupCode(accounts, ctx.now);
    return { needed, codeNeeded };
  }),
  serve(contract.setUpHouse, async (ctx, { body }, c) => {
    await setUpHouse(ctx, accounts.keys, visitorOf(accounts, c), body);
    return startSession(ctx, accounts, c, body);
  }),
  serve(contract.lookUpInvitation, (ctx, { body }, c) =>
    lookUpInvitation(ctx, accounts.keys, visitorOf(accounts, c), body.token),
  ),
  serve(contract.acceptInvitation, async (ctx, { body }, c) => {
    const { email } = await acceptInvitation(ctx, accounts.keys, visitorOf(accounts, c), body);
    return startSession(ctx, accounts, c, { email, password: body.password });
  }),
];

const sessionRoutes = (accounts: Accounts): ServedRoute[] => [
  serve(contract.readSession, (ctx) => getSession(ctx)),
  serve(contract.signIn, (ctx, { body }, c) => startSession(ctx, accounts, c, body)),
  serve(contract.changeProfile, (ctx, { body }) => changeProfile(ctx, body)),
  serve(contract.signOut, async (ctx, _, c) => setCookies(c, await signOut(ctx, accounts, visitorOf(accounts, c)))),
  serve(contract.changePassword, async (ctx, { body }, c) =>
    setCookies(c, await changePassword(ctx, accounts, visitorOf(accounts, c), body)),
  ),
];

const ownRoutes: ServedRoute[] = [
  serve(contract.listSessions, async (ctx) => ({ items: await listOwnSessions(ctx) })),
  serve(contract.endSession, (ctx, { params }) => endOwnSession(ctx, params.sessionId)),
  serve(contract.endOtherSessions, (ctx) => endOtherSessions(ctx)),
  serve(contract.readAudit, (ctx, { query }) => lookIntoAudit(ctx, query)),
];

const teamRoutes = (accounts: Accounts): ServedRoute[] => [
  serve(contract.listTeam, (ctx) => listTeam(ctx)),
  serve(contract.inviteMember, (ctx, { body }) => inviteMember(ctx, accounts, body)),
  serve(contract.changeMember, (ctx, { params, body }) => changeMember(ctx, params.memberId, body)),
  serve(contract.renewInvitation, (ctx, { params }) => makeInvitation(ctx, accounts, params.memberId)),
  serve(contract.disableMember, (ctx, { params }) => disableMember(ctx, params.memberId)),
  serve(contract.enableMember, (ctx, { params }) => enableMember(ctx, params.memberId)),
];

async function startSession(ctx: Ctx, accounts: Accounts, c: C, { email, password }: Credentials) {
  const { memberId, cookies } = await signIn(ctx, accounts, visitorOf(accounts, c), { email, password });
  setCookies(c, cookies);
  return sessionOf(ctx.db, memberId);
}

function setCookies(c: C, cookies: string[]) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}
