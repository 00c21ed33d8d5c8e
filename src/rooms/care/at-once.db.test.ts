import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import type { Answer, Role } from './testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from './testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await emptyCare(house);
  // The work of the day is behind: what happens from here on has to show without it.
  await beginDay(house, '2026-11-23T08:00:00Z');
});

const kindsFor = async (role?: Role): Promise<string[]> =>
  (await ask('GET', '/today', undefined, role)).body.five.flatMap(({ reasons }: Answer) =>
    reasons.map(({ kind }: Answer) => kind),
  );
const OLD = [aTouch('2026-07-24T09:00:00Z')];

describe('what is done takes effect in Today at once', () => {
  it('a promise for today stands there, goes when it is kept, and comes back with the undo', async () => {
    const id = await keepSomebody(house);

    const made = await ask('POST', `/talents/${id}/promises`, { what: 'Heute noch anrufen', dueOn: '2026-11-23' });
    const promised = await kindsFor();
    const kept = await ask('PUT', `/talents/${id}/promises/${made.body.id}/kept`);
    const afterwards = await kindsFor();
    await ask('POST', `/acts/${kept.body.actId}/undo`);

    expect([promised, afterwards, await kindsFor()]).toEqual([['promise'], [], ['promise']]);
  });

  it('a promise that is taken back is no reason any more', async () => {
    const id = await keepSomebody(house);
    const made = await ask('POST', `/talents/${id}/promises`, { what: 'Buch leihen', dueOn: '2026-11-20' });

    await ask('DELETE', `/talents/${id}/promises/${made.body.id}`);

    expect(await kindsFor()).toEqual([]);
  });

  it('a promise in the name of a colleague stands with the colleague', async () => {
    const id = await keepSomebody(house);

    await ask('POST', `/talents/${id}/promises`, {
      what: 'Rückruf',
      dueOn: '2026-11-23',
      ownerId: house.actorFor('administrator').memberId,
    });

    expect([await kindsFor(), await kindsFor('administrator')]).toEqual([[], ['promise']]);
  });

  it('a first address opens a way, and losing it closes the last one', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD, addresses: [] });
    await underPlan(house, [id], { plan: { channels: ['mail'] } });
    const before = await kindsFor();

    const made = await ask('POST', `/talents/${id}/addresses`, { kind: 'email', value: 'neu@mail.example' });
    const after = await kindsFor();
    await ask('DELETE', `/talents/${id}/addresses/${made.body.id}`);

    expect([before, after, await kindsFor()]).toEqual([[], ['cadence'], []]);
  });

  it('a silence that is lifted brings back every reason, not only the rhythm', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD });
    await underPlan(house, [id]);
    await ask('POST', `/talents/${id}/promises`, { what: 'Anruf', dueOn: '2026-11-20' });
    const silence = await ask('POST', `/talents/${id}/silences`, {
      reason: 'asked',
      from: '2026-11-23',
      until: '2026-11-30',
    });
    const during = await kindsFor();

    await ask('DELETE', `/silences/${silence.body.id}`);

    expect([during, await kindsFor()]).toEqual([[], ['promise', 'cadence']]);
  });

  it('somebody who comes back out of the bin is due as before', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD });
    await underPlan(house, [id]);
    await ask('DELETE', `/talents/${id}`, undefined, 'administrator');
    const binned = await kindsFor();
    await beginDay(house, '2026-11-24T08:00:00Z');

    await ask('POST', `/talents/${id}/restore`, undefined, 'administrator');

    expect([binned, await kindsFor()]).toEqual([[], ['cadence']]);
  });

  it('an erase-on date that moves near is a reason, and none when it moves away again', async () => {
    const id = await keepSomebody(house);
    const move = (to: string) =>
      house.systemCtx().emit(house.systemCtx(), 'consent.erase_dates_changed', { dates: new Map([[id, to]]) });

    await move('2026-12-14');
    const near = await kindsFor();
    await move('2028-06-30');

    expect([near, await kindsFor()]).toEqual([['consent_ends'], []]);
  });

  it('a member of a pool who rests is due when the rest is over', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD });
    const { planId, poolId } = await underPlan(house, [id]);

    await ask('PATCH', `/pools/${poolId}/members/${id}`, { pausedUntil: '2027-01-14' });
    const next = (await ask('GET', `/plans/${planId}/memberships`)).body.items[0].nextDueOn;

    expect([await kindsFor(), next]).toEqual([[], '2027-01-15']);
  });

  it('when a colleague leaves, the deputy has their people the same minute, and hands back when they return', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD });
    await underPlan(house, [id]);
    const recruiterId = house.actorFor('recruiter').memberId;

    await ask('PUT', `/members/${recruiterId}/disabled`, undefined, 'administrator');
    const withDeputy = await kindsFor('administrator');
    await ask('DELETE', `/members/${recruiterId}/disabled`, undefined, 'administrator');

    expect([withDeputy, await kindsFor(), await kindsFor('administrator')]).toEqual([['cadence'], ['cadence'], []]);
  });

  it('"not now" that ends brings back what it had put away', async () => {
    const id = await keepSomebody(house, { touchpoints: OLD });
    await underPlan(house, [id]);
    await ask('POST', `/talents/${id}/life-events`, { kind: 'other', onDate: '2026-11-23', note: 'Meisterprüfung' });
    const due = await kindsFor();
    await ask('PUT', `/talents/${id}/not-now`, { reasonKind: 'project', comeBack: { until: '2027-03-01' } });
    const away = await kindsFor();

    await ask('DELETE', `/talents/${id}/not-now`);

    expect([due, away, await kindsFor()]).toEqual([['life_event', 'cadence'], [], ['life_event', 'cadence']]);
  });
});
