import { sql } from 'kysely';
import { isShut } from '#ground/mail/gate.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { anAssessment, ask, consentForTests, FIRST_DAY, runNight } from '#rooms/consent/testing.ts';
import { runDailyCare } from '#rooms/care/index.ts';
import { isClockRight, mayContact } from '#rooms/consent/index.ts';
import { jobsOfAllRooms } from '../../rooms.ts';

const room = consentForTests();
const DAY_MS = 86_400_000;

beforeEach(() => sql`truncate consent_nights`.execute(room.house.db));

const atDay = (days: number) => {
  room.house.clock.now = new Date(FIRST_DAY.getTime() + days * DAY_MS);
};
const peopleLeft = async () => (await room.house.db.selectFrom('talents').select('id').execute()).length;
const erase = () =>
  jobsOfAllRooms.find(({ name }) => name === 'talents.erase_due')?.run(room.house.systemCtx(), {}) ?? Promise.reject();

async function byInterest(): Promise<string> {
  const assessmentId = await anAssessment(room.house, room.recruiter);
  const ground = { segment: 'passive_contact', basis: 'legitimate_interest', source: 'Fachtagung Aarau', obtainedOn: '2026-11-20', assessmentId }; // prettier-ignore
  const { body } = await room.add(ground);
  await ask(room.house, room.recruiter, 'POST', `/talents/${body['id']}/addresses`, { kind: 'email', value: 'urs@mail.example' }); // prettier-ignore
  return body['id'];
}
const may = (talentId: string, purpose: 'personal' | 'newsletter' = 'personal') =>
  mayContact(room.house.ctxFor('recruiter'), { talentId, channel: 'mail', purpose });

// RL-9
describe('a clock that jumps by more than a day', () => {
  it('halts the erasing until an administrator says that it is right', async () => {
    await room.add(room.byConsent());
    await runNight(room.house.systemCtx(), 0);
    atDay(400);
    expect(await runNight(room.house.systemCtx(), 400 * DAY_MS)).toBe('halted');
    await erase();
    expect(await peopleLeft()).toBe(1);
    const house = await room.house.request('administrator', 'GET', '/consent/house');
    expect(await house.json()).toMatchObject({ night: { outcome: 'halted' } });

    atDay(1);
    const released = await room.house.request('administrator', 'DELETE', '/consent/house/halt');

    expect(released.status).toBe(204);
    expect(await isClockRight(room.house.systemCtx(), 0)).toBe(true);
    await erase();
    expect(await peopleLeft()).toBe(1);
  });

  it('keeps what wants to leave, lets nothing grow old, and reminds nobody, until then', async () => {
    const { house } = room;
    await runNight(house.systemCtx(), 0);
    await runNight(house.systemCtx(), 400 * DAY_MS);
    const isMailShut = () => isShut(house.systemCtx());
    const during = await isMailShut();
    await runDailyCare(house.systemCtx());
    const days = await house.db.selectFrom('care_days').select('on_date').execute();
    const seen = await house.request('administrator', 'GET', '/consent/house');

    await house.request('administrator', 'DELETE', '/consent/house/halt');

    expect([during, days, await isMailShut()]).toEqual([true, [], false]);
    expect(await seen.json()).toMatchObject({ night: { outcome: 'halted' } });
  });

  it('is told from a server that was off for ten days, which catches up', async () => {
    await room.add(room.byConsent({ consent: { ...room.byConsent().consent, until: '2026-11-26' } }));
    await runNight(room.house.systemCtx(), 0);
    atDay(10);

    expect(await runNight(room.house.systemCtx(), 0)).toBe('done');
    await erase();

    expect(await peopleLeft()).toBe(0);
  });
});

// RE-3
describe('one record that cannot be erased', () => {
  it('does not stop the rest of the night, and is named', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await room.add(room.byConsent(), `Person ${i}`)).body['id']);
    const { db } = room.house;
    await sql`create function stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`.execute(
      db,
    );
    await sql`create trigger stuck before delete on talents for each row when (old.last_name = 'Person 2') execute function stuck()`.execute(db); // prettier-ignore
    atDay(400);

    await expect(erase()).rejects.toThrow('talents.erase_failed: 1');

    expect(await peopleLeft()).toBe(1);
    const failed = await db.selectFrom('audit_entries').select('subject_ids').where('action', '=', 'talents.erase_failed').execute(); // prettier-ignore
    expect(failed.at(-1)?.subject_ids).toEqual([ids[2]]);
    await sql`drop trigger stuck on talents`.execute(db);
    await sql`drop function stuck`.execute(db);
    await erase();
    expect(await peopleLeft()).toBe(0);
  });
});

// IN-2, IN-3, NL-2, NL-3
describe('somebody who does not know yet that we know them', () => {
  it('may be written to in person with the notice, and gets no news', async () => {
    const id = await byInterest();

    const personal = await may(id);

    expect(personal.isAllowed).toBe(true);
    expect(personal.reasons.map(({ code }) => code)).toEqual(['interest', 'carry_notice']);
    expect((await may(id, 'newsletter')).isAllowed).toBe(false);
  });

  it.each(['de', 'en'])('is told in a notice without an empty slot, in %s', async (language) => {
    const id = await byInterest();

    const { body } = await ask(room.house, room.recruiter, 'GET', `/talents/${id}/notice?language=${language}`);

    expect(body['text']).toMatchSnapshot();
    expect(body['text']).not.toMatch(/\{\{|undefined|null|notice\./u);
    expect(body['link']).toContain('/preferences#');
  });

  it('needs no second notice, and only so many first contacts go out a day', async () => {
    const ids = [await byInterest(), await byInterest()];
    await room.house.request('administrator', 'PUT', '/consent/limits', { basedOnVersion: 0, totalPer30Days: 8, bulkPer30Days: 4, firstContactsPerDay: 1 }); // prettier-ignore

    await ask(room.house, room.recruiter, 'PUT', `/talents/${ids[0]}/notice`, { how: 'first_message' });

    expect((await may(ids[0] ?? '')).reasons.map(({ code }) => code)).toEqual(['interest']);
    expect((await may(ids[1] ?? '')).reasons.map(({ code }) => code)).toEqual(['interest', 'carry_notice', 'first_contacts_full']); // prettier-ignore
    atDay(1);
    expect(await may(ids[1] ?? '')).toMatchObject({ isAllowed: true });
  });

  it('is erased when a month went by without a word; the day itself still counts', async () => {
    const id = await byInterest();
    const told = await byInterest();
    await ask(room.house, room.recruiter, 'PUT', `/talents/${told}/notice`, { how: 'in_person' });
    atDay(30);
    expect(await may(id)).toMatchObject({ isAllowed: true });
    await runNight(room.house.systemCtx(), 0);
    expect(await peopleLeft()).toBe(2);
    atDay(31);
    expect((await may(id)).reasons.map(({ code }) => code)).toContain('information_overdue');

    await runNight(room.house.systemCtx(), 0);

    expect(await room.house.db.selectFrom('talents').select('id').execute()).toEqual([{ id: told }]);
  });
});

// LB-3
describe('periods that become shorter', () => {
  it('move the days of everybody forward, after a preview, and longer ones move nobody', async () => {
    await room.add(room.byConsent());
    const eraseOn = async () =>
      (await room.house.db.selectFrom('talents').select('erase_on').executeTakeFirst())?.erase_on;
    const months = { monthsAfterRejection: 3, consentMonths: 6, interestMonths: 12 };

    const preview = await room.house.request('administrator', 'POST', '/consent/periods/preview', months);
    expect(await preview.json()).toEqual({ moved: 1, erasedAtOnce: 0 });
    expect(await eraseOn()).toBe('2027-11-20');
    const { version } = (await (await room.house.request('administrator', 'GET', '/consent/periods')).json()) as { version: number }; // prettier-ignore
    await room.house.request('administrator', 'PUT', '/consent/periods', { ...months, basedOnVersion: version });
    expect(await eraseOn()).toBe('2027-05-20');

    await room.house.request('administrator', 'PUT', '/consent/periods', { monthsAfterRejection: 3, consentMonths: 24, interestMonths: 24, basedOnVersion: version + 1 }); // prettier-ignore

    expect(await eraseOn()).toBe('2027-05-20');
  });
});

// RE-8
describe('the forecast of thirty days', () => {
  it('says what then happens', async () => {
    for (const until of ['2026-12-01', '2026-12-05', '2027-03-01'])
      await room.add(room.byConsent({ consent: { ...room.byConsent().consent, until } }));
    await byInterest();

    const forecast = await ask(room.house, room.recruiter, 'GET', '/consent/erase-forecast');

    expect(forecast.body).toMatchObject({
      total: 2,
      groups: [{ segment: 'sign_up', reason: 'consent_ends', count: 2, firstOn: '2026-12-01' }],
    });
    atDay(30);
    await runNight(room.house.systemCtx(), 0);
    await erase();
    expect(await peopleLeft()).toBe(2);
  });
});

describe('two records that are one human', () => {
  it('share every no, and get back their own when they are taken apart', async () => {
    const kept = (await room.add(room.byConsent())).body['id'];
    const gone = (await room.add(room.byConsent())).body['id'];
    await ask(room.house, room.recruiter, 'POST', `/talents/${kept}/addresses`, { kind: 'email', value: 'zoe@mail.example' }); // prettier-ignore
    await ask(room.house, room.recruiter, 'POST', `/talents/${gone}/silences`, { reason: 'asked', from: '2026-11-23', until: '2027-03-01' }); // prettier-ignore
    expect(await may(kept)).toMatchObject({ isAllowed: true });

    const merged = await ask(room.house, room.recruiter, 'POST', `/talents/${kept}/merge`, { otherId: gone, fields: {} }); // prettier-ignore
    expect(merged.status).toBe(201);
    expect((await may(kept)).reasons.map(({ code }) => code)).toContain('silence');
    const quiet = await sql`select 1 from quiet_view where talent_id = ${kept}`.execute(room.house.db);
    expect(quiet.rows).toHaveLength(1);
    expect((await may(gone)).reasons.map(({ code }) => code)).toContain('merged');

    await ask(room.house, room.recruiter, 'POST', `/merges/${merged.body['mergeId']}/undo`);
    expect(await may(kept)).toMatchObject({ isAllowed: true });
  });
});
