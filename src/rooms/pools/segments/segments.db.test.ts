import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#ground/ids.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { aPerson, keepPeople } from '#rooms/talents/testing.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Role } from '../testing.ts';
import { asking, keepLookedAfter } from '../testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyTables(house.db, 'pools', 'saved_segments', 'talents');
  await keepLookedAfter(house, 3, { tags: ['Messe'] });
  await keepLookedAfter(house, 2);
});

const MESSE = { is: 'tag', values: ['Messe'] };
const save = async (name: string, rule: unknown, more: object = {}) =>
  ask('POST', '/segments', { name, rule, ...more });
const count = async (rule: unknown, role?: Role, segmentId?: string) =>
  (await ask('POST', '/segments/count', { rule, ...(segmentId ? { segmentId } : {}) }, role)).body;

describe('a segment', () => {
  it('is counted while it is written, and is a condition of the list of talents', async () => {
    expect(await count(MESSE)).toEqual({ count: { value: 3, isExact: true } });

    const { body } = await save('Messe', { not: MESSE });
    const list = await ask('GET', `/talents?savedSegment=${body.id}`);

    expect(body.count).toEqual({ value: 2, isExact: true });
    expect(list.body.count).toEqual({ value: 2, isExact: true });
  });

  it('never counts people of another legal entity, or in the bin', async () => {
    await keepPeople(house.systemCtx(), [aPerson(house.otherEntityId, { tags: ['Messe'] })]);
    const { body } = await ask('GET', '/talents?tag=Messe');
    await ask('DELETE', `/talents/${body.items[0].id}`);

    expect((await count(MESSE)).count.value).toBe(2);
    expect((await count({ not: { is: 'tag', values: ['Nirgends'] } })).count.value).toBe(4);
  });

  it('names pools and other segments, also inside each other', async () => {
    const { body: messe } = await save('Messe', MESSE);
    const { body: pool } = await ask('POST', '/pools', { name: 'Jung', mode: 'volume' });
    await ask('POST', `/pools/${pool.id}/members`, { selection: { rule: { is: 'owner', values: ['me'] } } });
    const { body: both } = await save('Beides', {
      all: [
        { is: 'segment', id: messe.id },
        { is: 'pool', ids: [pool.id] },
      ],
    });

    expect(both.count.value).toBe(3);
    expect(
      (await count({ all: [{ is: 'pool', ids: [pool.id] }, { not: { is: 'segment', id: both.id } }] })).count.value,
    ).toBe(2);
  });

  it('refuses a circle, over any number of corners', async () => {
    const { body: one } = await save('Eins', MESSE);
    const { body: two } = await save('Zwei', { is: 'segment', id: one.id });
    const { body: three } = await save('Drei', { is: 'segment', id: two.id });
    const change = (rule: unknown) => ask('PATCH', `/segments/${one.id}`, { version: 1, changes: { rule } });

    expect((await change({ is: 'segment', id: one.id })).body.code).toBe('pools.rule_segment_cycle');
    expect((await change({ any: [MESSE, { is: 'segment', id: three.id }] })).body.code).toBe(
      'pools.rule_segment_cycle',
    );
    expect((await count({ is: 'segment', id: three.id }, 'recruiter', one.id)).code).toBe('pools.rule_segment_cycle');
  });

  it('says that it names something deleted, instead of counting nobody', async () => {
    const { body: messe } = await save('Messe', MESSE);
    const { body: other } = await save('Nicht Messe', { not: { is: 'segment', id: messe.id } });
    await ask('DELETE', `/segments/${messe.id}`);

    const { body } = await ask('GET', `/segments/${other.id}`);

    expect(body).toMatchObject({ count: null, problem: { code: 'pools.rule_segment_gone' } });
    expect((await ask('GET', `/talents?savedSegment=${other.id}`)).body).toMatchObject({
      status: 422,
      code: 'pools.rule_segment_gone',
    });

    await ask('POST', `/segments/${messe.id}/restore`);
    expect((await ask('GET', `/segments/${other.id}`)).body.count.value).toBe(2);
  });

  it('says the same of a pool that is gone, put away or not for this reader', async () => {
    const { body: pool } = await ask('POST', '/pools', { name: 'Jung', mode: 'volume', visibility: 'private' });
    const rule = { is: 'pool', ids: [pool.id] };

    expect((await count(rule)).count.value).toBe(0);
    expect((await count(rule, 'administrator')).code).toBe('pools.rule_pool_gone');
    expect((await count({ is: 'pool', ids: [newId()] })).code).toBe('pools.rule_pool_gone');
  });

  it.each([
    ['nonsense', 'everyone who is nice', 'pools.rule_not_a_rule'],
    ['no days', { is: 'silent', days: 0 }, 'pools.rule_days'],
    ['days before zero', { is: 'silent', days: -90 }, 'pools.rule_days'],
    ['ten thousand days', { is: 'silent', days: 10_000 }, 'pools.rule_days'],
    ['an unknown field', { is: 'horoscope', values: ['Löwe'] }, 'pools.rule_condition_unknown'],
    ['an empty group', { any: [] }, 'pools.rule_group_empty'],
    [
      'seven groups inside each other',
      { all: [{ all: [{ all: [{ all: [{ all: [{ all: [{ all: [MESSE] }] }] }] }] }] }] },
      'pools.rule_too_deep',
    ],
    ['nothing', null, 'pools.rule_not_a_rule'],
  ])('is refused with a sentence of its own: %s', async (_, rule, code) => {
    expect((await save('Regel', rule)).body).toMatchObject({ status: 422, code });
    expect((await count(rule)).code).toBe(code);
  });

  it('cannot smuggle anything into the statement', async () => {
    const evil = "'); drop table talents; --";

    expect((await count({ is: 'tag', values: [evil] })).count.value).toBe(0);
    expect((await count({ is: 'role', values: ["%' or 1=1 --"] })).count.value).toBe(0);
    expect((await count(MESSE)).count.value).toBe(3);
  });

  it('that asks contact data is refused to a hiring manager, saved or not', async () => {
    const rule = { all: [MESSE, { is: 'reachable', by: 'mail' }] };
    const { body } = await save('Erreichbar', rule);

    expect((await count(rule, 'hiring_manager')).code).toBe('pools.condition_hidden');
    expect((await ask('GET', `/talents?savedSegment=${body.id}`, undefined, 'hiring_manager')).status).toBe(403);
    expect((await ask('GET', '/segments', undefined, 'hiring_manager')).body.items).toMatchObject([
      { count: null, problem: { code: 'pools.condition_hidden' } },
    ]);
  });

  it('means the reader by "me"', async () => {
    const { body } = await save('Meine', { is: 'owner', values: ['me'] });

    expect(body.count.value).toBe(5);
    expect((await ask('GET', `/segments/${body.id}`, undefined, 'administrator')).body.count.value).toBe(0);
  });

  it('may be one’s own, and then no rule for all names it', async () => {
    const { body: mine } = await save('Nur ich', MESSE, { visibility: 'private' });

    expect((await ask('GET', `/segments/${mine.id}`, undefined, 'administrator')).status).toBe(404);
    expect((await save('Für alle', { is: 'segment', id: mine.id })).body.code).toBe('pools.rule_names_private');
    expect((await save('Auch nur ich', { is: 'segment', id: mine.id }, { visibility: 'private' })).status).toBe(201);
  });

  it('refuses the slower of two who change it, and a name that is taken', async () => {
    const { body } = await save('Messe', MESSE);
    const change = (name: string) => ask('PATCH', `/segments/${body.id}`, { version: 1, changes: { name } });

    expect((await change('Messe 2026')).status).toBe(200);
    expect((await change('Messen')).body.code).toBe('pools.segment_changed_meanwhile');
    expect((await save('messe 2026', MESSE)).body.code).toBe('pools.segment_name_taken');
  });

  it('tells other rooms of its change, and of the change of all that name it', async () => {
    const { body: messe } = await save('Messe', MESSE);
    const { body: other } = await save('Andere', { not: { is: 'segment', id: messe.id } });
    const told: string[] = [];
    house.parts.events.on('pools.segment_changed', async (_, { segmentId }) => void told.push(segmentId));

    await ask('PATCH', `/segments/${messe.id}`, { version: 1, changes: { rule: { is: 'tag', values: ['Tagung'] } } });

    expect(told).toEqual([messe.id, other.id]);
  });

  it('stands on the page of everybody whom it finds', async () => {
    await save('Messe', MESSE);
    await save('Nicht Messe', { not: MESSE });
    const { body } = await ask('GET', '/talents?tag=Messe');

    const { body: where } = await ask('GET', `/talents/${body.items[0].id}/pools`);

    expect(where.segments).toMatchObject([{ name: 'Messe' }]);
  });
});
