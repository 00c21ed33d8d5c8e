import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMailer } from '#ground/mail/mailer.ts';
import type { MailServerForTests } from '#ground/testing/mail-server.ts';
import { mailServerForTests } from '#ground/testing/mail-server.ts';
import type { TestHouse } from '../../testing/test-house.ts';
import { openTestHouse } from '../../testing/test-house.ts';
import { asking } from './testing.ts';

let house: TestHouse;
let server: MailServerForTests;
let formId: string;
let poolId: string;
const ask = asking(() => house);

beforeAll(async () => {
  [house, server] = await Promise.all([openTestHouse(), mailServerForTests()]);
  house.parts.mailer = openMailer({ smtpUrl: server.url });
});
afterAll(async () => {
  house.parts.mailer?.close();
  await server.stop();
  await house.close();
});
beforeEach(async () => {
  await sql`truncate pools, talents, sign_up_forms, rate_limits cascade`.execute(house.db);
  server.received.length = 0;
  ({ formId } = await makeForm('messe-aarau'));
  poolId = (await ask('POST', '/pools', { name: 'Nachwuchs', mode: 'volume', visibility: 'team' })).body.id;
});

async function makeForm(slug: string) {
  const made = await ask('POST', '/consent/sign-up-forms', { slug, name: `Anmeldung ${slug}`, isOn: true });
  return { formId: made.body.id as string };
}

const lead = (pool = poolId, form = formId) => ask('PUT', `/pools/${pool}/sign-ups/${form}`);
const peopleIn = async (pool = poolId) => (await ask('GET', `/pools/${pool}/members`)).body.items;

/** Signs up, and opens the link of the mail. */
async function signUp(answer: 'confirmed' | 'refused' | 'nothing' = 'confirmed') {
  const person = { firstName: 'Zoë', lastName: 'Brändli', email: 'zoe@mail.example', language: 'de', stays: true };
  await house.request('nobody', 'POST', '/join/messe-aarau', person);
  await house.runJobs();
  const token = /#(\S+)/.exec(server.received.at(-1)?.text ?? '')?.[1];
  if (answer === 'nothing') return;
  const body = answer === 'confirmed' ? { answer, chosen: [0] } : { answer };
  expect((await house.request('nobody', 'POST', `/consent-requests/${token}`, body)).status).toBe(200);
}

describe('a public sign-up that leads into a pool', () => {
  it('brings in who confirms it, and says where they came from', async () => {
    await lead();

    await signUp();

    expect(await peopleIn()).toEqual([
      expect.objectContaining({ source: `sign_up:${formId}`, addedBy: null, reason: null }),
    ]);
  });

  it.for(['nothing', 'refused'] as const)('brings in nobody whose mailbox says %s', async (answer) => {
    await lead();

    await signUp(answer);

    expect(await peopleIn()).toEqual([]);
  });

  it('adds somebody who is there already no second time', async () => {
    await lead();
    await signUp();

    await signUp();

    expect(await peopleIn()).toHaveLength(1);
  });

  it('leads into one pool at most: the last one counts, until it is let go', async () => {
    const other = (await ask('POST', '/pools', { name: 'Messe', mode: 'volume' })).body.id;
    await lead();
    await lead(other);
    const seen = async (pool: string) => (await ask('GET', `/pools/${pool}/sign-ups`)).body.items;
    expect([await seen(poolId), await seen(other)]).toEqual([
      [expect.objectContaining({ formId, leads: 'elsewhere', isOn: true })],
      [expect.objectContaining({ formId, leads: 'here' })],
    ]);
    await ask('DELETE', `/pools/${other}/sign-ups/${formId}`);

    await signUp();

    expect([await peopleIn(), await peopleIn(other)]).toEqual([[], []]);
  });

  it('is no way into a Boutique, where each person is chosen by hand', async () => {
    const boutique = (await ask('POST', '/pools', { name: 'Antriebsregelung', mode: 'boutique' })).body.id;

    const refused = await lead(boutique);

    expect([refused.status, refused.body.code]).toEqual([422, 'pools.sign_ups_need_volume']);
  });

  it.for(['archived', 'made a Boutique'])('takes nobody into a pool that was %s since', async (change) => {
    await lead();
    if (change === 'archived') await ask('PUT', `/pools/${poolId}/archive`);
    else await sql`update pools set mode = 'boutique', cap_per_owner = 25 where id = ${poolId}`.execute(house.db);

    await signUp();

    const { rows } = await sql`select talent_id from pool_members where pool_id = ${poolId}`.execute(house.db);
    const talents = await sql`select id from talents`.execute(house.db);
    expect([rows.length, talents.rows.length]).toEqual([0, 1]);
  });

  it('is changed by the team of the pool alone, and only for forms that exist', async () => {
    const foreign = await ask('PUT', `/pools/${poolId}/sign-ups/${formId}`, undefined, 'hiring_manager');
    const nowhere = await lead(poolId, '0190a1b2-0000-7000-8000-000000000001');

    expect([foreign.status, nowhere.body.code]).toEqual([403, 'pools.sign_up_missing']);
  });
});
