import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../app.ts';
import { readConfig } from '#ground/config/config.ts';
import { keyRing } from '#ground/config/key-ring.ts';
import { eventBoard } from '#ground/events/events.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAccounts } from './accounts.ts';
import { accountRoutes } from './routes.ts';
import { setupCodeFor } from './setup.ts';

const PASSWORD = 'dreizehn Störche am Kanal';
const HERE = { remoteAddress: '127.0.0.1', host: 'localhost:3000' };
const ELSEWHERE = { remoteAddress: '203.0.113.7', host: 'wiedersehen.example' };
const mara = {
  language: 'de-CH',
  companyName: 'Kellermatt Antriebe AG',
  countryProfile: 'CH',
  name: 'Mara Đurić',
  email: 'Mara@Kellermatt.example',
  password: PASSWORD,
};
const TABLES = [
  'audit_entries',
  'rate_limits',
  'verifications',
  'members',
  'member_entities',
  'sessions',
  'credentials',
  'entities',
  'installation',
] as const;

let opened: TestDatabase;
let house: ReturnType<typeof openHouse>;
const dataDir = mkdtempSync(path.join(tmpdir(), 'wiedersehen-accounts-'));

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const table of TABLES) await opened.db.deleteFrom(table).execute();
  house = openHouse();
});

function openHouse(env: Record<string, string> = {}) {
  const config = readConfig({
    DATA_DIR: dataDir,
    SECRET_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'silent',
    BASE_URL: 'http://localhost:3000',
    ...env,
  });
  const [keys, log, events] = [
    keyRing(config.secretKey),
    pino({ level: process.env.DEBUG_LOG ? 'error' : 'silent' }),
    eventBoard(),
  ];
  const news: unknown[] = [];
  events.on('accounts.installed', async (_ctx, payload) => void news.push(payload));
  const clock = { now: new Date() };
  const accounts = openAccounts({ db: opened.db, config, keys, log });
  const app = createApp({
    config,
    db: opened.db,
    keys,
    log,
    events,
    accounts,
    routes: accountRoutes(accounts),
    filesDir: path.join(dataDir, 'files'),
    version: 'test',
    now: () => clock.now,
    jobs: async () => {},
  });
  return { app, clock, keys, news };
}

/** A browser with its own cookies. */
function browser({ from = HERE, headers: extra = {} }: { from?: typeof HERE; headers?: Record<string, string> } = {}) {
  const jar = new Map<string, string>();
  const send = async (method: string, url: string, body?: unknown) => {
    const headers = {
      host: from.host,
      'x-requested-with': 'wiedersehen',
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
      cookie: [...jar.values()].join('; '),
      ...extra,
    };
    const answer = await house.app.request(
      `/api/v1${url}`,
      { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
      { incoming: { socket: { remoteAddress: from.remoteAddress } } },
    );
    for (const line of answer.headers.getSetCookie()) jar.set(line.split('=')[0] ?? '', line.split(';')[0] ?? '');
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      cookies: answer.headers.getSetCookie(),
    };
  };
  return { jar, send };
}

async function setUp() {
  const admin = browser();
  const answer = await admin.send('POST', '/setup', mara);
  expect(answer).toMatchObject({ status: 201 });
  return { admin, session: answer.body };
}

async function invite(admin: ReturnType<typeof browser>, role = 'recruiter', email = 'reto@kellermatt.example') {
  const { status, body } = await admin.send('POST', '/members', { name: 'Reto Hüsler', email, role });
  expect(status).toBe(201);
  return { memberId: body.memberId as string, token: (body.link as string).split('#')[1] ?? '' };
}

async function join(admin: ReturnType<typeof browser>, role = 'recruiter') {
  const { memberId, token } = await invite(admin, role);
  const reto = browser({ from: ELSEWHERE });
  expect(
    (await reto.send('POST', '/invitations/acceptances', { token, password: 'neunzig Löffel aus Zinn' })).status,
  ).toBe(201);
  return { memberId, reto };
}

describe('the first start', () => {
  it('makes company, entity and administrator, signs in and tells the other rooms', async () => {
    expect((await browser().send('GET', '/setup')).body).toEqual({ needed: true, codeNeeded: false });

    const { admin, session } = await setUp();

    expect(session).toMatchObject({
      member: { name: 'Mara Đurić', email: 'mara@kellermatt.example', role: 'administrator', language: 'de-CH' },
      company: { name: 'Kellermatt Antriebe AG', countryProfile: 'CH', isDemo: false },
    });
    expect(session.permissions).toContain('accounts.manage_team');
    expect(house.news).toEqual([{ entityId: session.entities[0].id, countryProfile: 'CH' }]);
    expect((await admin.send('GET', '/session')).body).toEqual(session);
    expect((await browser().send('GET', '/setup')).body).toEqual({ needed: false, codeNeeded: false });
  });

  it('happens once, also when two do it at the same time', async () => {
    const answers = await Promise.all([
      browser().send('POST', '/setup', mara),
      browser().send('POST', '/setup', { ...mara, email: 'eve@kellermatt.example' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await opened.db.selectFrom('members').select('id').execute()).toHaveLength(1);
  });

  it('asks a stranger from elsewhere for the code in the server log', async () => {
    const stranger = browser({ from: ELSEWHERE });
    expect((await stranger.send('GET', '/setup')).body).toEqual({ needed: true, codeNeeded: true });

    expect((await stranger.send('POST', '/setup', mara)).body).toMatchObject({ code: 'accounts.setup_code_wrong' });
    expect(
      (await stranger.send('POST', '/setup', { ...mara, setupCode: setupCodeFor(house.keys).toLowerCase() })).status,
    ).toBe(201);
  });

  it('asks for the code through a proxy on the same machine, and does not let it be guessed', async () => {
    const stranger = browser({ headers: { 'x-forwarded-for': '127.0.0.1' } });

    const answers = await Promise.all(
      Array.from({ length: 11 }, async () => stranger.send('POST', '/setup', { ...mara, setupCode: 'ABCD-EFGH-JKMN' })),
    );

    expect(new Set(answers.map(({ body }) => body.code))).toEqual(
      new Set(['accounts.setup_code_wrong', 'accounts.too_many_tries']),
    );
  });

  it('refuses an obvious password and unknown fields, and keeps nothing', async () => {
    expect((await browser().send('POST', '/setup', { ...mara, password: 'Kellermatt2026' })).body).toMatchObject({
      status: 422,
      code: 'accounts.password_too_obvious',
    });
    expect((await browser().send('POST', '/setup', { ...mara, role: 'auditor' })).status).toBe(422);
    expect(await opened.db.selectFrom('installation').select('id').execute()).toHaveLength(0);
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    await setUp();

    const { status, cookies } = await browser().send('POST', '/session', {
      email: 'MARA@kellermatt.example ',
      password: PASSWORD,
    });

    expect(status).toBe(201);
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^wiedersehen\.session_token=[^;]{60,}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('binds the cookie to host and https where the house is served by https', async () => {
    house = openHouse({ BASE_URL: 'https://wiedersehen.example' });
    const { status, cookies } = await browser({
      from: ELSEWHERE,
      headers: { origin: 'https://wiedersehen.example' },
    }).send('POST', '/setup', { ...mara, setupCode: setupCodeFor(house.keys) });

    expect(status).toBe(201);
    expect(cookies[0]).toMatch(
      /^__Host-wiedersehen\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('answers an unknown address like a wrong password, and takes as long', async () => {
    await setUp();
    const took = async (body: unknown) => {
      const started = performance.now();
      const answer = await browser().send('POST', '/session', body);
      const { id: _, ...problem } = answer.body;
      return { ms: performance.now() - started, problem };
    };

    const wrong = await took({ email: 'mara@kellermatt.example', password: 'vierzehn Störche am Kanal' });
    const unknown = await took({ email: 'niemand@kellermatt.example', password: 'vierzehn Störche am Kanal' });

    expect(unknown.problem).toEqual(wrong.problem);
    expect(wrong.problem).toMatchObject({ status: 401, code: 'accounts.wrong_email_or_password' });
    // Both derive one argon2id key, which takes tens of milliseconds; a short cut would take two.
    expect(Math.min(unknown.ms, wrong.ms)).toBeGreaterThan(Math.max(unknown.ms, wrong.ms) / 8);
  });

  it('takes a new token each time and leaves the one before in the same browser worthless', async () => {
    const { admin } = await setUp();
    const before = new Map(admin.jar);

    await admin.send('POST', '/session', { email: mara.email, password: PASSWORD });

    expect([...admin.jar.values()]).not.toEqual([...before.values()]);
    expect((await browser({ headers: { cookie: [...before.values()].join('') } }).send('GET', '/session')).status).toBe(
      401,
    );
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('believes no cookie without its signature, whatever stands in the database', async () => {
    await setUp();
    const { token } = await opened.db.selectFrom('sessions').select('token').executeTakeFirstOrThrow();

    for (const value of [token, `${token}.${randomBytes(32).toString('base64')}`]) {
      expect(
        (
          await browser({ headers: { cookie: `wiedersehen.session_token=${encodeURIComponent(value)}` } }).send(
            'GET',
            '/session',
          )
        ).body,
      ).toMatchObject({ code: 'accounts.sign_in_needed' });
    }
  });

  it('slows down who tries many passwords, and believes no made-up address', async () => {
    await setUp();
    const tries = Array.from({ length: 12 }, (_, i) =>
      browser({ from: ELSEWHERE, headers: { 'x-forwarded-for': `198.51.100.${i}` } }).send('POST', '/session', {
        email: mara.email,
        password: `falsch ${i}`,
      }),
    );

    const answers = await Promise.all(tries);

    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    expect((await browser().send('POST', '/session', { email: mara.email, password: PASSWORD })).status).toBe(201);
    house.clock.now = new Date(Date.now() + 16 * 60_000);
    expect(
      (await browser({ from: ELSEWHERE }).send('POST', '/session', { email: mara.email, password: PASSWORD })).status,
    ).toBe(201);
  });

  it('writes down who signed in and who was refused, without an address', async () => {
    await setUp();
    await browser().send('POST', '/session', { email: mara.email, password: 'falsch und lang genug' });

    const entries = await opened.db.selectFrom('audit_entries').select(['action', 'details']).orderBy('seq').execute();

    expect(entries.map(({ action }) => action)).toEqual([
      'accounts.installed',
      'accounts.signed_in',
      'accounts.sign_in_refused',
    ]);
    expect(JSON.stringify(entries)).not.toContain('kellermatt');
  });
});

describe('sessions', () => {
  it('ends after twelve hours without use, and after thirty days in any case', async () => {
    const { admin } = await setUp();
    const start = house.clock.now.getTime();
    const hours = (count: number) => new Date(start + count * 3_600_000);

    house.clock.now = hours(11.9);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    house.clock.now = hours(23);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    house.clock.now = hours(35.1);
    expect((await admin.send('GET', '/session')).status).toBe(401);

    await opened.db
      .updateTable('sessions')
      .set({ updated_at: hours(30 * 24) })
      .execute();
    house.clock.now = hours(30 * 24 + 1);
    expect((await admin.send('GET', '/session')).status).toBe(401);
  });

  it('shows own sessions with their device and ends one of them', async () => {
    const { admin } = await setUp();
    const other = browser({ from: ELSEWHERE });
    await other.send('POST', '/session', { email: mara.email, password: PASSWORD });

    const { items } = (await admin.send('GET', '/sessions')).body;
    expect(
      items.map(({ device, isCurrent, address }: Record<string, unknown>) => ({ device, isCurrent, address })),
    ).toContainEqual({ device: 'Firefox, Linux', isCurrent: false, address: '203.0.113.7' });
    const foreign = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);

    expect((await admin.send('DELETE', `/sessions/${foreign.id}`)).status).toBe(204);
    expect((await other.send('GET', '/session')).status).toBe(401);
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('ends no session of somebody else', async () => {
    const { admin } = await setUp();
    const { reto } = await join(admin);
    const [own] = (await admin.send('GET', '/sessions')).body.items;

    expect((await reto.send('DELETE', `/sessions/${own.id}`)).status).toBe(404);
    expect((await admin.send('GET', '/session')).status).toBe(200);
  });

  it('ends at sign-out', async () => {
    const { admin } = await setUp();
    const before = [...admin.jar.values()].join('');

    expect((await admin.send('DELETE', '/session')).status).toBe(204);

    expect((await browser({ headers: { cookie: before } }).send('GET', '/session')).status).toBe(401);
  });

  it('ends everywhere else when the password changes', async () => {
    const { admin } = await setUp();
    const other = browser();
    await other.send('POST', '/session', { email: mara.email, password: PASSWORD });

    expect(
      (await admin.send('PUT', '/password', { currentPassword: 'falsch', newPassword: 'vierzig Gabeln aus Holz' }))
        .body,
    ).toMatchObject({ status: 422, code: 'accounts.wrong_password' });
    expect(
      (await admin.send('PUT', '/password', { currentPassword: PASSWORD, newPassword: 'Passwort1234' })).body,
    ).toMatchObject({ code: 'accounts.password_too_obvious' });
    expect(
      (await admin.send('PUT', '/password', { currentPassword: PASSWORD, newPassword: 'vierzig Gabeln aus Holz' }))
        .status,
    ).toBe(204);

    expect((await other.send('GET', '/session')).status).toBe(401);
    expect((await admin.send('GET', '/session')).status).toBe(200);
    expect((await browser().send('POST', '/session', { email: mara.email, password: PASSWORD })).status).toBe(401);
    expect(
      (await browser().send('POST', '/session', { email: mara.email, password: 'vierzig Gabeln aus Holz' })).status,
    ).toBe(201);
  });

  it('keeps own language, appearance and time zone', async () => {
    const { admin } = await setUp();

    const { body } = await admin.send('PATCH', '/session', {
      theme: 'dark',
      density: 'tight',
      language: 'en',
      timeZone: 'Europe/Vienna',
      name: 'Mara D.',
    });

    expect(body.member).toMatchObject({
      theme: 'dark',
      density: 'tight',
      language: 'en',
      timeZone: 'Europe/Vienna',
      name: 'Mara D.',
    });
    expect((await admin.send('PATCH', '/session', { role: 'auditor' })).status).toBe(422);
    expect((await admin.send('PATCH', '/session', { timeZone: 'Mond/Krater' })).status).toBe(422);
  });
});

describe('the team', () => {
  it('invites by a link that shows whom it is for, works once and signs in', async () => {
    const { admin } = await setUp();
    const { token, memberId } = await invite(admin);
    const reto = browser({ from: ELSEWHERE });

    expect((await reto.send('POST', '/invitations/lookups', { token })).body).toEqual({
      name: 'Reto Hüsler',
      email: 'reto@kellermatt.example',
      companyName: 'Kellermatt Antriebe AG',
      language: 'de',
    });
    expect(
      (await reto.send('POST', '/invitations/acceptances', { token, password: 'RetoHuesler1234' })).body,
    ).toMatchObject({ code: 'accounts.password_too_obvious' });
    const accepted = await reto.send('POST', '/invitations/acceptances', {
      token,
      password: 'neunzig Löffel aus Zinn',
    });

    expect(accepted).toMatchObject({ status: 201, body: { member: { id: memberId, role: 'recruiter' } } });
    expect((await reto.send('GET', '/session')).status).toBe(200);
    expect(
      (await browser().send('POST', '/invitations/acceptances', { token, password: 'neunzig Löffel aus Zinn' })).body,
    ).toMatchObject({ status: 410, code: 'accounts.invitation_over' });
  });

  it('keeps no token in the database, and lets a link end after seven days or by a newer one', async () => {
    const { admin } = await setUp();
    const first = await invite(admin);
    const second = (await admin.send('POST', `/members/${first.memberId}/invitation`)).body.link.split('#')[1];

    expect(JSON.stringify(await opened.db.selectFrom('verifications').selectAll().execute())).not.toContain(second);
    expect((await browser().send('POST', '/invitations/lookups', { token: first.token })).status).toBe(410);
    expect((await browser().send('POST', '/invitations/lookups', { token: second })).status).toBe(200);
    house.clock.now = new Date(Date.now() + 7 * 86_400_000 + 1000);
    expect((await browser().send('POST', '/invitations/lookups', { token: second })).status).toBe(410);
  });

  it('lists members and refuses a second one with the same address', async () => {
    const { admin } = await setUp();
    await invite(admin);

    expect(
      (await admin.send('GET', '/members')).body.items.map(({ name, state }: Record<string, string>) => [name, state]),
    ).toEqual([
      ['Mara Đurić', 'active'],
      ['Reto Hüsler', 'invited'],
    ]);
    expect(
      (await admin.send('POST', '/members', { name: 'R. H.', email: 'RETO@kellermatt.example', role: 'auditor' })).body,
    ).toMatchObject({ status: 409, code: 'accounts.email_taken' });
  });

  it('puts a disabled member out at once, and gives the same answer as for a wrong password', async () => {
    const { admin } = await setUp();
    const { memberId, reto } = await join(admin);

    expect((await admin.send('PUT', `/members/${memberId}/disabled`)).status).toBe(204);

    expect((await reto.send('GET', '/session')).status).toBe(401);
    expect(
      (await reto.send('POST', '/session', { email: 'reto@kellermatt.example', password: 'neunzig Löffel aus Zinn' }))
        .body,
    ).toMatchObject({ code: 'accounts.wrong_email_or_password' });
    expect((await admin.send('DELETE', `/members/${memberId}/disabled`)).status).toBe(204);
    expect(
      (await reto.send('POST', '/session', { email: 'reto@kellermatt.example', password: 'neunzig Löffel aus Zinn' }))
        .status,
    ).toBe(201);
  });

  it('lets a new role begin with a new sign-in', async () => {
    const { admin } = await setUp();
    const { memberId, reto } = await join(admin);

    expect((await admin.send('PATCH', `/members/${memberId}`, { role: 'auditor' })).status).toBe(204);

    expect((await reto.send('GET', '/session')).status).toBe(401);
  });

  it('always keeps one administrator who can sign in', async () => {
    const { admin, session } = await setUp();
    await invite(admin, 'administrator', 'ilse@kellermatt.example');

    expect((await admin.send('PUT', `/members/${session.member.id}/disabled`)).body).toMatchObject({
      status: 409,
      code: 'accounts.last_administrator',
    });
    expect((await admin.send('PATCH', `/members/${session.member.id}`, { role: 'recruiter' })).body).toMatchObject({
      code: 'accounts.last_administrator',
    });
    const { memberId } = await join(admin, 'administrator');
    expect((await admin.send('PATCH', `/members/${session.member.id}`, { role: 'recruiter' })).status).toBe(204);
    expect(memberId).toBeDefined();
  });

  it('does not let two administrators remove each other at the same time', async () => {
    const { admin, session } = await setUp();
    const { memberId, reto } = await join(admin, 'administrator');

    const answers = await Promise.all([
      admin.send('PUT', `/members/${memberId}/disabled`),
      reto.send('PUT', `/members/${session.member.id}/disabled`),
    ]);

    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await opened.db.selectFrom('members').select('id').where('disabled_at', 'is', null).execute()).toHaveLength(
      1,
    );
  });

  it('lets an administrator give away only entities of their own', async () => {
    const { admin } = await setUp();
    const { memberId } = await invite(admin);
    const service = '0193570a-0000-7000-8000-000000000001';
    await opened.db
      .insertInto('entities')
      .values({ id: service, name: 'Kellermatt Service GmbH', country_profile: 'DE' })
      .execute();

    expect((await admin.send('PATCH', `/members/${memberId}`, { entityIds: [service] })).body).toMatchObject({
      status: 403,
      code: 'accounts.entity_not_yours',
    });
  });
});

describe('looking into the audit log', () => {
  it('needs a reason, pages backwards and is recorded itself', async () => {
    const { admin } = await setUp();
    const { reto } = await join(admin, 'auditor');

    expect((await reto.send('GET', '/audit')).status).toBe(422);
    expect((await admin.send('GET', '/audit?reason=Neugier')).status).toBe(403);
    const first = (await reto.send('GET', '/audit?reason=Jahrespr%C3%BCfung&limit=2')).body;
    const second = (await reto.send('GET', `/audit?reason=Jahrespr%C3%BCfung&limit=2&before=${first.nextBefore}`)).body;

    expect(first.items[0]).toMatchObject({
      action: 'accounts.audit_read',
      memberName: 'Reto Hüsler',
      details: { reason: 'Jahresprüfung' },
    });
    expect(second.items[0].seq).toBeLessThan(first.items[1].seq);
  });
});
