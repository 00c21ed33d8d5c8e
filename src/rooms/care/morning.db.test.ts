import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setEraseDates } from '#rooms/talents/index.ts';
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

describe('the five for today', () => {
  it('names somebody whose rhythm is over, with the last contact and the ways that are allowed', async () => {
    const id = await keepSomebody(house, {
      touchpoints: [aTouch('2026-07-24T09:00:00Z', { body: 'Im Frühjahr fertig' })],
    });
    await under([id]);

    const seen = await today();

    expect(seen.five).toHaveLength(1);
    expect(seen.five[0]).toMatchObject({
      person: { id, lastName: 'Krähenbühl-Zürcher' },
      lastContact: { words: 'Im Frühjahr fertig', channel: 'phone' },
      suggestedChannel: 'mail',
      endsOn: '2028-06-30',
    });
    expect(seen.five[0].reasons[0]).toMatchObject({
      kind: 'cadence',
      everyDays: 90,
      countedFrom: '2026-07-24',
      dueOn: '2026-10-22',
    });
  });

  it('lets a contact restart the rhythm at once, whoever made it, and brings it back when it was a mistake', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    const { planId } = await under([id]);

    const logged = await ask(
      'POST',
      `/talents/${id}/touchpoints`,
      { channel: 'phone', direction: 'ours' },
      'administrator',
    );
    const after = await today();
    const next = (await ask('GET', `/plans/${planId}/memberships`)).body.items[0].nextDueOn;
    await ask('DELETE', `/talents/${id}/touchpoints/${logged.body.id}`, undefined, 'administrator');
    const again = await today();

    expect(after.five).toEqual([]);
    expect(next).toBe('2027-02-22');
    expect(kinds(again)).toEqual([['cadence']]);
  });

  it('puts a promise before an answer, an answer before a rhythm, and everybody stands there once', async () => {
    const long = () => aTouch('2026-05-04T09:00:00Z');
    const [quiet, waiting, promised] = [
      await keepSomebody(house, { touchpoints: [long()] }),
      await keepSomebody(house, {
        touchpoints: [long(), aTouch('2026-11-20T09:00:00Z', { direction: 'theirs', channel: 'mail' })],
      }),
      await keepSomebody(house, { touchpoints: [long()] }),
    ];
    await under([quiet, waiting, promised]);
    await ask('POST', `/talents/${promised}/promises`, { what: 'Anruf nach der Messe', dueOn: '2026-11-20' });
    await beginDay(house, '2026-11-23T08:30:00Z');

    const seen = await today();

    expect(seen.five.map(({ person }: Answer) => person.id)).toEqual([promised, waiting, quiet]);
    expect(kinds(seen)).toEqual([['promise', 'cadence'], ['reply'], ['cadence']]);
    expect(seen.promises).toMatchObject([{ what: 'Anruf nach der Messe', overdueDays: 3 }]);
    expect(seen.asides).toMatchObject({ repliesWaiting: 1 });
  });

  it('shows nobody in a silence, and everybody again when it is over', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await under([id]);
    const told = await ask('POST', `/talents/${id}/silences`, {
      reason: 'asked',
      from: '2026-11-23',
      until: '2026-11-30',
    });

    const during = await today();
    await beginDay(house, '2026-11-29T08:30:00Z');
    const stillDuring = await today();
    await beginDay(house, '2026-12-01T08:30:00Z');
    const after = await today();

    expect(told.status).toBe(201);
    expect([during.five, stillDuring.five]).toEqual([[], []]);
    expect(kinds(after)).toEqual([['cadence']]);
  });

  it('names nobody whom no way of the plan may reach', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')], addresses: [] });
    await under([id]);
    await beginDay(house, '2026-11-24T08:30:00Z');

    expect((await today()).five).toEqual([]);
  });

  it('asks about a permission that ends, and only the owner', async () => {
    const id = await keepSomebody(house);
    await setEraseDates(house.systemCtx(), new Map([[id, '2026-12-14']]));
    await beginDay(house, '2026-11-23T08:30:00Z');

    expect((await today()).five[0].reasons[0]).toMatchObject({
      kind: 'consent_ends',
      endsOn: '2026-12-14',
      daysLeft: 21,
    });
    expect((await today('administrator')).five).toEqual([]);
  });

  it('reads the same number of statements for two people as for sixty', async () => {
    const some = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] })),
      );
    await under(await some(2));
    await today();
    const few = await statementsOf(() => today());
    await under(await some(60));
    await today();

    const many = await statementsOf(() => today());

    expect(many).toBe(few);
    expect(many).toBeLessThan(25);
  });
});

/** Statements that the database was asked while it ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const executor = house.db.getExecutor();
  const real = executor.executeQuery.bind(executor);
  executor.executeQuery = (...given) => {
    count += 1;
    return real(...given);
  };
  try {
    await work();
  } finally {
    executor.executeQuery = real;
  }
  return count;
}

describe('the order of reasons', () => {
  it('follows the phase and then the member, and can be read in the answer', async () => {
    const [cold, ending] = [
      await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] }),
      await keepSomebody(house),
    ];
    await under([cold]);
    await setEraseDates(house.systemCtx(), new Map([[ending, '2026-12-14']]));
    await beginDay(house, '2026-11-23T08:30:00Z');

    const usual = await today();
    await ask('PATCH', '/today/settings', {
      order: [
        'cadence',
        'promise',
        'reply',
        'task',
        'life_event',
        'consent_ends',
        'hand_over',
        'come_back',
        'warmth',
        'content',
      ],
    });
    const own = await today();

    expect(kinds(usual)).toEqual([['consent_ends'], ['cadence']]);
    expect(own.order.slice(0, 3)).toEqual(['promise', 'reply', 'cadence']);
    expect(kinds(own)).toEqual([['cadence'], ['consent_ends']]);
  });

  it('refuses an order that forgets a reason, and more than fifteen a day', async () => {
    expect((await ask('PATCH', '/today/settings', { order: ['cadence'] })).body.code).toBe('care.order_incomplete');
    expect((await ask('PATCH', '/today/settings', { perDay: 16 })).status).toBe(422);
  });
});
