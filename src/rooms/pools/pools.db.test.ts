import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { appForActor } from '../../testing/app-for-actor.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { Role } from './testing.ts';
import { asking, keepLookedAfter } from './testing.ts';

let house: TestHouse;
const ask = asking(() => house);
let ids: string[];

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'pools', 'saved_segments', 'talents');
  ids = await keepLookedAfter(house, 2);
});

/** The recruiter's pool with two people. */
async function make(visibility: string, name = 'Antriebsregelung') {
  const { body } = await ask('POST', '/pools', { name, mode: 'volume', visibility });
  await ask('POST', `/pools/${body.id}/members`, { selection: { ids } });
  return body.id as string;
}
const listed = async (role: Role) => (await ask('GET', '/pools', undefined, role)).body;
const memberOf = (role: 'recruiter' | 'administrator' | 'hiring_manager') => house.actorFor(role).memberId;

describe('who sees a pool', () => {
  it.each<[string, Role, { known: boolean; open: boolean }]>([
    ['all', 'administrator', { known: true, open: true }],
    ['all', 'hiring_manager', { known: true, open: true }],
    ['all', 'privacy_officer', { known: true, open: true }],
    ['team', 'administrator', { known: true, open: false }],
    ['team', 'hiring_manager', { known: true, open: false }],
    ['private', 'administrator', { known: false, open: false }],
    ['private', 'privacy_officer', { known: false, open: false }],
    ['confidential', 'administrator', { known: false, open: false }],
    ['confidential', 'privacy_officer', { known: false, open: false }],
    ['confidential', 'hiring_manager', { known: false, open: false }],
  ])('%s, for %s who is not in its team', async (visibility, role, { known, open }) => {
    const poolId = await make(visibility);

    const { items } = await listed(role);
    const { status } = await ask('GET', `/pools/${poolId}`, undefined, role);

    expect(items.map(({ people, isOpen }: { people: number; isOpen: boolean }) => ({ people, isOpen }))).toEqual(
      known ? [{ people: 2, isOpen: open }] : [],
    );
    expect(status).toBe(open ? 200 : known ? 403 : 404);
  });

  it('is open to its team when it is confidential', async () => {
    const poolId = await make('confidential');
    const team = [memberOf('recruiter'), memberOf('hiring_manager')];
    await ask('PATCH', `/pools/${poolId}`, { version: 1, changes: { team } });

    expect((await ask('GET', `/pools/${poolId}`, undefined, 'hiring_manager')).status).toBe(200);
    expect((await listed('hiring_manager')).items).toHaveLength(1);
  });

  it('says to the privacy officer that a confidential pool exists, without its name or number', async () => {
    await make('confidential', 'Nachfolge der Leitung');

    const answer = await listed('privacy_officer');

    expect(answer.hidden).toMatchObject([{ mode: 'volume', visibility: 'confidential' }]);
    expect(JSON.stringify(answer)).not.toContain('Nachfolge');
    expect(Object.keys(answer.hidden[0]).toSorted()).toEqual(['createdAt', 'mode', 'owner', 'visibility']);
    expect((await listed('administrator')).hidden).toEqual([]);
  });

  it('does not show by a taken name that a confidential pool exists', async () => {
    await make('confidential', 'Nachfolge');

    const other = await ask(
      'POST',
      '/pools',
      { name: 'Nachfolge', mode: 'volume', visibility: 'all' },
      'administrator',
    );

    expect(other.status).toBe(201);
  });

  it('is asked in the list of talents, on the page of a person and in rules too', async () => {
    const poolId = await make('confidential');
    const [talentId] = ids;
    const seen = async (role: Role) => ({
      list: (await ask('GET', `/talents?pool=${poolId}`, undefined, role)).body.items.length,
      page: (await ask('GET', `/talents/${talentId}/pools`, undefined, role)).body.pools.length,
      rule: (await ask('POST', '/segments/count', { rule: { is: 'pool', ids: [poolId] } }, role)).status,
    });

    expect(await seen('recruiter')).toEqual({ list: 2, page: 1, rule: 200 });
    expect(await seen('administrator')).toEqual({ list: 0, page: 0, rule: 422 });
  });

  it('ends at the border of the legal entity', async () => {
    const poolId = await make('all');
    const stranger = appForActor(house.parts, house.actorFor('administrator', [house.otherEntityId]));
    const statusOf = async (path: string) =>
      (await stranger.request(`/api/v1${path}`, { headers: { 'x-requested-with': 'wiedersehen' } })).status;

    expect(await statusOf(`/pools/${poolId}`)).toBe(404);
    expect(await statusOf(`/pools/${poolId}/members`)).toBe(404);
    expect(await statusOf(`/pools/${poolId}/health`)).toBe(404);
    expect(await statusOf(`/talents/${ids[0]}/pools`)).toBe(404);
  });
});

describe('a pool', () => {
  it('refuses the slower of two who change it', async () => {
    const poolId = await make('all');
    const rename = (name: string) => ask('PATCH', `/pools/${poolId}`, { version: 1, changes: { name } });

    expect((await rename('Umrichter')).status).toBe(200);
    expect((await rename('Antriebe')).body).toMatchObject({
      code: 'pools.changed_meanwhile',
      params: { version: 2 },
    });
  });

  it('is changed only by its team and administrators, and filled by everyone who may', async () => {
    const { body } = await ask('POST', '/pools', { name: 'Messe', mode: 'volume' }, 'administrator');

    expect((await ask('PATCH', `/pools/${body.id}`, { version: 1, changes: { name: 'Fair' } })).body.code).toBe(
      'pools.only_team_edits',
    );
    expect((await ask('POST', `/pools/${body.id}/members`, { selection: { ids } })).status).toBe(201);
    expect((await ask('PUT', `/pools/${body.id}/archive`)).status).toBe(403);
  });

  it('cannot be made or filled by a hiring manager', async () => {
    const poolId = await make('all');

    expect((await ask('POST', '/pools', { name: 'Meine', mode: 'volume' }, 'hiring_manager')).status).toBe(403);
    expect((await ask('POST', `/pools/${poolId}/members`, { selection: { ids } }, 'hiring_manager')).status).toBe(403);
  });

  it('is put away with its people and can be taken back while its name is free', async () => {
    const poolId = await make('all');
    await ask('PUT', `/pools/${poolId}/archive`);

    expect((await listed('recruiter')).items).toEqual([]);
    expect((await ask('GET', '/pools?archived=yes')).body.items).toHaveLength(1);
    expect((await ask('POST', `/pools/${poolId}/members`, { selection: { ids } })).body.code).toBe('pools.is_archived');
    expect((await ask('GET', `/talents?pool=${poolId}`)).body.items).toEqual([]);

    await ask('DELETE', `/pools/${poolId}/archive`);
    expect((await ask('GET', `/pools/${poolId}`)).body.people).toBe(2);

    await ask('PUT', `/pools/${poolId}/archive`);
    await make('all');
    expect((await ask('DELETE', `/pools/${poolId}/archive`)).body.code).toBe('pools.name_taken');
  });

  it('has one name among those that everyone may know', async () => {
    await make('all');

    expect((await ask('POST', '/pools', { name: 'ANTRIEBSREGELUNG', mode: 'volume' })).body.code).toBe(
      'pools.name_taken',
    );
  });

  it('counts its stages and who looks after whom', async () => {
    const poolId = await make('all');
    await ask('PATCH', `/talents/${ids[0]}`, { version: 1, changes: { stage: 'ready' } });

    const { body } = await ask('GET', `/pools/${poolId}`);

    expect(body.stages.filter(({ people }: { people: number }) => people > 0)).toEqual([
      { stage: 'known', people: 1 },
      { stage: 'ready', people: 1 },
    ]);
    expect(body.owners).toMatchObject([{ owner: { id: memberOf('recruiter') }, people: 2 }]);
  });

  it('shows its health, and to a hiring manager nothing that tells contact data', async () => {
    const poolId = await make('all');

    const { body } = await ask('GET', `/pools/${poolId}/health`);
    const { body: seen } = await ask('GET', `/pools/${poolId}/health`, undefined, 'hiring_manager');

    expect(body).toMatchObject({
      people: 2,
      silence: { under90: 0, under365: 0, over365: 0, never: 2 },
      age: { under180: 2 },
      reach: { mail: 0, bounced: 0, phoneOnly: 0, nothing: 2 },
      permission: { yes: 2, no: 0, ended: 0, never: 0 },
    });
    expect(seen.silence).toEqual(body.silence);
    expect(seen).not.toHaveProperty('reach');
    expect(seen).not.toHaveProperty('permission');
  });

  it('knows only owners who work for its legal entity', async () => {
    const stranger = '0193570a-0000-7000-8000-000000000001';

    expect((await ask('POST', '/pools', { name: 'Fremd', mode: 'volume', ownerId: stranger })).body.code).toBe(
      'pools.member_unknown',
    );
  });
});
