import type { AddressInfo } from 'node:net';
import type { Socket } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import { emptyTables } from '#ground/testing/empty-tables.ts';
import { takeBack } from '#rooms/consent/index.ts';
import type { TestHouse } from '../../../testing/test-house.ts';
import { openTestHouse } from '../../../testing/test-house.ts';
import { listUncertain } from '../statistics/people.ts';
import { aLetter, always, aScene, plantReaders, statesOf } from '../testing.ts';
import type { Scene } from '../testing.ts';
import { runCampaign } from './run.ts';
import { finishComplete, tendCampaigns } from './tend.ts';

const START = new Date('2026-11-23T09:00:00Z');
const CONNECTIONS = 4;

/** How the server treats a recipient; `cut`: takes the text and hangs up without a word. */
type Mood = (address: string) => 'take' | 'cut' | number;

let house: TestHouse;
let server: SMTPServer;
let url: string;
let mood: Mood;
let taken: { to: string; at: number }[];

beforeAll(async () => {
  house = await openTestHouse(START);
});
beforeEach(async () => {
  house.clock.now = START;
  [mood, taken] = [() => 'take', []];
  await listen(0);
  await emptyTables(house.db, 'campaigns', 'sender_identities', 'talents', 'pools', 'sending_workers');
});
afterEach(() => hangUp());
afterAll(() => house.close());

const refusal = (responseCode: number) =>
  Object.assign(new Error(responseCode === 550 ? '5.1.1 No such user' : 'Try later'), { responseCode });

async function listen(port: number) {
  const sockets = new Set<Socket>();
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    closeTimeout: 50,
    onAuth: ({ password }, _session, answer) =>
      password === 'richtig'
        ? answer(null, { user: 'x' })
        : answer(Object.assign(new Error('No'), { responseCode: 535 })),
    onRcptTo: ({ address }, _session, answer) => {
      const said = mood(address);
      answer(typeof said === 'number' ? refusal(said) : null);
    },
    onData: (stream, { envelope }, answer) => {
      const [to = ''] = envelope.rcptTo.map(({ address }) => address);
      stream.resume();
      stream.on('end', () => {
        if (mood(to) === 'cut') return sockets.forEach((socket) => socket.destroy());
        taken.push({ to, at: performance.now() });
        answer();
      });
    },
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?from=talente@kellermatt.example`;
}

const hangUp = () =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
  });

const system = (): Ctx => house.systemCtx();
async function aReadyScene(count: number, smtpUrl = url): Promise<Scene> {
  const scene = await aScene(system(), { entityId: house.entityId, smtpUrl, connections: CONNECTIONS });
  await plantReaders(system(), { ...scene, entityId: house.entityId, count });
  await tendCampaigns(system());
  return scene;
}

function run({ campaignId }: Scene) {
  const started = performance.now();
  const from = house.clock.now;
  const clock = () => new Date(from.getTime() + performance.now() - started);
  return runCampaign(system(), {
    campaignId,
    clock,
    until: new Date(from.getTime() + 60_000),
    letterFor: always(aLetter()),
  });
}

const later = (minutes: number) => {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
};
const stateOf = async ({ campaignId }: Scene) => {
  const row = await house.db
    .selectFrom('campaigns')
    .select(['state', 'halt_reason'])
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return row.halt_reason ? `${row.state}:${row.halt_reason}` : row.state;
};
const everybody = () => taken.map(({ to }) => to);

describe('a mail server that makes trouble', () => {
  it('with one domain holds up nobody else, and that domain gets its letters later', async () => {
    const scene = await aReadyScene(60);
    mood = (address) => (address.endsWith('@mail.example') ? 421 : 'take');

    await run(scene);
    const atFirst = everybody();
    expect(atFirst).toHaveLength(40);
    mood = () => 'take';
    for (let hours = 1; hours <= 5; hours += 1) {
      later(60);
      await run(scene);
    }

    expect(new Set(everybody()).size).toBe(60);
    expect(everybody()).toHaveLength(60);
  });

  it('is asked less and less by a domain that keeps refusing', async () => {
    const scene = await aReadyScene(90);
    let asked = 0;
    mood = (address) => {
      if (!address.endsWith('@mail.example')) return 'take';
      asked += 1;
      return 451;
    };

    await run(scene);

    expect(asked).toBeLessThanOrEqual(3 + CONNECTIONS);
    expect(everybody()).toHaveLength(60);
  });

  it('says that there is no such mailbox: the address is blocked at once', async () => {
    const scene = await aReadyScene(9);
    mood = (address) => (address.endsWith('@firma.example') ? 550 : 'take');

    await run(scene);
    await finishComplete(system());

    expect(await statesOf(system(), scene.campaignId)).toEqual({ accepted: 6, 'failed:recipient_550_5.1.1': 3 });
    const blocked = await house.db
      .selectFrom('talent_addresses')
      .select('value')
      .where('bounced_at', 'is not', null)
      .execute();
    expect(blocked).toHaveLength(3);
    expect(await stateOf(scene)).toBe('finished');
  });

  it('breaks the wires after the text: those letters are uncertain, listed, and never sent again', async () => {
    const scene = await aReadyScene(100);
    let isCut = false;
    mood = () => {
      if (isCut || taken.length < 20) return 'take';
      isCut = true;
      return 'cut';
    };
    // The first answer of the mood is for the address, the second for the text.
    const first = mood;
    mood = (address) => (taken.length < 20 ? 'take' : first(address));

    await run(scene);
    later(10);
    await run(scene);
    await finishComplete(system());

    const uncertain = await listUncertain(house.ctxFor('recruiter'), scene.campaignId);
    const states = await statesOf(system(), scene.campaignId);
    expect(uncertain.length).toBeLessThanOrEqual(CONNECTIONS);
    expect(new Set(everybody()).size).toBe(everybody().length);
    expect((states['accepted'] ?? 0) + uncertain.length).toBe(100);
    expect(await stateOf(scene)).toBe('finished');
  });

  it('breaks the wires after every text: the campaign stops before many are uncertain', async () => {
    const scene = await aReadyScene(100);
    mood = () => 'cut';

    await run(scene);

    const uncertain = await listUncertain(house.ctxFor('recruiter'), scene.campaignId);
    expect(uncertain.length).toBeLessThanOrEqual(3 * CONNECTIONS);
    expect(await stateOf(scene)).toBe('paused:sender');
  });

  it('is away for a while: nothing is lost and nothing is sent twice', async () => {
    const scene = await aReadyScene(50);
    const { port } = server.server.address() as AddressInfo;
    await hangUp();
    await run(scene);
    expect(await statesOf(system(), scene.campaignId)).toEqual({ queued: 50 });

    await listen(port);
    later(1);
    await run(scene);

    expect(new Set(everybody()).size).toBe(50);
    expect(everybody()).toHaveLength(50);
  });

  it('refuses our password: the campaign waits for a human', async () => {
    const scene = await aReadyScene(5, url.replace('//', '//talente:falsch@'));

    await run(scene);

    expect(everybody()).toEqual([]);
    expect(await stateOf(scene)).toBe('paused:sender');
    expect(await statesOf(system(), scene.campaignId)).toEqual({ queued: 5 });
  });
});

describe('a person who takes their yes back while a thousand letters are on their way', () => {
  it('gets none after it was written down', async () => {
    const scene = await aReadyScene(1000);
    const { rows } = await sql<{ id: string; value: string }>`
      select talent_id as id, value from talent_addresses order by md5(id::text) limit 100`.execute(house.db);
    const withdrawnAt = new Map<string, number>();
    const running = run(scene);
    while (taken.length < 30)
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });

    for (const { id, value } of rows) {
      await house.db.transaction().execute(async (db) => {
        const choices = [{ purpose: 'newsletter' as const, topicId: scene.topicId }];
        await takeBack(
          { ...system(), db },
          { talentId: id, choices, kind: 'withdrawn', proof: { form: 'portal', evidence: null } },
        );
      });
      withdrawnAt.set(value, performance.now());
    }
    await running;
    await run(scene);

    const states = await statesOf(system(), scene.campaignId);
    expect(states['accepted'] ?? 0).toBe(taken.length);
    expect((states['accepted'] ?? 0) + (states['left_out:topic_withdrawn'] ?? 0)).toBe(1000);
    expect(states['left_out:topic_withdrawn'] ?? 0).toBeGreaterThan(0);
    const late = taken.filter(({ to, at }) => at > (withdrawnAt.get(to) ?? Infinity));
    expect(late).toEqual([]);
  });
});
