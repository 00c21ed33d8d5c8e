import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { ask } from '#rooms/consent/testing.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { listPairs } from './pair-list.ts';

let house: TestHouse;
let mara: Actor;
let ctx: Ctx;

beforeAll(async () => {
  house = await openTestHouse();
  mara = house.actorFor('recruiter');
  ctx = house.ctxFor('recruiter');
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'talents', 'duplicate_pairs');
});

async function aPair(probability: number): Promise<string> {
  const people = [aPerson(house.entityId), aPerson(house.entityId)];
  await keepPeople(ctx, people);
  const [talent_a = '', talent_b = ''] = people.map(({ id }) => id).toSorted();
  const id = newId();
  await house.db
    .insertInto('duplicate_pairs')
    .values({
      id,
      entity_id: house.entityId,
      talent_a,
      talent_b,
      probability,
      weight_bits: 4,
      fields: '[]',
      state: 'open',
      found_at: ctx.now,
    })
    .execute();
  return id;
}

const pairsOf = async (state: 'open' | 'merged', cursor?: string) => listPairs(ctx, { state, cursor, limit: 1 });

describe('the queue of pairs', () => {
  it('shows the most likely first, page by page', async () => {
    const [unlikely, likely] = [await aPair(0.6), await aPair(0.9)];

    const first = await pairsOf('open');
    const second = await pairsOf('open', first.nextCursor ?? undefined);

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([likely, unlikely]);
    expect([first.openCount, second.nextCursor]).toEqual([2, null]);
  });

  it('joins two people and takes them apart again', async () => {
    const pairId = await aPair(0.9);

    const merged = await ask(house, mara, 'POST', `/duplicates/${pairId}/merge`, { keep: 'a' });
    const after = await pairsOf('open');
    const separated = await ask(house, mara, 'POST', `/duplicates/${pairId}/separate`);

    expect([merged.status, separated.status]).toEqual([200, 204]);
    expect(after.items).toEqual([]);
    expect((await pairsOf('open')).items.map(({ id }) => id)).toEqual([pairId]);
  });

  it('asks no more about two persons', async () => {
    const pairId = await aPair(0.9);

    await ask(house, mara, 'PUT', `/duplicates/${pairId}/decision`, { decision: 'different' });

    expect(await pairsOf('open')).toMatchObject({ items: [], openCount: 0 });
  });
});
