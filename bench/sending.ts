// `npm run -s bench:sending`: how many letters leave in a second. In one run, on one machine, into one sink, with the same letter of two
// parts: a bare loop over a pooled nodemailer, and the whole engine, which asks everybody's permission, chooses the blocks, writes each
// letter its own, and keeps a row on disk for every single one. The last line is one JSON object.
//   --recipients 100000   --database embedded|server|both   --prepare 1000000   --letters 4000 (of the loop)
import type { ChildProcess } from 'node:child_process';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Ctx } from '#ground/context.ts';
import type { MadeLetter } from '#rooms/campaigns/sending/letters.ts';
import { runCampaign } from '#rooms/campaigns/sending/run.ts';
import { finishComplete, tendCampaigns } from '#rooms/campaigns/sending/tend.ts';
import { aLetter, always, aScene, plantReaders, statesOf } from '#rooms/campaigns/testing.ts';
import type { DatabaseKind } from './house.ts';
import { openBenchHouse } from './house.ts';
import { load, rounded, spanOf } from './measure.ts';

const CONNECTIONS = 16;
const LETTER_BYTES = 13_500;

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '100000' },
    letters: { type: 'string', default: '6000' },
    database: { type: 'string', default: 'both' },
    prepare: { type: 'string', default: '0' },
  },
});

interface Counted {
  messages: number;
  bytes: number;
  doubles: number;
  distinct: number;
}

interface Sink {
  url: string;
  port: number;
  /** What arrived since the last time. */
  count: () => Promise<Counted>;
  close: () => void;
}

async function openSink(): Promise<Sink> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'sending-sink.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    url: `smtp://127.0.0.1:${port}?from=talente@kellermatt.example`,
    count: async () => {
      child.send('count');
      const [counted] = (await once(child, 'message')) as [Counted];
      return counted;
    },
    close: () => child.disconnect(),
  };
}

/** Two parts, 15 kB on the wire; three blocks with a rule, of which every reader sees one. */
const TAGS = ['Technik', 'Marketing', 'Finanzen'];
const letter = aLetter({
  bytes: LETTER_BYTES,
  conditions: TAGS.map((tag) => sql<boolean>`t.tags @> array[${tag}::text]`),
});

const tagReaders = ({ db }: Ctx) =>
  sql`update talents set tags = array[(${TAGS}::text[])[1 + substring(first_name from '[0-9]+')::int % ${TAGS.length}::int]]`.execute(
    db,
  );

/** The letter of one reader, ready: what the loop sends, without asking, choosing or writing anything. */
function oneLetter(): MadeLetter {
  const link = `https://talente.kellermatt.example/api/v1/letters/${'x'.repeat(64)}`;
  const made = letter.make({
    talentId: '',
    language: 'de',
    fields: { first_name: 'Ilse' },
    visible: 1n,
    links: { unsubscribe: `${link}/unsubscribe`, preferences: link, view: link },
  });
  if (!made) throw new Error('nothing is left in the letter');
  return made;
}

/** What anybody would write first: a pool, and as many promises as it has connections. */
async function nodemailerLoop(sink: Sink, made: MadeLetter, letters: number, dkim?: { privateKey: string }) {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port: sink.port,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    ...(dkim ? { dkim: { domainName: 'kellermatt.example', keySelector: 'wd', privateKey: dkim.privateKey } } : {}),
  });
  let next = 0;
  const one = async () => {
    for (let number = next++; number < letters; number = next++) {
      await transport.sendMail({
        from: { name: 'Jürg Öttinger', address: 'talente@kellermatt.example' },
        to: { name: `Ilse ${number} Aebischer`, address: `ilse${number}@mail.example` },
        subject: made.subject,
        html: made.html,
        text: made.text,
        messageId: `<${number}.${letters}@kellermatt.example>`,
        list: { unsubscribe: `https://talente.kellermatt.example/${number}` },
      });
    }
  };
  const span = await spanOf(() => Promise.all(Array.from({ length: CONNECTIONS * 2 }, one)));
  transport.close();
  const { messages, bytes } = await sink.count();
  return {
    perSecond: rounded(messages / span.seconds),
    cpuSecondsPer1000: rounded((span.cpuSeconds / messages) * 1000),
    bytesEach: Math.round(bytes / messages),
  };
}

const systemOf = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, kind: 'system', memberId: null, role: 'system' },
});

async function engine(kind: DatabaseKind, sink: Sink, recipients: number, signs: 'relay' | 'here', prepare: number) {
  const bench = await openBenchHouse(kind);
  if (!bench) return undefined;
  const now = new Date();
  const ctx: Ctx = { ...systemOf(bench.ctx), now };
  const scene = await aScene(ctx, { entityId: bench.entityId, smtpUrl: sink.url, signs, connections: CONNECTIONS });
  await plantReaders(ctx, { ...scene, entityId: bench.entityId, count: recipients });
  await tagReaders(ctx);
  await sql`vacuum (analyze)`.execute(ctx.db);
  const prepared = await spanOf(() => tendCampaigns(ctx), bench.serverPid);
  const idleMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  const started = performance.now();
  const clock = () => new Date(now.getTime() + performance.now() - started);
  const run = {
    campaignId: scene.campaignId,
    clock,
    until: new Date(now.getTime() + 3_600_000),
    letterFor: always(letter),
  };
  const span = await spanOf(() => runCampaign(ctx, run), bench.serverPid);
  await finishComplete(ctx);
  const { messages, bytes, doubles, distinct } = await sink.count();
  const states = await statesOf(ctx, scene.campaignId);
  const million = prepare > 0 ? await prepareMany(ctx, bench.entityId, sink, prepare) : undefined;
  await bench.close();
  return {
    database: bench.version,
    mailsPerSecond: rounded(messages / span.seconds),
    cpuSecondsPer1000: rounded(((span.cpuSeconds + (span.databaseCpuSeconds ?? 0)) / messages) * 1000),
    ownCpuSecondsPer1000: rounded((span.cpuSeconds / messages) * 1000),
    bytesEach: Math.round(bytes / messages),
    doubles,
    missing: recipients - distinct,
    accepted: states['accepted'] ?? 0,
    rssMb: span.residentMegabytes,
    rssAboveIdleMb: span.residentMegabytes - idleMb,
    preparedSeconds: prepared.seconds,
    ...million,
  };
}

/** A large audience is only fixed, not sent. */
async function prepareMany(ctx: Ctx, entityId: string, sink: Sink, count: number) {
  const scene = await aScene(ctx, { entityId, smtpUrl: sink.url });
  await plantReaders(ctx, { ...scene, entityId, count });
  await sql`vacuum (analyze)`.execute(ctx.db);
  const { seconds } = await spanOf(() => tendCampaigns(ctx));
  const states = await statesOf(ctx, scene.campaignId);
  return { preparedMany: Object.values(states).reduce((sum, some) => sum + some, 0), preparedManySeconds: seconds };
}

/** Debian's own load generator: as many letters as the sink can take from a program that does nothing but write. */
async function smtpSource(sink: Sink, letters: number): Promise<number | undefined> {
  const program = ['/usr/sbin/smtp-source', '/usr/bin/smtp-source'].find((file) => existsSync(file));
  if (!program) return undefined;
  const options = [
    '-s',
    String(CONNECTIONS),
    '-m',
    String(letters),
    '-l',
    '15000',
    '-f',
    'a@kellermatt.example',
    '-t',
    'ilse@mail.example',
  ];
  const { seconds } = await spanOf(async () => {
    await once(spawn(program, [...options, `127.0.0.1:${sink.port}`], { stdio: 'ignore' }), 'exit');
  });
  const { messages } = await sink.count();
  return rounded(messages / seconds);
}

const sink = await openSink();
const letters = Number(values.letters);
const recipients = Number(values.recipients);
const kinds = (['embedded', 'server'] as const).filter(
  (kind) => values.database === 'both' || values.database === kind,
);
const made = oneLetter();
await nodemailerLoop(sink, made, 500);
const loop = await nodemailerLoop(sink, made, letters);
console.error(`nodemailer: ${JSON.stringify(loop)}`);
const ceiling = await smtpSource(sink, letters);
console.error(`smtp-source: ${ceiling ?? 'not installed'}`);
const { generateKeyPairSync } = await import('node:crypto');
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const loopSigned = await nodemailerLoop(sink, made, Math.ceil(letters / 2), { privateKey });
console.error(`nodemailer, DKIM: ${JSON.stringify(loopSigned)}`);

const measured: Partial<Record<DatabaseKind, Awaited<ReturnType<typeof engine>>>> = {};
for (const kind of kinds) {
  measured[kind] = await engine(kind, sink, recipients, 'relay', Number(values.prepare));
  console.error(`engine, ${kind}: ${JSON.stringify(measured[kind])}`);
}
const signed = await engine(kinds[0] ?? 'embedded', sink, Math.min(recipients, 10_000), 'here', 0);
console.error(`engine, DKIM (RSA and Ed25519): ${JSON.stringify(signed)}`);
sink.close();

const main = measured.embedded ?? measured.server;
console.log(
  JSON.stringify({
    mailsPerSecond: main?.mailsPerSecond,
    nodemailerPerSecond: loop.perSecond,
    ratio: main && rounded(main.mailsPerSecond / loop.perSecond),
    cpuSecondsPer1000: main?.cpuSecondsPer1000,
    doubles: main?.doubles,
    missing: main?.missing,
    rssMb: main?.rssMb,
    nodemailerCpuSecondsPer1000: loop.cpuSecondsPer1000,
    smtpSourcePerSecond: ceiling,
    nodemailerDkimPerSecond: loopSigned.perSecond,
    dkimPerSecond: signed?.mailsPerSecond,
    dkimRatio: signed && rounded(signed.mailsPerSecond / loopSigned.perSecond),
    recipients,
    load: load(),
    ...measured,
  }),
);
