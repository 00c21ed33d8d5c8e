import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Answer } from '../testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from '../testing.ts';
import { provideTodayLines } from './lines.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const today = async () => (await ask('GET', '/today')).body;
const idsOf = (list: Answer[]): string[] => list.map(({ person }) => person.id);

/** So many people who are due today, the longest silent first; days apart, so that no weekend makes two of them equal. */
async function due(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1)
    ids.push(
      await keepSomebody(house, { touchpoints: [aTouch(`2026-06-${String(3 * at + 1).padStart(2, '0')}T09:00:00Z`)] }),
    );
  await underPlan(house, ids);
  return ids;
}
const reminderOf = (answer: Answer, index: number): string => answer.five[index].reasons[0].reminderId;

describe('who was dealt with today', () => {
  it('takes a place of the five, stays named after a reload, and nobody moves up', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = await due(8);
    const before = await today();

    await ask('PUT', `/reminders/${reminderOf(before, 0)}/done`, {});
    await ask('PUT', `/reminders/${reminderOf(before, 1)}/snooze`, { until: '2026-12-15' });
    await ask('POST', `/talents/${c}/touchpoints`, { channel: 'phone', direction: 'ours' });
    const after = await today();

    expect(idsOf(before.five)).toEqual([a, b, c, d, e]);
    expect(idsOf(after.five)).toEqual([d, e]);
    expect(after.handled.map(({ person, act, on }: Answer) => [person.id, act, on])).toEqual(
      expect.arrayContaining([
        [a, 'done', null],
        [b, 'snoozed', '2026-12-15'],
        [c, 'contact', null],
      ]),
    );
    expect(after.queueCount).toBe(3);
  });

  it('comes back with the way back that the answer names', async () => {
    const [a = '', b = ''] = await due(2);
    await ask('PUT', `/reminders/${reminderOf(await today(), 0)}/done`, {});
    await ask('POST', `/talents/${b}/touchpoints`, { channel: 'phone', direction: 'ours' });
    const { handled } = await today();
    const undoOf = (id: string) => handled.find(({ person }: Answer) => person.id === id).undo;

    await ask('DELETE', `/reminders/${undoOf(a).reminderId}/done`);
    for (const actId of undoOf(b).actIds) await ask('POST', `/acts/${actId}/undo`);
    const after = await today();

    expect([idsOf(after.five), after.handled]).toEqual([[a, b], []]);
  });

  it('has no way back after ten minutes, and is forgotten the next day', async () => {
    await due(1);
    await ask('PUT', `/reminders/${reminderOf(await today(), 0)}/snooze`, { until: '2026-12-15' });

    house.clock.now = new Date('2026-11-23T08:11:00Z');
    const later = await today();
    await beginDay(house, '2026-11-24T08:00:00Z');

    expect(later.handled).toMatchObject([{ act: 'snoozed', undo: null }]);
    expect((await today()).handled).toEqual([]);
  });

  it('stands there again while a promise to them is open, and a contact that keeps it is taken back whole', async () => {
    const [a = ''] = await due(1);
    const promise = await ask('POST', `/talents/${a}/promises`, { what: 'Anruf', dueOn: '2026-11-20' });
    await ask('POST', `/talents/${a}/touchpoints`, { channel: 'phone', direction: 'ours' });
    const open = await today();
    await ask('PUT', `/talents/${a}/promises/${promise.body.id}/kept`);
    const kept = await today();

    for (const actId of kept.handled[0].undo.actIds) await ask('POST', `/acts/${actId}/undo`);
    const after = await today();

    expect(open.five[0].reasons).toMatchObject([{ kind: 'promise' }]);
    expect([open.handled, kept.five]).toEqual([[], []]);
    expect(after.five[0].reasons.map(({ kind }: Answer) => kind)).toEqual(['promise', 'cadence']);
  });

  it('leaves room for an answer of today beyond the five, and for no older one', async () => {
    await ask('PATCH', '/today/settings', { perDay: 1 });
    await due(1);
    const old = await keepSomebody(house, {
      touchpoints: [aTouch('2026-11-20T09:00:00Z', { direction: 'theirs', channel: 'mail' })],
    });
    await beginDay(house, '2026-11-23T08:20:00Z');
    await ask('PUT', `/reminders/${reminderOf(await today(), 0)}/snooze`, { until: '2026-12-15' });
    const without = idsOf((await today()).five);
    const fresh = await keepSomebody(house);
    await ask('POST', `/talents/${fresh}/touchpoints`, {
      channel: 'mail',
      direction: 'theirs',
      body: 'Wann passt es?',
    });

    const after = await today();

    expect([without, old === fresh]).toEqual([[], false]);
    expect(idsOf(after.five)).toEqual([fresh]);
  });
});

describe('lines of other rooms', () => {
  it('stand in Today with their room, and one with nothing behind it does not', async () => {
    provideTodayLines('campaigns', async ({ actor }) => [
      { key: 'replies', count: actor.role === 'recruiter' ? 2 : 0, to: '/campaigns/replies' },
      { key: 'stopped', count: 0, to: '/campaigns' },
    ]);

    const [mine, other] = [await today(), (await ask('GET', '/today', undefined, 'administrator')).body];

    expect(mine.lines).toEqual([{ room: 'campaigns', key: 'replies', count: 2, to: '/campaigns/replies' }]);
    expect(other.lines).toEqual([]);
  });
});
