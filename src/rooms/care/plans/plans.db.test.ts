import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Answer } from '../testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from '../testing.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const spoken = () => keepSomebody(house, { touchpoints: [aTouch('2026-09-01T09:00:00Z')] });
const members = async (planId: string) => (await ask('GET', `/plans/${planId}/memberships`)).body.items as Answer[];
const aPlan = { rhythm: 'every', everyDays: 90, channels: ['mail'], region: 'CH-ZH', startsOn: '2026-01-01' };

describe('a care plan', () => {
  it.each([0, 6, 1096, 10_000, -5])('refuses a rhythm of %i days with a sentence', async (everyDays) => {
    const pool = await ask('POST', '/pools', { name: 'Antriebe', mode: 'volume' });

    const refused = await ask('POST', '/plans', { ...aPlan, name: 'Zu oft', poolId: pool.body.id, everyDays });

    expect([refused.status, refused.body.code]).toEqual([422, 'care.rhythm_out_of_bounds']);
  });

  it.each([
    [{ region: 'XX' }, 'care.region_unknown'],
    [{ region: 'CH-QQ' }, 'care.region_unknown'],
    [{ endsOn: '2025-01-01' }, 'care.ends_before_it_starts'],
    [{ segmentId: '0190a1b2-0000-7000-8000-000000000000' }, 'care.pool_or_segment'],
    [{ topicIds: ['0190a1b2-0000-7000-8000-000000000000'] }, 'care.topic_missing'],
    [{ ownerId: '0190a1b2-0000-7000-8000-000000000000' }, 'care.colleague_unknown'],
  ])('refuses %o', async (given, code) => {
    const pool = await ask('POST', '/pools', { name: 'Antriebe', mode: 'volume' });

    const refused = await ask('POST', '/plans', { ...aPlan, name: 'So nicht', poolId: pool.body.id, ...given });

    expect(refused.body.code).toBe(code);
  });

  it.each([0, 10_000])('refuses a rhythm of %i days for one person, and a pause that is over', async (everyDays) => {
    const id = await spoken();
    const { planId } = await underPlan(house, [id]);

    const rhythm = await ask('PATCH', `/plans/${planId}/memberships/${id}`, { everyDays });
    const pause = await ask('PATCH', `/plans/${planId}/memberships/${id}`, { pausedUntil: '2026-11-01' });

    expect([rhythm.status, rhythm.body.code]).toEqual([422, 'care.rhythm_out_of_bounds']);
    expect([pause.status, pause.body.code]).toEqual([422, 'care.day_is_past']);
    expect((await members(planId))[0]).toMatchObject({ everyDays: null, pausedUntil: null });
  });

  it('lets no newsletter into a Boutique pool', async () => {
    const pool = await ask('POST', '/pools', { name: 'Kleiner Kreis', mode: 'boutique' });

    const refused = await ask('POST', '/plans', {
      ...aPlan,
      name: 'Rundbrief',
      poolId: pool.body.id,
      channels: ['newsletter'],
    });

    expect(refused.body.code).toBe('care.boutique_is_personal');
  });

  it('takes in who comes into the pool and lets go who leaves it, at once', async () => {
    const [first, second] = [await spoken(), await spoken()];
    const { planId, poolId } = await underPlan(house, [first]);

    await ask('POST', `/pools/${poolId}/members`, { selection: { ids: [second] } });
    const both = await members(planId);
    await ask('POST', `/pools/${poolId}/members/removals`, { ids: [first] });

    expect(Object.fromEntries(both.map(({ person, nextDueOn }) => [person.id, nextDueOn]))).toEqual({
      [first]: '2026-11-30',
      [second]: '2026-11-30',
    });
    expect((await members(planId)).map(({ person }) => person.id)).toEqual([second]);
  });

  it('follows a segment: who fits no more leaves with the next day', async () => {
    const [speaks, silent] = [await spoken(), await keepSomebody(house)];
    const segment = await ask('POST', '/segments', {
      name: 'Gesprochen',
      rule: { is: 'touches', atLeast: 1, days: 200 },
    });
    const plan = await ask('POST', '/plans', {
      ...aPlan,
      name: 'Gespräch halten',
      segmentId: segment.body.id,
      state: 'running',
    });
    const before = await members(plan.body.id);
    await ask('POST', `/talents/${silent}/touchpoints`, { channel: 'mail', direction: 'theirs' });
    await beginDay(house, '2026-11-24T08:00:00Z');

    expect([segment.status, plan.status]).toEqual([201, 201]);
    expect(before.map(({ person }) => person.id)).toEqual([speaks]);
    expect(new Set((await members(plan.body.id)).map(({ person }) => person.id))).toEqual(new Set([speaks, silent]));
  });

  it('gives one person a rhythm of their own and a pause, and moves the date at once', async () => {
    const id = await spoken();
    const { planId } = await underPlan(house, [id]);
    const change = (body: object) => ask('PATCH', `/plans/${planId}/memberships/${id}`, body);

    const own = await change({ everyDays: 30 });
    const paused = await change({ pausedUntil: '2027-01-31' });
    const odd = await change({ everyDays: 3 });
    const usual = await change({ everyDays: null, pausedUntil: null });

    expect([own.body.nextDueOn, paused.body.nextDueOn, usual.body.nextDueOn]).toEqual([
      '2026-10-01',
      '2027-02-01',
      '2026-11-30',
    ]);
    expect(odd.body.code).toBe('care.rhythm_out_of_bounds');
  });

  it('goes quiet while it pauses, and for good when it ends', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-05-01T09:00:00Z')] });
    const { planId } = await underPlan(house, [id]);
    const five = async () => (await ask('GET', '/today')).body.five.length;
    const set = async (state: string) => {
      const { version } = (await ask('GET', `/plans/${planId}`)).body;
      return ask('PATCH', `/plans/${planId}`, { version, state });
    };

    const seen = [await five()];
    for (const state of ['paused', 'running', 'ended']) {
      await set(state);
      seen.push(await five());
    }
    const again = await set('running');

    expect(seen).toEqual([1, 0, 1, 0]);
    expect([again.status, again.body.code]).toEqual([409, 'care.plan_has_ended']);
  });

  it('does not overwrite what a colleague changed meanwhile', async () => {
    const { planId } = await underPlan(house, []);
    const { version } = (await ask('GET', `/plans/${planId}`)).body;

    const first = await ask('PATCH', `/plans/${planId}`, { version, name: 'Neuer Name' });
    const second = await ask('PATCH', `/plans/${planId}`, { version, everyDays: 60 }, 'administrator');

    expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'care.plan_changed_meanwhile']);
  });

  it('tells before it is saved what it would mean', async () => {
    const [one, two] = [await spoken(), await keepSomebody(house, { addresses: [] })];
    const { poolId } = await underPlan(house, [one, two], { plan: { everyDays: 30 } });

    const preview = await ask('POST', '/plans/preview', {
      plan: { ...aPlan, name: 'Noch einer', poolId, everyDays: 10 },
    });

    expect(preview.body).toMatchObject({
      people: 2,
      unreachable: 1,
      perWeek: 1.4,
      owners: [{ people: 2, perWeek: 1.4, perWeekNow: 0.5, dueAtOnce: 1 }],
      conflicts: { inSeveralPlans: { people: 2, plans: [{ name: 'Antriebe im Blick', people: 2 }] } },
    });
    expect((await ask('GET', '/plans')).body.items).toHaveLength(1);
  });

  it('is not there for who may not enter its pool', async () => {
    const { planId } = await underPlan(house, [], { pool: { visibility: 'private' } });

    expect((await ask('GET', `/plans/${planId}`, undefined, 'administrator')).status).toBe(404);
    expect((await ask('GET', '/plans', undefined, 'administrator')).body.items).toEqual([]);
  });
});

describe('the year of a plan', () => {
  const content = () =>
    ask('POST', '/contents', {
      kind: 'article',
      title: 'Umrichter im Winter',
      summary: 'Was bei minus zwanzig Grad zählt',
      language: 'de',
      keywords: ['Leistungselektronik'],
    });

  it('shows what is told when, names holidays, and counts the contacts of the rhythm', async () => {
    const { planId } = await underPlan(house, [await spoken(), await spoken()], { plan: { everyDays: 30 } });
    const made = await content();

    const put = await ask('POST', `/plans/${planId}/contents`, {
      contentId: made.body.id,
      onDate: '2027-01-01',
      channel: 'mail',
    });
    const twice = await ask('POST', `/plans/${planId}/contents`, {
      contentId: made.body.id,
      onDate: '2027-01-01',
      channel: 'mail',
    });
    const year = await ask('GET', '/plans/year?year=2027');

    expect([made.status, put.body.holiday, twice.body.code]).toEqual([201, 'Neujahr', 'care.content_there_already']);
    expect(year.body.plans[0].contactsPerMonth.slice(0, 2)).toEqual([2, 2]);
    expect(year.body.plans[0].contents).toMatchObject([{ title: 'Umrichter im Winter', onDate: '2027-01-01' }]);
  });

  it('proposes it to whoever it interests, and to nobody else', async () => {
    const [keen, other] = [
      await keepSomebody(house, {
        skills: [{ id: crypto.randomUUID(), kind: 'interest', name: 'Leistungselektronik' }],
      }),
      await keepSomebody(house, { skills: [{ id: crypto.randomUUID(), kind: 'interest', name: 'Marketing' }] }),
    ];
    const { planId } = await underPlan(house, [keen, other]);
    const made = await content();
    await ask('POST', `/plans/${planId}/contents`, { contentId: made.body.id, onDate: '2026-11-23', channel: 'mail' });

    const { five } = (await ask('GET', '/today')).body;

    expect(five.map(({ person }: Answer) => person.id)).toEqual([keen]);
    expect(five[0].reasons[0]).toMatchObject({
      kind: 'content',
      title: 'Umrichter im Winter',
      because: { kind: 'interest', name: 'Leistungselektronik' },
    });
    expect(five[0].proposal).toMatchObject({ title: 'Umrichter im Winter' });
  });
});
