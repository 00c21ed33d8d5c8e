import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { NewPerson } from '#rooms/talents/index.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { asking, keepLookedAfter } from '../testing.ts';

let house: TestHouse;
const ask = asking(() => house);
let poolId: string;
let silent: string[];
let talking: string[];

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'pools', 'talents');
  house.clock.now = new Date('2026-11-23T09:00:00Z');
  silent = await keepLookedAfter(house, 3, () => lastTouched('2024-02-01T10:00:00Z'));
  talking = await keepLookedAfter(house, 2, () => lastTouched('2026-10-01T10:00:00Z'));
  poolId = await poolWith('volume', [...silent, ...talking]);
});

/** By us, and the person never said a word. */
const lastTouched = (occurredAt: string): Partial<NewPerson> => ({
  touchpoints: [{ id: newId(), occurredAt, channel: 'mail', direction: 'ours' }],
  addresses: [{ id: newId(), kind: 'email', value: 'ilse@mail.example' }],
});

async function poolWith(mode: 'volume' | 'boutique', ids: string[]): Promise<string> {
  const { body } = await ask('POST', '/pools', { name: `Pool ${mode}`, mode });
  for (const id of ids)
    await ask('POST', `/pools/${body.id}/members`, { selection: { ids: [id] }, reason: 'Seit der Messe bekannt.' });
  await sql`update pool_members set added_at = '2024-01-01'`.execute(house.db);
  return body.id;
}

const begin = async (id = poolId) => (await ask('POST', `/pools/${id}/clean-ups`, { silentForMonths: 18 })).body;
const decide = (runId: string, talentId: string | undefined, body: object) =>
  ask('PUT', `/clean-ups/${runId}/items/${talentId}`, body);
const sizeOf = async () => (await ask('GET', `/pools/${poolId}`)).body.people as number;

describe('a clean-up', () => {
  it('proposes for everyone and changes nothing until it is finished', async () => {
    const run = await begin();

    expect(run).toMatchObject({
      sizeBefore: 5,
      sizeAfter: null,
      open: { stay: 2, pause: 0, leave: 3 },
      decided: { stay: 0, pause: 0, leave: 0 },
      allowsBulk: true,
    });
    const { body } = await ask('GET', `/clean-ups/${run.id}/items`);
    expect(body.items.slice(0, 3).map(({ reasons }: { reasons: object[] }) => reasons)).toEqual(
      Array.from({ length: 3 }, () => [{ code: 'never_answered', params: { on: '2024-02-01' } }]),
    );

    for (const id of silent) await decide(run.id, id, { decision: 'leave' });
    expect(await sizeOf()).toBe(5);
  });

  it('carries the decisions out at the end and reports a smaller pool', async () => {
    const run = await begin();
    await decide(run.id, silent[0], { decision: 'leave' });
    await decide(run.id, silent[1], { decision: 'pause', pausedUntil: '2027-03-01' });
    await decide(run.id, talking[0], { decision: 'leave' });
    const told: unknown[] = [];
    house.parts.events.on('pools.members_changed', async (_, { removed }) => void told.push(new Set(removed)));

    const { body } = await ask('PUT', `/clean-ups/${run.id}/finish`);

    expect(body).toMatchObject({
      sizeBefore: 5,
      sizeAfter: 3,
      decided: { stay: 0, pause: 1, leave: 2 },
      leaving: expect.arrayContaining([
        { code: 'never_answered', count: 1 },
        { code: 'by_hand', count: 1 },
      ]),
    });
    expect(told).toEqual([new Set([silent[0], talking[0]])]);
    expect((await ask('GET', `/pools/${poolId}`)).body).toMatchObject({ people: 3, paused: 1 });
    expect((await decide(run.id, silent[2], { decision: 'leave' })).body.code).toBe('pools.clean_up_is_finished');
  });

  it('takes a decision back until it is finished', async () => {
    const run = await begin();
    await decide(run.id, silent[0], { decision: 'leave' });

    await ask('DELETE', `/clean-ups/${run.id}/items/${silent[0]}`);
    await ask('PUT', `/clean-ups/${run.id}/finish`);

    expect(await sizeOf()).toBe(5);
  });

  it('takes over all proposals of a kind in a Volumen pool', async () => {
    const run = await begin();

    const { body } = await ask('PUT', `/clean-ups/${run.id}/proposals`, { proposal: 'leave' });

    expect(body).toEqual({ people: 3 });
    expect((await ask('GET', `/clean-ups/${run.id}`)).body.open).toEqual({ stay: 2, pause: 0, leave: 0 });
  });

  it('asks about everyone one by one in a Boutique pool', async () => {
    const boutique = await poolWith('boutique', silent);
    const run = await begin(boutique);

    const { body } = await ask('PUT', `/clean-ups/${run.id}/proposals`, { proposal: 'leave' });

    expect(run.allowsBulk).toBe(false);
    expect(body.code).toBe('pools.bulk_forbidden');
  });

  it('needs a day ahead for a pause, and no day for anything else', async () => {
    const run = await begin();

    expect((await decide(run.id, silent[0], { decision: 'pause' })).status).toBe(422);
    expect((await decide(run.id, silent[0], { decision: 'leave', pausedUntil: '2027-03-01' })).status).toBe(422);
    expect((await decide(run.id, silent[0], { decision: 'pause', pausedUntil: '2026-01-01' })).body.code).toBe(
      'pools.pause_in_past',
    );
  });

  it('runs once at a time, can be dropped, and leaves in peace who rests', async () => {
    const run = await begin();
    expect((await ask('POST', `/pools/${poolId}/clean-ups`, {})).body.code).toBe('pools.clean_up_runs');

    expect((await ask('DELETE', `/clean-ups/${run.id}`)).status).toBe(204);
    await ask('PATCH', `/pools/${poolId}/members/${silent[0]}`, { pausedUntil: '2027-03-01' });
    expect((await begin()).open).toEqual({ stay: 2, pause: 0, leave: 2 });
  });

  it('is not for roles that only read, and not for other legal entities', async () => {
    const run = await begin();

    expect((await ask('PUT', `/clean-ups/${run.id}/finish`, undefined, 'hiring_manager')).status).toBe(403);
    expect((await ask('GET', `/clean-ups/${run.id}`, undefined, 'hiring_manager')).status).toBe(200);
    expect((await ask('GET', `/clean-ups/${newId()}`)).status).toBe(404);
  });
});
