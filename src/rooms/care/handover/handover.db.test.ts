import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import type { Answer } from '../testing.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from '../testing.ts';

let house: TestHouse;
const ask = asking(() => house);
const idOf = (role: 'recruiter' | 'administrator' | 'privacy_officer') => house.actorFor(role).memberId ?? '';

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

const ownerOf = async (id: string) => (await ask('GET', `/talents/${id}`)).body.talent;
const offerAll = (given: object = {}, role: 'recruiter' | 'administrator' = 'recruiter') =>
  ask(
    'POST',
    '/handovers',
    {
      fromMemberId: idOf('recruiter'),
      toMemberId: idOf('administrator'),
      introduction: 'Ich stelle mich gern vor.',
      ...given,
    },
    role,
  );
const leave = () => sql`update members set disabled_at = now() where id = ${idOf('recruiter')}`.execute(house.db);

describe('a hand-over', () => {
  it('moves people and what was promised to them when it is accepted, and not before', async () => {
    const id = await keepSomebody(house);
    await ask('POST', `/talents/${id}/promises`, { what: 'Anruf im Frühling', dueOn: '2026-11-20' });
    await beginDay(house, '2026-11-23T08:30:00Z');

    const offered = await offerAll();
    const before = await ownerOf(id);
    const accepted = await ask('PUT', `/handovers/${offered.body.id}/acceptance`, {}, 'administrator');
    const after = await ownerOf(id);
    const today = (await ask('GET', '/today', undefined, 'administrator')).body;

    expect(offered.body).toMatchObject({ state: 'offered', people: 1, openPromises: 1, acceptBy: '2026-12-07' });
    expect(before.owner.id).toBe(idOf('recruiter'));
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    expect([after.owner.id, after.deputy]).toEqual([idOf('administrator'), null]);
    expect(today.promises).toHaveLength(1);
    expect(today.five[0].reasons.map(({ kind }: Answer) => kind)).toEqual(['promise', 'hand_over']);
    expect(today.five[0].reasons[1]).toMatchObject({ introduction: 'Ich stelle mich gern vor.' });
    expect((await ask('GET', '/today')).body.five).toEqual([]);
  });

  it('can be answered only by the colleague it is offered to, and only once', async () => {
    await keepSomebody(house);
    const { body } = await offerAll();

    const stranger = await ask('PUT', `/handovers/${body.id}/acceptance`, {}, 'recruiter');
    const declined = await ask('PUT', `/handovers/${body.id}/refusal`, { note: 'Ich bin voll' }, 'administrator');
    const late = await ask('PUT', `/handovers/${body.id}/acceptance`, {}, 'administrator');

    expect([stranger.body.code, declined.body.answerNote, late.body.code]).toEqual([
      'care.not_offered_to_you',
      'Ich bin voll',
      'care.answered_already',
    ]);
  });

  it('is accepted or taken back, when both happen at the same moment: the slower of the two is told', async () => {
    const id = await keepSomebody(house);
    const { body } = await offerAll();

    const both = await Promise.all([
      ask('PUT', `/handovers/${body.id}/acceptance`, {}, 'administrator'),
      ask('DELETE', `/handovers/${body.id}`),
    ]);

    const [accepted] = both;
    const owner = (await ownerOf(id)).owner.id;
    expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(both.find(({ status }) => status >= 400)?.body.code).toBe('care.answered_already');
    expect(owner).toBe(idOf(accepted?.status === 200 ? 'administrator' : 'recruiter'));
  });

  it('lets the deputies step in when nobody answers within fourteen days', async () => {
    const [withDeputy, without] = [await keepSomebody(house), await keepSomebody(house)];
    await sql`update talents set deputy_id = null where id = ${without}`.execute(house.db);
    const { body } = await offerAll();
    await beginDay(house, '2026-12-07T08:00:00Z');
    const inTime = (await ownerOf(withDeputy)).owner.id;
    await beginDay(house, '2026-12-08T08:00:00Z');

    expect(inTime).toBe(idOf('recruiter'));
    expect((await ask('GET', `/handovers/${body.id}`)).body.state).toBe('expired');
    expect([(await ownerOf(withDeputy)).owner.id, (await ownerOf(without)).owner.id]).toEqual([
      idOf('administrator'),
      idOf('recruiter'),
    ]);
  });

  it('counts the relationships of who has left on the start page, until they are handed over', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-05-01T09:00:00Z')] });
    await underPlan(house, [id]);
    await leave();
    await beginDay(house, '2026-11-24T08:00:00Z');

    const orphaned = (await ask('GET', '/today', undefined, 'administrator')).body;
    const { body } = await offerAll({}, 'administrator');
    await ask('PUT', `/handovers/${body.id}/acceptance`, {}, 'administrator');
    const none = (await ask('GET', '/today', undefined, 'administrator')).body;

    expect(orphaned.asides.orphans).toBe(1);
    expect(orphaned.five[0].person.id).toBe(id);
    expect(none.asides).toMatchObject({ orphans: 0, handoversToAccept: 0 });
    expect((await ask('GET', '/handovers/orphans', undefined, 'administrator')).body).toEqual({ count: 0, owners: [] });
  });

  it('leaves people orphaned who had an owner, and without an owner also those who never had one, in each place alike', async () => {
    const never = await keepSomebody(house);
    const left = await keepSomebody(house);
    await keepSomebody(house);
    await sql`update talents set owner_id = null where id = ${never}`.execute(house.db);
    await sql`update talents set owner_id = ${idOf('administrator')} where id not in (${never}, ${left})`.execute(
      house.db,
    );
    await leave();

    const [today, closing, list, orphans] = await Promise.all(
      ['/today', '/inventory/summary', '/talents?owner=none', '/handovers/orphans'].map((path) =>
        ask('GET', path, undefined, 'administrator'),
      ),
    );

    expect(today?.body.asides.orphans).toBe(1);
    expect(orphans?.body.owners.map(({ people }: Answer) => people)).toEqual([1]);
    expect(closing?.body.withoutOwner).toBe(2);
    expect(list?.body.items.map(({ id }: Answer) => id).sort()).toEqual([never, left].sort());
  });

  it('offers nobody twice, nobody to themselves, and nobody to who may not work with people', async () => {
    await keepSomebody(house);

    expect((await offerAll({ toMemberId: idOf('recruiter') })).body.code).toBe('care.cannot_take_over');
    expect((await offerAll({ toMemberId: idOf('privacy_officer') })).body.code).toBe('care.cannot_take_over');
    expect((await offerAll()).status).toBe(201);
    expect((await offerAll()).body.code).toBe('care.nobody_to_hand_over');
  });

  it('waits in Today for the answer, and stands there again when the offer is taken back', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-05-01T09:00:00Z')] });
    await underPlan(house, [id]);
    const [{ reminderId }] = (await ask('GET', '/today')).body.five[0].reasons;
    const offer = { toMemberId: idOf('administrator'), introduction: 'Guten Tag' };

    const offered = await ask('PUT', `/reminders/${reminderId}/hand-over`, offer);
    const waiting = (await ask('GET', '/today')).body.five;
    const incoming = (await ask('GET', '/today', undefined, 'administrator')).body.asides.handoversToAccept;
    await ask('DELETE', `/reminders/${reminderId}/hand-over`);

    expect([offered.status, offered.body.on, incoming]).toEqual([200, '2026-12-07', 1]);
    expect(waiting).toEqual([]);
    expect((await ask('GET', '/today')).body.five).toHaveLength(1);
    expect((await ask('GET', '/handovers?box=outgoing')).body.items[0].state).toBe('withdrawn');
  });
});
