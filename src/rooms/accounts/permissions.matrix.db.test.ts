import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appForActor } from '../../testing/app-for-actor.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { defineRoute } from '#ground/http/contract.ts';
import type { RouteContract } from '#ground/http/contract.ts';
import type { ServedRoute } from '#ground/http/room.ts';
import { isPermission, may, ROLES } from './permissions.ts';
import type { Role } from './permissions.ts';

/** An answer that no route gives: the guard let the request through to the work. */
const PASSED = 299;
let house: TestHouse;
let contracts: RouteContract[];

beforeAll(async () => {
  house = await openTestHouse();
  contracts = house.parts.routes.map(({ contract }) => contract);
});
afterAll(() => house.close());

const titleOf = ({ method, path }: RouteContract) => `${method.toUpperCase()} ${path}`;
const addressOf = ({ path }: RouteContract) =>
  `/api/v1${path.replaceAll(/:\w+/g, '0193570a-0000-7000-8000-000000000001')}`;

/** The real guard before routes that do nothing. */
function guarded(routes: RouteContract[], role: Role | 'nobody') {
  const served = routes.map((contract): ServedRoute => ({
    contract,
    handle: async () => new Response('passed', { status: PASSED }),
  }));
  return appForActor(house.parts, role === 'nobody' ? undefined : house.actorFor(role), served);
}

async function ask(routes: RouteContract[], contract: RouteContract, role: Role | 'nobody'): Promise<number> {
  const headers = { 'x-requested-with': 'wiedersehen' };
  return (await guarded(routes, role).request(addressOf(contract), { method: contract.method.toUpperCase(), headers }))
    .status;
}

function expectedFor({ allow }: RouteContract, role: Role | 'nobody'): number {
  if (allow === 'public') return PASSED;
  if (role === 'nobody') return 401;
  return allow === 'signed_in' || may({ kind: 'member', role }, allow) ? PASSED : 403;
}

describe('every route for every role', () => {
  it('names a permission of the matrix, or is public, or asks for nothing but a sign-in', () => {
    const unknown = contracts.filter(
      ({ allow }) => allow !== 'public' && allow !== 'signed_in' && !isPermission(allow),
    );

    expect(unknown.map(titleOf)).toEqual([]);
  });

  it('is public only for the first start, for signing in, and for who holds a link', () => {
    const open = contracts.filter(({ allow }) => allow === 'public').map(titleOf);

    expect(open.sort((a, b) => a.localeCompare(b))).toEqual([
      'GET /calendar/:token',
      'GET /consent-invitations/:token',
      'GET /consent-requests/:token',
      'GET /join/:slug',
      'GET /letter-links/:campaignId/:number',
      'GET /letter-pictures/:pictureId',
      'GET /letters/:token',
      'GET /letters/:token/unsubscribe',
      'GET /preferences/:token',
      'GET /setup',
      'POST /consent-invitations/:token',
      'POST /consent-requests/:token',
      'POST /invitations/acceptances',
      'POST /invitations/lookups',
      'POST /join/:slug',
      'POST /letters/:token/unsubscribe',
      'POST /preferences/:token',
      'POST /session',
      'POST /setup',
    ]);
  });

  it.each([...ROLES, 'nobody'] as const)('lets %s through exactly where the matrix says so', async (role) => {
    const answers = await Promise.all(
      contracts.map(async (contract) => [titleOf(contract), await ask(contracts, contract, role)]),
    );

    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(contracts.map((contract) => [titleOf(contract), expectedFor(contract, role)])),
    );
  });

  it('has no two routes with one address', () => {
    const shapes = contracts.map((contract) => titleOf(contract).replaceAll(/:\w+/g, ':'));

    expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([]);
  });

  it('closes a route with an unknown permission to everybody', async () => {
    const forgotten = defineRoute({
      method: 'get',
      path: '/forgotten',
      allow: 'talents.whatever',
      summary: 'A route nobody thought about',
      answer: 'nothing',
    });

    const answers = await Promise.all(
      ([...ROLES, 'nobody'] as const).map(async (role) => ask([forgotten], forgotten, role)),
    );

    expect(answers).toEqual([500, 500, 500, 500, 500, 401]);
  });
});

describe('people of another legal entity', () => {
  it('do not exist for a member, by any route that names a talent', async () => {
    const talentId = await addTalent();
    const reading = contracts.filter(({ method, path }) => method === 'get' && path.startsWith('/talents/:talentId'));
    const statusesFor = async (entityId: string) => {
      const answers = await Promise.all(
        reading.map(async ({ path }) => askAs(entityId, 'GET', path.replaceAll(/:\w+/g, talentId))),
      );
      return answers.map(({ status }) => status);
    };

    expect(reading.length).toBeGreaterThan(0);
    // A route that names a part too (a file) has no such part here: it is reached, and answers that the part is missing.
    const reached = reading.map(({ path }) => (path.split(':').length > 2 ? 404 : 200));
    expect(await statusesFor(house.entityId)).toEqual(reached);
    expect(await statusesFor(house.otherEntityId)).toEqual(reading.map(() => 404));
  });

  it('cannot be deleted by a member of one entity in another', async () => {
    const talentId = await addTalent();

    expect((await askAs(house.otherEntityId, 'DELETE', `/talents/${talentId}`)).status).toBe(404);
    expect((await askAs(house.entityId, 'GET', `/talents/${talentId}`)).status).toBe(200);
  });
});

/** An administrator who works for one entity only. */
async function askAs(entityId: string, method: string, url: string, body?: unknown): Promise<Response> {
  const app = appForActor(house.parts, house.actorFor('administrator', [entityId]));
  const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
  return app.request(`/api/v1${url}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function addTalent(): Promise<string> {
  const assessment = {
    segment: 'passive_contact',
    purpose: 'Kontakt zu Fachleuten halten',
    reasoning: 'Fachleute im Umkreis, die sich öffentlich vorstellen.',
    reviewOn: '2027-06-30',
  };
  const { id: assessmentId } = await made(await askAs(house.entityId, 'POST', '/consent/assessments', assessment));
  const ground = {
    segment: 'passive_contact',
    basis: 'legitimate_interest',
    source: 'Messe Winterthur',
    obtainedOn: '2026-11-20',
    assessmentId,
  };
  return (
    await made(await askAs(house.entityId, 'POST', '/talents', { firstName: 'Ilse', lastName: 'Aebischer', ground }))
  ).id;
}

async function made(answer: Response): Promise<{ id: string }> {
  const body = await answer.json();
  expect({ status: answer.status, body }).toMatchObject({ status: 201 });
  return body;
}
