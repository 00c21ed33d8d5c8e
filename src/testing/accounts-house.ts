import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { readConfig } from '#ground/config/config.ts';
import { keyRing } from '#ground/config/key-ring.ts';
import { eventBoard } from '#ground/events/events.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { accountRoutes, openAccounts } from '#rooms/accounts/index.ts';

export const PASSWORD = 'dreizehn Störche am Kanal';
export const PASSWORD_OF_RETO = 'neunzig Löffel aus Zinn';
export const HERE = { remoteAddress: '127.0.0.1', host: 'localhost:3000' };
export const ELSEWHERE = { remoteAddress: '203.0.113.7', host: 'wiedersehen.example' };
export const mara = {
  language: 'de-CH',
  companyName: 'Kellermatt Antriebe AG',
  countryProfile: 'CH',
  name: 'Mara Đurić',
  email: 'Mara@Kellermatt.example',
  password: PASSWORD,
};

interface BrowserOptions {
  from?: typeof HERE;
  headers?: Record<string, string>;
}

/** The accounts room behind the whole HTTP application with real sessions; emptied before each test. */
export function accountsForTests() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wiedersehen-accounts-'));
  let opened: TestDatabase;
  let house: ReturnType<typeof openHouse>;

  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await emptyTables(
      opened.db,
      'audit_entries',
      'rate_limits',
      'verifications',
      'installation',
      'entities',
      'members',
    );
    house = openHouse(opened.db, dataDir);
  });

  return {
    get db() {
      return opened.db;
    },
    get house() {
      return house;
    },
    restart: (env: Record<string, string>) => {
      house = openHouse(opened.db, dataDir, env);
    },
    browser: (options?: BrowserOptions) => browserOn(() => house.app, options),
    setUp: async () => {
      const admin = browserOn(() => house.app);
      const { status, body } = await admin.send('POST', '/setup', mara);
      expect(status).toBe(201);
      return { admin, session: body };
    },
    /** A second member who accepted the invitation, in a browser elsewhere. */
    join: async (admin: Browser, role = 'recruiter') => {
      const { memberId, token } = await invite(admin, role);
      const reto = browserOn(() => house.app, { from: ELSEWHERE });
      const { status } = await reto.send('POST', '/invitations/acceptances', { token, password: PASSWORD_OF_RETO });
      expect(status).toBe(201);
      return { memberId, reto };
    },
    invite,
  };
}

function openHouse(db: TestDatabase['db'], dataDir: string, env: Record<string, string> = {}) {
  const secret = randomBytes(32).toString('base64');
  const config = readConfig({
    DATA_DIR: dataDir,
    SECRET_KEY: secret,
    LOG_LEVEL: 'silent',
    BASE_URL: 'http://localhost:3000',
    ...env,
  });
  const [keys, log, events] = [keyRing(config.secretKey), pino({ level: 'silent' }), eventBoard()];
  const news: unknown[] = [];
  events.on('accounts.installed', async (_ctx, payload) => void news.push(payload));
  const clock = { now: new Date() };
  const accounts = openAccounts({ db, config, keys, log });
  const app = createApp({
    config,
    db,
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
function browserOn(app: () => ReturnType<typeof createApp>, { from = HERE, headers: extra = {} }: BrowserOptions = {}) {
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
    const connection = { incoming: { socket: { remoteAddress: from.remoteAddress } } };
    const answer = await app().request(
      `/api/v1${url}`,
      { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
      connection,
    );
    const cookies = answer.headers.getSetCookie();
    for (const line of cookies) jar.set(line.split('=')[0] ?? '', line.split(';')[0] ?? '');
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), cookies };
  };
  return { jar, send };
}

export type Browser = ReturnType<typeof browserOn>;

async function invite(admin: Browser, role = 'recruiter', email = 'reto@kellermatt.example') {
  const { status, body } = await admin.send('POST', '/members', { name: 'Reto Hüsler', email, role });
  expect(status).toBe(201);
  const { memberId, link }: { memberId: string; link: string } = body;
  return { memberId, token: link.split('#')[1] ?? '' };
}
