// How fast people are found: while typing, as a list, and one profile; through the whole HTTP application.
//   npm run bench search -- [--people 100000] [--server] [--plans DIR] [--data DIR]
// --data keeps the database of people for the next run. The last line is one JSON object.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import type { Hono } from 'hono';
import type { RequestEnv } from '#ground/http/room.ts';
import { appForActor } from '../src/testing/app-for-actor.ts';
import { openBenchHouse } from './house.ts';
import { load, peakMegabytes, percentile, rounded, spanOf } from './measure.ts';
import { plantPeople } from './plant.ts';
import { searchQueries } from './queries.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    server: { type: 'boolean' },
    plans: { type: 'string' },
    data: { type: 'string' },
  },
});
const kind = values.server ? 'server' : 'embedded';
const people = Number(values.people ?? (values.server ? 1_000_000 : 100_000));
const WARM_UP = 30;
const FILTERS = [
  'segment=silver_medalist',
  'city=Bern&stage=known',
  'skill=Python&sort=last_touch',
  'employer=Motoren',
  'erasesWithinDays=200&sort=erase_on',
  'silentForDays=300&segment=silver_medalist',
];

const bench = await openBenchHouse(kind, values.data);
if (!bench) throw new Error('There is no PostgreSQL on this machine, and DATABASE_URL is not set.');
const statements = watchStatements();
try {
  const planted = await spanOf(() => plantPeople(bench, people), bench.serverPid);
  console.error(`${people} people stand after ${planted.seconds} s`);
  const loadBefore = load();
  const app = appForActor(bench.house.parts, bench.actor);
  const found = await measure(app);
  if (values.plans) await writePlans(values.plans);
  console.log(
    JSON.stringify({
      bench: 'search',
      database: bench.version,
      kind,
      people,
      load: loadBefore,
      planted,
      ...found,
      peakMegabytes: peakMegabytes(),
    }),
  );
} finally {
  await bench.close();
}
process.exit(0);

async function measure(app: Hono<RequestEnv>) {
  const queries = searchQueries(300, 5);
  const { rows } = await sql<{
    id: string;
  }>`select id from talents where deleted_at is null order by md5(id::text) limit 200`.execute(
    bench?.house.db ?? never(),
  );
  const baseline = await timed(
    Array.from({ length: 100 }, () => '/health/ready'),
    app,
  );
  const suggest = await timed(
    queries.map((q) => `/api/v1/talents/suggest?q=${encodeURIComponent(q)}`),
    app,
  );
  const list = await timed(
    Array.from(
      { length: 100 },
      (_, at) => `/api/v1/talents?limit=50&sort=${['name', 'last_touch', 'created', 'erase_on'][at % 4] ?? 'name'}`,
    ),
    app,
  );
  const filtered = await timed(
    FILTERS.flatMap((filter) => Array.from({ length: 15 }, () => `/api/v1/talents?limit=50&${filter}`)),
    app,
  );
  const searched = await timed(
    queries.slice(0, 100).map((q) => `/api/v1/talents?limit=50&q=${encodeURIComponent(q)}`),
    app,
  );
  const profile = await timed(
    rows.map(({ id }) => `/api/v1/talents/${id}`),
    app,
  );
  return { baseline, suggest, list, filtered, searched, profile };
}

function never(): never {
  throw new Error('unreachable');
}

/** @returns milliseconds per answer, without the first ones, which load what later ones find in memory */
async function timed(addresses: string[], app: Hono<RequestEnv>) {
  for (const address of addresses.slice(0, WARM_UP)) await answered(app, address);
  const times: number[] = [];
  const slowest = { ms: 0, address: '' };
  for (const address of addresses) {
    const started = performance.now();
    await answered(app, address);
    const ms = performance.now() - started;
    times.push(ms);
    if (ms > slowest.ms) Object.assign(slowest, { ms: rounded(ms), address });
  }
  return { requests: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), slowest };
}

async function answered(app: Hono<RequestEnv>, address: string) {
  const answer = await app.request(address, { headers: { 'x-requested-with': 'wiedersehen' } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

interface Statement {
  text: string;
  values: unknown[];
  ms: number;
}

/** The slowest run of each statement, with its values. */
function watchStatements(): Map<string, Statement> {
  const slowest = new Map<string, Statement>();
  // oxlint-disable-next-line typescript/unbound-method -- called with its own client below
  const query = pg.Client.prototype.query as unknown as (this: pg.Client, ...all: unknown[]) => unknown;
  pg.Client.prototype.query = function watched(this: pg.Client, ...given: unknown[]) {
    const started = performance.now();
    const answer = query.apply(this, given);
    const [text, sent] = given;
    if (typeof text === 'string' && answer instanceof Promise) {
      void answer.then(
        () => note({ text, values: Array.isArray(sent) ? sent : [], ms: performance.now() - started }),
        () => undefined,
      );
    }
    return answer;
  } as typeof pg.Client.prototype.query;
  const note = (statement: Statement) => {
    const known = slowest.get(statement.text);
    if (!known || known.ms < statement.ms) slowest.set(statement.text, statement);
  };
  return slowest;
}

async function writePlans(folder: string) {
  mkdirSync(folder, { recursive: true });
  const wanted = [...statements.values()]
    .filter(({ text }) => /^\s*(?:select|with)\b/i.test(text))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 25);
  const client = new pg.Client({ connectionString: bench?.addressOf('wiedersehen') });
  await client.connect();
  for (const [index, { text, values: sent, ms }] of wanted.entries()) {
    const plan = await client
      .query<Record<'QUERY PLAN', string>>(`explain (analyze, buffers) ${text}`, sent)
      .then(({ rows }) => rows.map((row) => row['QUERY PLAN']).join('\n'), String);
    writeFileSync(
      path.join(folder, `${String(index + 1).padStart(2, '0')}-${Math.round(ms)}ms.txt`),
      `${text}\n\n${plan}\n`,
    );
  }
  await client.end();
}
