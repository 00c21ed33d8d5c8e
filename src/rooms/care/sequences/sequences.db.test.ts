import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Answer } from '../testing.ts';
import { asking, beginDay, emptyCare, keepSomebody } from '../testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const STEPS = [
  { afterDays: 0, kind: 'mail', title: 'Erste Zeilen schreiben', text: 'Guten Tag …' },
  { afterDays: 7, kind: 'mail', title: 'Nachfragen' },
];
async function start(ids: string[], given: object = {}): Promise<{ id: string; answer: Answer }> {
  const made = await ask('POST', '/sequences', {
    name: 'Kennenlernen',
    steps: STEPS,
    entry: 'by_hand',
    state: 'running',
    ...given,
  });
  expect(made.status).toBe(201);
  const { body } = await ask('POST', `/sequences/${made.body.id}/runs`, { talentIds: ids });
  return { id: made.body.id, answer: body };
}
const runs = async (id: string) => (await ask('GET', `/sequences/${id}/runs`)).body.items as Answer[];
const tasks = async () =>
  (await ask('GET', '/today')).body.five.flatMap(({ reasons }: Answer) =>
    reasons.filter(({ kind }: Answer) => kind === 'task'),
  ) as Answer[];

describe('a sequence', () => {
  it('makes a mail step a task for a human, and goes on when the human has written', async () => {
    const id = await keepSomebody(house);
    const sequence = await start([id]);
    const first = await tasks();
    house.clock.now = new Date('2026-11-23T09:00:00Z');
    await ask('POST', `/talents/${id}/touchpoints`, { channel: 'mail', direction: 'ours' });
    const [between] = await runs(sequence.id);
    await beginDay(house, '2026-11-30T08:00:00Z');

    expect(sequence.answer).toEqual({ started: 1, leftOut: [] });
    expect(first).toMatchObject([
      { title: 'Erste Zeilen schreiben', text: 'Guten Tag …', stepNumber: 1, stepCount: 2 },
    ]);
    expect(between).toMatchObject({ state: 'running', stepsDone: 1, nextOn: '2026-11-30' });
    expect(await tasks()).toMatchObject([{ title: 'Nachfragen', stepNumber: 2 }]);
  });

  it.each([
    ['an answer', { channel: 'mail', direction: 'theirs' }, 'reply'],
    ['a call by a colleague', { channel: 'phone', direction: 'ours' }, 'touch'],
  ])('stops on %s, and its task goes', async (_what, touch, reason) => {
    const id = await keepSomebody(house);
    const sequence = await start([id]);
    house.clock.now = new Date('2026-11-23T09:00:00Z');

    await ask('POST', `/talents/${id}/touchpoints`, touch, 'administrator');

    expect(await runs(sequence.id)).toMatchObject([{ state: 'stopped', stopReason: reason }]);
    expect(await tasks()).toEqual([]);
  });

  it('stops in a silence, on a withdrawal, and when somebody leaves the pool', async () => {
    const [quiet, gone, left] = [await keepSomebody(house), await keepSomebody(house), await keepSomebody(house)];
    const pool = await ask('POST', '/pools', { name: 'Einstieg', mode: 'volume' });
    await ask('POST', `/pools/${pool.body.id}/members`, { selection: { ids: [quiet, gone, left] } });
    const sequence = await start([quiet, gone, left], { poolId: pool.body.id });

    await ask('POST', `/talents/${quiet}/silences`, { reason: 'asked', from: '2026-11-23', until: '2026-12-31' });
    await ask('POST', `/talents/${gone}/objections`, { scope: 'direct_contact', via: 'phone' });
    await ask('POST', `/pools/${pool.body.id}/members/removals`, { ids: [left] });

    const stopped = Object.fromEntries(
      (await runs(sequence.id)).map(({ person, stopReason }) => [person.id, stopReason]),
    );
    expect(stopped).toEqual({ [quiet]: 'silence', [gone]: 'silence', [left]: 'left_pool' });
    expect(await tasks()).toEqual([]);
  });

  it('moves on when a step is done by hand, and back when that is undone', async () => {
    const id = await keepSomebody(house);
    const sequence = await start([id]);
    const [{ reminderId }] = (await tasks()) as [Answer];

    await ask('PUT', `/reminders/${reminderId}/done`, {});
    const [after] = await runs(sequence.id);
    await ask('DELETE', `/reminders/${reminderId}/done`);
    const [again] = await runs(sequence.id);

    expect(after).toMatchObject({ stepsDone: 1, nextOn: '2026-11-30' });
    expect(again).toMatchObject({ stepsDone: 0, nextOn: '2026-11-23', state: 'running' });
    expect(await tasks()).toHaveLength(1);
  });

  it('says whom it does not start for, and why', async () => {
    const [fine, unreachable, outside] = [
      await keepSomebody(house),
      await keepSomebody(house, { addresses: [] }),
      await keepSomebody(house),
    ];
    await ask('POST', `/talents/${unreachable}/objections`, { scope: 'direct_contact', via: 'phone' });
    const pool = await ask('POST', '/pools', { name: 'Einstieg', mode: 'volume' });
    await ask('POST', `/pools/${pool.body.id}/members`, { selection: { ids: [fine, unreachable] } });
    const { id, answer } = await start([fine, unreachable, outside], { poolId: pool.body.id });

    const twice = await ask('POST', `/sequences/${id}/runs`, { talentIds: [fine] });

    expect(answer.started).toBe(1);
    expect(Object.fromEntries(answer.leftOut.map(({ talentId, reason }: Answer) => [talentId, reason]))).toEqual({
      [unreachable]: 'not_allowed',
      [outside]: 'not_in_pool',
    });
    expect(twice.body).toEqual({ started: 0, leftOut: [{ talentId: fine, reason: 'runs_already' }] });
  });

  it('takes in by itself who comes into a Volumen pool, once, and never anybody of a Boutique pool', async () => {
    const volume = await ask('POST', '/pools', { name: 'Volumen', mode: 'volume' });
    const boutique = await ask('POST', '/pools', { name: 'Boutique', mode: 'boutique' });
    const made = await ask('POST', '/sequences', {
      name: 'Willkommen',
      steps: STEPS,
      poolId: volume.body.id,
      entry: 'automatic',
      state: 'running',
    });
    const id = await keepSomebody(house);
    await ask('POST', `/pools/${volume.body.id}/members`, { selection: { ids: [id] } });
    await beginDay(house, '2026-11-24T08:00:00Z');
    const [run] = await runs(made.body.id);
    await ask('DELETE', `/sequences/${made.body.id}/runs/${run?.id}`);
    await beginDay(house, '2026-11-25T08:00:00Z');

    const refused = await ask('POST', '/sequences', {
      name: 'So nicht',
      steps: STEPS,
      poolId: boutique.body.id,
      entry: 'automatic',
    });

    expect(await runs(made.body.id)).toMatchObject([{ stopReason: 'by_hand' }]);
    expect(refused.body.code).toBe('care.boutique_enters_by_hand');
  });

  it('sends nothing by itself to a Boutique pool, neither when it is made nor when it is changed', async () => {
    const [boutique, volume] = [
      await ask('POST', '/pools', { name: 'Führung', mode: 'boutique' }),
      await ask('POST', '/pools', { name: 'Einstieg', mode: 'volume' }),
    ];
    const send = { subject: 'Willkommen', topicId: boutique.body.id, senderId: boutique.body.id };
    const steps = [{ afterDays: 0, kind: 'mail', title: 'Willkommen', text: 'Guten Tag', send }];
    const wanted = { name: 'Kennenlernen', steps, entry: 'by_hand' };

    const made = await ask('POST', '/sequences', { ...wanted, poolId: boutique.body.id });
    const { body } = await ask('POST', '/sequences', { ...wanted, poolId: volume.body.id });
    const moved = await ask('PATCH', `/sequences/${body.id}`, { version: 1, poolId: boutique.body.id });
    const asTasks = await ask('POST', '/sequences', { ...wanted, steps: STEPS, poolId: boutique.body.id });

    expect([made.body.code, moved.body.code]).toEqual(['care.boutique_needs_tasks', 'care.boutique_needs_tasks']);
    expect(asTasks.status).toBe(201);
  });

  it('that sends does not start for somebody who is in a Boutique pool besides', async () => {
    const [free, kept] = [await keepSomebody(house), await keepSomebody(house)];
    const volume = await ask('POST', '/pools', { name: 'Einstieg', mode: 'volume' });
    const boutique = await ask('POST', '/pools', { name: 'Führung', mode: 'boutique' });
    const send = { subject: 'Willkommen', topicId: volume.body.id, senderId: volume.body.id };
    const steps = [{ afterDays: 0, kind: 'mail', title: 'Willkommen', text: 'Guten Tag', send }];
    await ask('POST', `/pools/${boutique.body.id}/members`, { selection: { ids: [kept] }, reason: 'Kennt das Fach.' });

    const { answer } = await start([free, kept], { steps });
    const automatic = await start([], { steps, poolId: volume.body.id, entry: 'automatic' });
    await ask('POST', `/pools/${volume.body.id}/members`, { selection: { ids: [free, kept] } });
    await beginDay(house, '2026-11-24T08:00:00Z');

    expect(answer).toEqual({ started: 1, leftOut: [{ talentId: kept, reason: 'boutique_needs_tasks' }] });
    expect((await runs(automatic.id)).map(({ person }) => person.id)).toEqual([free]);
  });
});
