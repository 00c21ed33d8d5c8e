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
import { jobsOfAllRooms, routesOfAllRooms, wireEvents } from '../rooms.ts';

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
  const stage: Stage = { clock: { now }, sentJobs: [], signedIn: undefined };
  const parts = partsFor(opened.db, dataDir, stage);
  const { entityId, otherEntityId, members } = await settle(parts, now);
  const actorFor = (role: Role, entityIds = [entityId]) => memberActor(members[role], role, entityIds);
  const ctxOf = (actor: Actor) => contextFor(parts, actor, stage.clock.now);
  const systemCtx = () => ctxOf(systemActor([entityId, otherEntityId]));
  const ask = asking(parts);

  return {
    db: opened.db,
    parts,
    entityId,
    otherEntityId,
    clock: stage.clock,
    sentJobs: stage.sentJobs,
    actorFor,
    systemCtx,
    ctxFor: (role, entityIds) => ctxOf(actorFor(role, entityIds)),
    request: (role, method, url, body) => {
      stage.signedIn = role === 'nobody' ? undefined : actorFor(role);
      return ask(method, url, body);
    },
    runJobs: async () => {
      const { sentJobs } = stage;
      for (let next = sentJobs.shift(); next; next = sentJobs.shift())
        await workOf(next.job)(systemCtx(), next.payload);
    },
    close: async () => {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whoever sends a job may know no more of it than name and payload. */
function workOf({ name, run }: Pick<Job, 'name'> & Partial<Pick<Job, 'run'>>): Job['run'] {
  const work = run ?? jobsOfAllRooms.find((job) => job.name === name)?.run;
  if (!work) throw new Error(`Nobody does ${name}.`);
  return work;
}

/** What a test moves: the clock, who is signed in, the jobs that wait. */
interface Stage {
  clock: { now: Date };
  sentJobs: TestHouse['sentJobs'];
  signedIn: Actor | undefined;
}

function partsFor(db: Db, dataDir: string, stage: Stage): AppParts {
  const config = readConfig({ DATA_DIR: dataDir, SECRET_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'silent' });
  const keys = keyRing(config.secretKey);
  const log = pino({ level: 'silent' });
  const events = eventBoard();
  wireEvents(events);
  const accounts = openAccounts({ db, config, keys, log });
  return {
    config,
    db,
    keys,
    log,
    events,
    routes: routesOfAllRooms(accounts, config.baseUrl),
    filesDir: path.join(dataDir, 'files'),
    version: 'test',
    now: () => stage.clock.now,
    jobs: async (_ctx, job, payload) =>
      void stage.sentJobs.push({ job: job as unknown as Job, payload: job.payload.parse(payload) }),
    accounts: { ...accounts, authenticate: async () => stage.signedIn },
  };
}

function asking(parts: AppParts) {
  const app = createApp(parts);
  return async (method: string, url: string, body: unknown): Promise<Response> => {
    const headers = { 'x-requested-with': 'wiedersehen' };
    if (body === undefined) return app.request(`/api/v1${url}`, { method, headers });
    return app.request(`/api/v1${url}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
}

const memberActor = (memberId: string, role: Role, entityIds: string[]): Actor => ({
  kind: 'member',
  memberId,
  role,
  entityIds,
  language: 'de',
  timeZone: 'Europe/Zurich',
  sessionId: null,
});

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
  const members = await hireOnePerRole(parts.db, entityId);
  await setFirstPeriods(contextFor(parts, systemActor([entityId]), now), 'CH');
  return { entityId, otherEntityId, members };
}

async function hireOnePerRole(db: Db, entityId: string): Promise<Record<Role, string>> {
  const hired = ALL_ROLES.map((role) => ({
    id: newId(),
    name: `Mara ${role}`,
    email: `${role}@kellermatt.example`,
    role,
    language: 'de',
    time_zone: 'Europe/Zurich',
  }));
  await db.insertInto('members').values(hired).execute();
  await db
    .insertInto('member_entities')
    .values(hired.map(({ id }) => ({ member_id: id, entity_id: entityId })))
    .execute();
  return Object.fromEntries(hired.map(({ role, id }) => [role, id])) as Record<Role, string>;
}
