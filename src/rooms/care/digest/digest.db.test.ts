import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import { openText } from '#ground/mail/seal.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { plusDays } from '../cadence.ts';
import { asking, aTouch, beginDay, emptyCare, keepSomebody, underPlan } from '../testing.ts';
import { sendDigests } from './job.ts';

let house: TestHouse;
const ask = asking(() => house);

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => emptyCare(house));

/** A house with a mail server; what it would send waits in the outbox. */
const withMail = (): Ctx => ({
  ...house.systemCtx(),
  mailer: { send: async () => ({ kind: 'accepted' }), close: () => {} },
});

async function quartersOf(from: string, hours: number) {
  for (let at = Date.parse(from); at < Date.parse(from) + hours * 3_600_000; at += 15 * 60_000) {
    house.clock.now = new Date(at);
    await sendDigests(withMail());
  }
}
const mails = async () =>
  (
    await sql<{
      id: string;
      subject: string;
      text: string;
    }>`select id, subject, text from mails where kind = 'care.digest' order by created_at`.execute(house.db)
  ).rows;

describe('the digest', () => {
  it('comes once a working day at the hour of the member, with names and reasons', async () => {
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await underPlan(house, [id]);
    await ask('PATCH', '/today/settings', { digestOn: true, digestHour: 7, region: 'CH-ZH' });

    await quartersOf('2026-11-23T04:00:00Z', 24);

    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Heute wartet ein Gespräch');
    const text = openText(house.parts.keys, mail?.id ?? '', mail?.text ?? '');
    expect(text).toContain('Anneliese Krähenbühl-Zürcher\n  Rhythmus: alle 90 Tage, gezählt ab 24. Juli 2026.');
    expect(text).toMatch(/^Weiter in Heute: https?:\S+\/today$/m);
  });

  it('does not come on a Sunday, on a holiday of the region, in the afternoon, or when nobody is due', async () => {
    await ask('PATCH', '/today/settings', { digestOn: true, digestHour: 7, region: 'CH-ZH' });
    await quartersOf('2026-11-23T05:00:00Z', 3);
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-07-24T09:00:00Z')] });
    await underPlan(house, [id]);

    for (const day of ['2026-11-29', '2026-12-25']) await quartersOf(`${day}T05:00:00Z`, 3);
    await quartersOf('2026-11-24T13:00:00Z', 3);

    expect(await mails()).toEqual([]);
  });

  it.each([
    ['2027-03-28', 'the hour is left out'],
    ['2026-10-25', 'the hour comes twice'],
  ])('comes exactly once on %s, when %s', async (day) => {
    await emptyCare(house, `${day}T00:00:00Z`);
    const id = await keepSomebody(house, { touchpoints: [aTouch('2026-03-02T09:00:00Z')] });
    await underPlan(house, [id]);
    await sql`insert into today_settings (member_id, digest_on, digest_hour, region, updated_at) values (${house.actorFor('recruiter').memberId}, true, 2, null, now())`.execute(
      house.db,
    );
    // Both switches fall on a Sunday: nothing comes in that night, and one letter on Monday.
    await quartersOf(`${plusDays(day, -1)}T20:00:00Z`, 36);

    expect(await mails()).toHaveLength(1);
  });
});

describe('the private calendar', () => {
  it('shows the days of a member to who has the address, and nothing once it is changed', async () => {
    const [id, quiet] = [
      await keepSomebody(house, { touchpoints: [aTouch('2026-09-24T09:00:00Z')] }),
      await keepSomebody(house, { touchpoints: [aTouch('2026-09-24T09:00:00Z')] }),
    ];
    await underPlan(house, [id, quiet]);
    await ask('POST', `/talents/${id}/promises`, { what: 'Anruf nach der Messe', dueOn: '2026-12-04' });
    await ask('POST', `/talents/${quiet}/silences`, { reason: 'asked', from: '2026-11-23', until: '2027-05-31' });
    await beginDay(house, '2026-11-23T08:30:00Z');
    const path = async () => new URL((await ask('POST', '/calendar-feed')).body.url).pathname.replace('/api/v1', '');

    const old = await path();
    const read = await house.request('nobody', 'GET', old);
    const text = await read.text();
    const current = await path();
    const ended = await house.request('nobody', 'GET', old);

    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text.replaceAll(/\r?\n /g, '')).toContain(
      'SUMMARY:Anneliese Krähenbühl-Zürcher: versprochen (Anruf nach der Messe)',
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20261204');
    expect([ended.status, (await house.request('nobody', 'GET', current)).status]).toEqual([404, 200]);
  });

  it('ends with the account of who had it', async () => {
    const url = new URL((await ask('POST', '/calendar-feed')).body.url).pathname.replace('/api/v1', '');
    await sql`update members set disabled_at = now() where id = ${house.actorFor('recruiter').memberId}`.execute(
      house.db,
    );

    expect((await house.request('nobody', 'GET', url)).status).toBe(404);
  });
});
