import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { Answer } from './testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from './testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const today = async (role?: 'recruiter' | 'administrator') => (await ask('GET', '/today', undefined, role)).body;
const kinds = (answer: Answer) =>
  answer.five.map(({ reasons }: Answer) => reasons.map((reason: Answer) => reason.kind));

const under = (ids: string[]) => underPlan(house, ids);
const firstReminder = async (): Promise<string> => (await today()).five[0].reasons[0].reminderId;

describe('acts in Today', () => {
  it('snoozes to a day in words, in both languages, and comes back on that day', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await under([id]);

    const snoozed = await ask('PUT', `/reminders/${await firstReminder()}/snooze`, { words: 'nächsten Dienstag' });
    const after = await today();
    await beginDay(house, '2026-12-01T08:30:00Z');

    expect(snoozed.body.on).toBe('2026-12-01');
    expect(after.five).toEqual([]);
    expect(kinds(await today())).toEqual([['cadence']]);
    expect((await ask('PUT', `/reminders/${await firstReminder()}/snooze`, { words: 'in 3 weeks' })).body.on).toBe(
      '2026-12-22',
    );
  });

  it('refuses a day that is past and words that name none', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await under([id]);
    const reminder = await firstReminder();

    const past = await ask('PUT', `/reminders/${reminder}/snooze`, { until: '2026-11-20' });
    const nonsense = await ask('PUT', `/reminders/${reminder}/not-now`, {
      reasonKind: 'project',
      comeBack: { words: 'irgendwann' },
    });

    expect([past.status, past.body.code]).toEqual([422, 'care.day_is_past']);
    expect([nonsense.status, nonsense.body.code]).toEqual([422, 'care.words_not_understood']);
    expect((await today()).five).toHaveLength(1);
  });

  it('takes "not now" as an answer: nobody asks before the day, and on the day the reason stands there', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    const { planId } = await under([id]);

    await ask('PUT', `/reminders/${await firstReminder()}/not-now`, {
      reasonKind: 'project',
      reason: 'Umbau bis Ende Februar',
      comeBack: { until: '2027-03-01' },
    });
    const next = (await ask('GET', `/plans/${planId}/memberships`)).body.items[0];
    await beginDay(house, '2027-02-28T08:30:00Z');
    const before = await today();
    await beginDay(house, '2027-03-01T08:30:00Z');

    expect(next).toMatchObject({ comeBackOn: '2027-03-01', nextDueOn: '2027-03-01' });
    expect(before.five).toEqual([]);
    expect((await today()).five[0].reasons).toMatchObject([
      { kind: 'come_back', reasonKind: 'project', reason: 'Umbau bis Ende Februar', saidOn: '2026-11-23' },
    ]);
  });

  it('is done without a contact: the rhythm counts again from today', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    const { planId } = await under([id]);

    await ask('PUT', `/reminders/${await firstReminder()}/done`, {});

    expect((await today()).five).toEqual([]);
    expect((await ask('GET', `/plans/${planId}/memberships`)).body.items[0].nextDueOn).toBe('2027-02-22');
  });

  it('keeps a promise when its reminder is done, and takes that back, too', async () => {
    const id = await keepSomebody(house);
    await ask('POST', `/talents/${id}/promises`, { what: 'Buch leihen', dueOn: '2026-11-23' });
    await beginDay(house, '2026-11-23T08:30:00Z');
    const reminder = await firstReminder();

    await ask('PUT', `/reminders/${reminder}/done`, {});
    const after = await today();
    await ask('DELETE', `/reminders/${reminder}/done`);
    const again = await today();

    expect([after.five, after.promises]).toEqual([[], []]);
    expect(kinds(again)).toEqual([['promise']]);
    expect(again.promises).toHaveLength(1);
  });

  it.each([
    ['done', {}],
    ['snooze', { words: 'in 2 Wochen' }],
    ['not-now', { reasonKind: 'family', comeBack: { words: 'in 3 Monaten' } }],
  ])('takes %s back within ten minutes, and no longer', async (act, body) => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    const { planId } = await under([id]);
    const before = await today();
    const [{ reminderId }] = before.five[0].reasons;

    await ask('PUT', `/reminders/${reminderId}/${act}`, body);
    const undone = await ask('DELETE', `/reminders/${reminderId}/${act}`);
    const after = await today();
    const due = (await ask('GET', `/plans/${planId}/memberships`)).body.items[0].nextDueOn;
    await ask('PUT', `/reminders/${reminderId}/${act}`, body);
    house.clock.now = new Date('2026-11-23T08:11:00Z');
    const late = await ask('DELETE', `/reminders/${reminderId}/${act}`);

    expect(undone.status).toBe(204);
    expect(after.five).toEqual(before.five);
    expect(due).toBe('2026-10-22');
    expect([late.status, late.body.code]).toEqual([409, 'care.undo_too_late']);
  });

  it('tells the second of two who act at once that somebody was faster', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await under([id]);
    const reminder = await firstReminder();

    const both = await Promise.all([
      ask('PUT', `/reminders/${reminder}/done`, {}),
      ask('PUT', `/reminders/${reminder}/done`, {}, 'recruiter'),
    ]);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('care.acted_already');
  });

  it('shows a hiring manager and an auditor nothing of it', async () => {
    expect((await ask('GET', '/today', undefined, 'hiring_manager')).status).toBe(403);
    expect((await ask('GET', '/today', undefined, 'auditor')).status).toBe(403);
  });
});
