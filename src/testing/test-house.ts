import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { createApp, contextFor } from '../app.ts';
import type { AppParts } from '../app.ts';
import { readConfig } from '#ground/config/config.ts';
import { keyRing } from '#ground/config/key-ring.ts';
import type { Actor, Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { eventBoard } from '#ground/events/events.ts';
import { newId } from '#ground/ids.ts';
import type { Job } from '#ground/jobs/job.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { openAccounts, systemActor } from '#rooms/accounts/index.ts';
import type { Role } from '#rooms/accounts/index.ts';
import { setFirstPeriods } from '#rooms/consent/index.ts';
import { routesOfAllRooms, wireEvents } from '../rooms.ts';

export interface TestHouse {
  db: Db;
  parts: AppParts;
  /** The legal entity of all people in the test; `otherEntityId` is a second controller. */
  entityId: string;
  otherEntityId: string;
  /** The moment of all acts; assign to move the clock. */
  clock: { now: Date };
  ctxFor: (role: Role, entityIds?: string[]) => Ctx;
  systemCtx: () => Ctx;
  actorFor: (role: Role, entityIds?: string[]) => Actor;
  /** A request as a signed-in member of that role, through the whole HTTP application. */
  request: (role: Role | 'nobody', method: string, path: string, body?: unknown) => Promise<Response>;
  /** Jobs that were sent and not yet run. */
  sentJobs: { job: Job; payload: unknown }[];
  /** Runs what was sent, and what that sends, until nothing is left. */
  runJobs: () => Promise<void>;
  close: () => Promise<void>;
}

/** The whole server side on a real database, without a network port. Jobs wait until the test runs them. */
export async function openTestHouse(now = new Date('2026-11-23T09:00:00Z')): Promise<TestHouse> {
  const opened = await testDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'wiedersehen-house-'));
  const config = readConfig({ DATA_DIR: dataDir, SECRET_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'silent' });
  const keys = keyRing(config.secretKey);
  const log = pino({ level: 'silent' });
  const events = eventBoard();
  wireEvents(events);
  const clock = { now };
  const sentJobs: TestHouse['sentJobs'] = [];
  const accounts = openAccounts({ db: opened.db, config, keys, log });
  const asked: { actor: Actor | undefined } = { actor: undefined };
  const parts: AppParts = {
    config,
    db: opened.db,
    keys,
    log,
    events,
    routes: routesOfAllRooms(accounts, config.baseUrl),
    filesDir: path.join(dataDir, 'files'),
    version: 'test',
    now: () => clock.now,
    jobs: async (_ctx, job, payload) =>
      void sentJobs.push({ job: job as unknown as Job, payload: job.payload.parse(payload) }),
    accounts: { ...accounts, authenticate: async () => asked.actor },
  };
  const app = createApp(parts);
  const { entityId, otherEntityId, members } = await settle(parts, clock.now);

  const actorFor = (role: Role, entityIds = [entityId]): Actor => ({
    kind: 'member',
    memberId: members[role],
    role,
    entityIds,
    language: 'de',
    timeZone: 'Europe/Zurich',
    sessionId: null,
  });
  const systemCtx = () => contextFor(parts, systemActor([entityId, otherEntityId]), clock.now);

  return {
    db: opened.db,
    parts,
    entityId,
    otherEntityId,
    clock,
    actorFor,
    sentJobs,
    systemCtx,
    ctxFor: (role, entityIds) => contextFor(parts, actorFor(role, entityIds), clock.now),
    request: async (role, method, url, body) => {
      asked.actor = role === 'nobody' ? undefined : actorFor(role);
      const headers: Record<string, string> = { 'x-requested-with': 'wiedersehen' };
      if (body !== undefined) headers['content-type'] = 'application/json';
      return app.request(`/api/v1${url}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    runJobs: async () => {
      for (let next = sentJobs.shift(); next; next = sentJobs.shift()) await next.job.run(systemCtx(), next.payload);
    },
    close: async () => {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const ALL_ROLES: Role[] = ['administrator', 'recruiter', 'hiring_manager', 'privacy_officer', 'auditor'];

async function settle(parts: AppParts, now: Date) {
  const [entityId, otherEntityId] = [newId(), newId()];
  await parts.db
    .insertInto('installation')
    .values({ company_name: 'Kellermatt Antriebe AG', country_profile: 'CH', language: 'de' })
    .execute();
  await parts.db
    .insertInto('entities')
    .values([
      { id: entityId, name: 'Kellermatt Antriebe AG', country_profile: 'CH' },
      { id: otherEntityId, name: 'Kellermatt Service GmbH', country_profile: 'DE' },
    ])
    .execute();
  const members = Object.fromEntries(ALL_ROLES.map((role) => [role, newId()])) as Record<Role, string>;
  await parts.db
    .insertInto('members')
    .values(
      ALL_ROLES.map((role) => ({
        id: members[role],
        name: `Mara ${role}`,
        email: `${role}@kellermatt.example`,
        role,
        language: 'de',
        time_zone: 'Europe/Zurich',
      })),
    )
    .execute();
  await parts.db
    .insertInto('member_entities')
    .values(ALL_ROLES.map((role) => ({ member_id: members[role], entity_id: entityId })))
    .execute();
  await setFirstPeriods(contextFor(parts, systemActor([entityId]), now), 'CH');
  return { entityId, otherEntityId, members };
}
