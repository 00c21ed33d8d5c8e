import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import { pauseCampaign, resumeCampaign } from '#rooms/campaigns/sending/life.ts';
import { finishComplete, tendCampaigns } from '#rooms/campaigns/sending/tend.ts';
import { listUncertain } from '#rooms/campaigns/statistics/people.ts';
import { aScene, plantReaders, statesOf } from '#rooms/campaigns/testing.ts';
import type { Scene } from '#rooms/campaigns/testing.ts';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import type { SendingOrder } from './campaign-child.ts';
import type { OwnServer } from './own-server.ts';
import { openAfterCrash, openFolder, openOwnServer } from './own-server.ts';
import type { Place } from './place.ts';
import { contextAt, settleAt } from './place.ts';

/** `npm run test:long` sends to 10,000 and kills fifty times; `npm test` does with less. */
const [READERS, KILLS] = process.env.LONG_TESTS ? [10_000, 50] : [1000, 8];
const CONNECTIONS = 4;
const WORKERS = 2;
/** The database goes down with every fourth kill. */
const DATABASE_EVERY = 4;

let folder: ReturnType<typeof openFolder>;
let own: OwnServer;
let settled: Omit<Place, 'connectionString'>;
let sink: Awaited<ReturnType<typeof openSink>>;
let scene: Scene;

/** A real mail server that keeps who got what. */
async function openSink() {
  const received: { to: string; id: string }[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [, id = ''] = /^Message-ID: <(.*)>/m.exec(Buffer.concat(chunks).toString('latin1')) ?? [];
        received.push({ to: envelope.rcptTo[0]?.address ?? '', id });
        answer();
      });
    },
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}?from=talente@kellermatt.example`,
    close: () => server.close(() => {}),
  };
}

beforeAll(async () => {
  folder = openFolder();
  own = await openOwnServer(path.join(folder.path, 'data'));
  ({ place: settled } = await settleAt(own.db, folder.path));
  sink = await openSink();
  scene = await aScene(contextNow(), { entityId: settled.entityId, smtpUrl: sink.url, connections: CONNECTIONS });
  await plantReaders(contextNow(), { ...scene, entityId: settled.entityId, count: READERS });
  await tendCampaigns(contextNow());
});
afterAll(async () => {
  sink.close();
  await own.close();
  await own.server.stop();
  folder.remove();
});

/** The time of the wall: workers of real processes are alive by the clock of the database. */
function contextNow(): Ctx {
  return { ...contextAt(settled, own.db), now: new Date() };
}

const startWorker = (): ChildProcess => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'campaign-child.ts')],
    {
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder.path, 'translated') },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const order: SendingOrder = {
    place: { ...settled, connectionString: own.server.connectionString() },
    campaignId: scene.campaignId,
  };
  child.stdin?.on('error', () => {});
  child.stdin?.write(`${JSON.stringify(order)}\n`);
  return child;
};

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit');

/** As if the dead had been silent for longer than their lease. */
async function takeBack() {
  await sql`update sending_workers set alive_until = now() - interval '1 second'`.execute(own.db);
  await tendCampaigns(contextNow());
}

async function progressUntil(count: number) {
  const end = Date.now() + 20_000;
  while (sink.received.length < count && Date.now() < end) await wait(2);
}

type Random = () => number;

/** Two workers send until a moment by chance, somebody meddles, and then the current is gone. */
async function oneNight(random: Random, kills: number) {
  const before = sink.received.length;
  const crew = Array.from({ length: WORKERS }, startWorker);
  await progressUntil(before + Math.ceil(random() * (READERS / KILLS)));
  await meddle(random);
  const isDatabaseDown = kills % DATABASE_EVERY === 0;
  if (isDatabaseDown) await own.kill();
  for (const child of crew) child.kill('SIGKILL');
  await Promise.all(crew.map(ended));
  if (isDatabaseDown) own = await openAfterCrash(path.join(folder.path, 'data'));
  await takeBack();
}

async function meddle(random: Random) {
  if (random() < 0.3) {
    await pauseCampaign(contextNow(), scene.campaignId);
    await wait(50 * random());
    await resumeCampaign(contextNow(), scene.campaignId);
  }
  if (random() < 0.3)
    await sql`
      update sender_identities set connections = ${1 + Math.floor(random() * CONNECTIONS)}, per_domain_per_hour = ${500_000 + Math.floor(random() * 500_000)}`.execute(
      own.db,
    );
}

describe('a campaign whose senders and whose database are killed again and again', () => {
  it(
    'reaches everybody at most once, skips nobody silently, and lists what is uncertain',
    { timeout: 3_600_000 },
    async () => {
      const random = seededRandom(20_261_129);
      for (let kills = 1; kills <= KILLS; kills += 1) await oneNight(random, kills);
      await Promise.all([ended(startWorker()), ended(startWorker())]);
      await takeBack();
      await finishComplete(contextNow());

      const uncertain = await listUncertain(contextNow(), scene.campaignId);
      const accepted = (await statesOf(contextNow(), scene.campaignId))['accepted'] ?? 0;
      const ids = sink.received.map(({ id }) => id);
      const reached = new Set(sink.received.map(({ to }) => to));
      expect(new Set(ids).size, 'nobody twice').toBe(ids.length);
      expect(accepted + uncertain.length, 'everybody is accounted for').toBe(READERS);
      expect(reached.size, 'who counts as reached was reached').toBeGreaterThanOrEqual(accepted);
      expect(uncertain.length).toBeLessThanOrEqual(KILLS * WORKERS * CONNECTIONS);
      expect(await stateOfCampaign()).toEqual({ state: 'finished' });
    },
  );
});

const stateOfCampaign = () =>
  own.db.selectFrom('campaigns').select('state').where('id', '=', scene.campaignId).executeTakeFirstOrThrow();
