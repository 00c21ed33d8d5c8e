import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import { asking, keepLookedAfter } from './testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'pools', 'saved_segments', 'talents');
  house.clock.now = new Date('2026-11-23T09:00:00Z');
});

const make = async (mode: string, more: object = {}) =>
  (await ask('POST', '/pools', { name: 'Antriebsregelung', mode, ...more })).body.id as string;
const add = (poolId: string, ids: string[], reason?: string) =>
  ask('POST', `/pools/${poolId}/members`, { selection: { ids }, ...(reason ? { reason } : {}) });
const sizeOf = async (poolId: string) => (await ask('GET', `/pools/${poolId}`)).body.people as number;
const REASON = 'Kennt Umrichter wie wenige.';

describe('a Boutique pool', () => {
  it('refuses the 26th person of one owner and says what helps by its code', async () => {
    const poolId = await make('boutique');
    const ids = await keepLookedAfter(house, 26);
    for (const id of ids.slice(0, 25)) expect((await add(poolId, [id], REASON)).status).toBe(201);

    const last = await add(poolId, [ids[25] ?? ''], REASON);

    expect(last.status).toBe(409);
    expect(last.body).toMatchObject({ code: 'pools.cap_reached', params: { cap: 25 } });
    expect(await sizeOf(poolId)).toBe(25);
  });

  it('lets only one of two who take the last place at once have it', async () => {
    const poolId = await make('boutique', { capPerOwner: 1 });
    const [one = '', two = ''] = await keepLookedAfter(house, 2);

    const answers = await Promise.all([add(poolId, [one], REASON), add(poolId, [two], REASON)]);

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(await sizeOf(poolId)).toBe(1);
  });

  it('asks for a written reason', async () => {
    const poolId = await make('boutique');
    const ids = await keepLookedAfter(house, 1);

    expect((await add(poolId, ids)).body).toMatchObject({ status: 422, code: 'pools.reason_needed' });
  });

  it('asks for somebody who looks after the person, and a deputy', async () => {
    const poolId = await make('boutique');
    const person = aPerson(house.entityId, {});
    await keepPeople(house.systemCtx(), [person]);

    expect((await add(poolId, [person.id], REASON)).body).toMatchObject({
      status: 422,
      code: 'pools.owner_and_deputy_needed',
    });
  });

  it('refuses many at once, and whoever a rule finds', async () => {
    const poolId = await make('boutique');
    const ids = await keepLookedAfter(house, 2);

    expect((await add(poolId, ids, REASON)).body.code).toBe('pools.bulk_forbidden');
    const byRule = { selection: { rule: { is: 'stage', values: ['known'] } }, reason: REASON };
    expect((await ask('POST', `/pools/${poolId}/members`, byRule)).body.code).toBe('pools.bulk_forbidden');
    expect((await ask('POST', `/pools/${poolId}/members/preview`, byRule)).body.code).toBe('pools.bulk_forbidden');
    expect(await sizeOf(poolId)).toBe(0);
  });

  it('keeps its reasons: none can be taken away', async () => {
    const poolId = await make('boutique');
    const [id = ''] = await keepLookedAfter(house, 1);
    await add(poolId, [id], REASON);

    const change = await ask('PATCH', `/pools/${poolId}/members/${id}`, { reason: null });

    expect(change.body.code).toBe('pools.reason_needed');
  });

  it('does not come back above its cap by an undo', async () => {
    const poolId = await make('boutique', { capPerOwner: 1 });
    const [one = '', two = ''] = await keepLookedAfter(house, 2);
    await add(poolId, [one], REASON);
    const { body } = await ask('POST', `/pools/${poolId}/members/removals`, { ids: [one] });
    await add(poolId, [two], REASON);

    const undo = await ask('POST', `/pool-acts/${body.actId}/undo`);

    expect(undo.body.code).toBe('pools.cap_reached');
    expect(await sizeOf(poolId)).toBe(1);
  });

  it('can be made of a Volumen pool only when everyone in it fits', async () => {
    const poolId = await make('volume');
    const ids = await keepLookedAfter(house, 3);
    await add(poolId, ids);
    const change = () =>
      ask('PATCH', `/pools/${poolId}`, { version: 1, changes: { mode: 'boutique', capPerOwner: 2 } });

    expect((await change()).body).toMatchObject({
      code: 'pools.mode_obstacles',
      params: { withoutReason: 3, withoutOwnerAndDeputy: 0, overCap: 1 },
    });

    await ask('POST', `/pools/${poolId}/members/removals`, { ids: ids.slice(0, 1) });
    for (const id of ids.slice(1)) await ask('PATCH', `/pools/${poolId}/members/${id}`, { reason: REASON });
    expect((await change()).body).toMatchObject({ mode: 'boutique', capPerOwner: 2, version: 2 });
  });
});

describe('a Volumen pool', () => {
  it('takes many at once and says before who is left out and why', async () => {
    const poolId = await make('volume');
    const [inside = '', fresh = '', ending = ''] = await keepLookedAfter(house, 3);
    await add(poolId, [inside]);
    await house.db.updateTable('talents').set({ erase_on: '2026-11-23' }).where('id', '=', ending).execute();
    const [foreign] = [aPerson(house.otherEntityId, {})];
    await keepPeople(house.systemCtx(), [foreign]);
    const ids = [inside, fresh, ending, foreign.id];

    const preview = await ask('POST', `/pools/${poolId}/members/preview`, { selection: { ids } });

    expect(preview.body).toMatchObject({ selected: 4, added: 1 });
    expect(preview.body.leftOut).toEqual([
      { reason: 'already_there', count: 1 },
      { reason: 'no_ground', count: 1 },
      { reason: 'unknown', count: 1 },
    ]);
    expect((await add(poolId, ids)).body).toMatchObject({ people: 1, leftOut: preview.body.leftOut });
    expect(await sizeOf(poolId)).toBe(2);
  });

  it('leaves out people of another of the member’s legal entities', async () => {
    const poolId = await make('volume');
    const other = aPerson(house.otherEntityId, {});
    await keepPeople(house.systemCtx(), [other]);
    const { addToPool } = await import('./members.ts');
    const ctx = house.ctxFor('recruiter', [house.entityId, house.otherEntityId]);

    expect(await addToPool(ctx, { poolId, talentIds: [other.id] })).toMatchObject({
      people: 0,
      leftOut: [{ reason: 'wrong_entity', count: 1 }],
    });
  });

  it('takes everyone whom a segment finds, and tells other rooms who came', async () => {
    const ids = await keepLookedAfter(house, 3, { tags: ['Messe'] });
    await keepLookedAfter(house, 2);
    const rule = { is: 'tag', values: ['Messe'] };
    const { body: segment } = await ask('POST', '/segments', { name: 'Messe', rule });
    const poolId = await make('volume');
    const told: unknown[] = [];
    house.parts.events.on('pools.members_changed', async (_, news) => void told.push(news));

    const { body } = await ask('POST', `/pools/${poolId}/members`, { selection: { segmentId: segment.id } });

    expect(body.people).toBe(3);
    expect(told).toEqual([{ poolId, added: expect.arrayContaining(ids), removed: [] }]);
  });

  it('is as before after an undo of adding and of removing, and what somebody changed since is kept', async () => {
    const poolId = await make('volume');
    const ids = await keepLookedAfter(house, 3);
    const added = await add(poolId, ids);
    await ask('PATCH', `/pools/${poolId}/members/${ids[0]}`, { reason: 'War am Stand.' });

    expect((await ask('POST', `/pool-acts/${added.body.actId}/undo`)).body).toEqual({ undone: 2, kept: 1 });
    expect(await sizeOf(poolId)).toBe(1);

    const removed = await ask('POST', `/pools/${poolId}/members/removals`, { ids: [ids[0]] });
    expect((await ask('POST', `/pool-acts/${removed.body.actId}/undo`)).body).toEqual({ undone: 1, kept: 0 });
    const { body } = await ask('GET', `/pools/${poolId}/members`);
    expect(body.items).toMatchObject([{ talentId: ids[0], reason: 'War am Stand.' }]);
  });

  it('can be undone once, by the one who acted, for ten minutes', async () => {
    const poolId = await make('volume');
    const ids = await keepLookedAfter(house, 1);
    const { actId } = (await add(poolId, ids)).body;
    const undo = (role?: 'administrator') => ask('POST', `/pool-acts/${actId}/undo`, undefined, role);

    expect((await undo('administrator')).status).toBe(404);
    house.clock.now = new Date('2026-11-23T09:11:00Z');
    expect((await undo()).body.code).toBe('pools.undo_too_late');
    house.clock.now = new Date('2026-11-23T09:09:00Z');
    expect((await undo()).status).toBe(200);
    expect((await undo()).body.code).toBe('pools.already_undone');
  });

  it('lets somebody rest until a day, which must be ahead', async () => {
    const poolId = await make('volume');
    const [id = ''] = await keepLookedAfter(house, 1);
    await add(poolId, [id]);
    const rest = (pausedUntil: string) => ask('PATCH', `/pools/${poolId}/members/${id}`, { pausedUntil });

    expect((await rest('2026-11-23')).body.code).toBe('pools.pause_in_past');
    expect((await rest('2027-03-01')).status).toBe(200);
    expect((await ask('GET', `/pools/${poolId}`)).body).toMatchObject({ people: 1, paused: 1 });
  });

  it('is listed page by page without loss or repetition', async () => {
    const poolId = await make('volume');
    const ids = await keepLookedAfter(house, 7);
    await add(poolId, ids);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await ask('GET', `/pools/${poolId}/members?limit=3${cursor && `&cursor=${cursor}`}`);
      for (const { talentId } of body.items) seen.push(talentId);
      cursor = body.nextCursor;
    }

    expect(seen.toSorted()).toEqual(ids.toSorted());
  });
});

describe('people who are joined, parted and erased', () => {
  it('are in the pools of both, and get back what they had when they are parted', async () => {
    const poolId = await make('boutique');
    const [kept = '', gone = ''] = await keepLookedAfter(house, 2);
    await add(poolId, [gone], REASON);
    const { body: merged } = await ask('POST', `/talents/${kept}/merge`, { otherId: gone });
    const inPool = async () =>
      (await ask('GET', `/pools/${poolId}/members`)).body.items.map(({ talentId }: { talentId: string }) => talentId);

    expect(await inPool()).toEqual([kept]);
    expect((await ask('GET', `/talents/${kept}/pools`)).body.pools).toMatchObject([{ id: poolId, reason: REASON }]);

    await ask('POST', `/merges/${merged.mergeId}/undo`);
    expect(await inPool()).toEqual([gone]);
  });

  it('keep their own place when both were in the pool', async () => {
    const poolId = await make('volume');
    const [kept = '', gone = ''] = await keepLookedAfter(house, 2);
    await add(poolId, [kept, gone]);
    const { body: merged } = await ask('POST', `/talents/${kept}/merge`, { otherId: gone });

    expect(await sizeOf(poolId)).toBe(1);
    await ask('POST', `/merges/${merged.mergeId}/undo`);
    expect(await sizeOf(poolId)).toBe(2);
  });

  it('are not counted while they wait in the bin, and leave nothing behind when they are erased', async () => {
    const poolId = await make('volume');
    const [id = ''] = await keepLookedAfter(house, 1);
    await add(poolId, [id], 'Ein Satz über diesen Menschen.');

    await ask('DELETE', `/talents/${id}`);
    expect(await sizeOf(poolId)).toBe(0);

    await house.db.deleteFrom('talents').where('id', '=', id).execute();
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from pool_members) + (select count(*) from pool_act_rows) as left`.execute(house.db);
    expect(rows[0]?.left).toBe(0);
  });
});
