// How long the nightly work of care takes among very many people, how fast the morning page is, and how many questions of permission are
// answered in a second.
//   npm run -s bench:care -- [--people 1000000] [--embedded] [--plans DIR] [--data DIR]
// Without --embedded it runs on the server and, after it, embedded with a tenth of the people. The last line is one JSON object.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Hono } from 'hono';
import type { Ctx } from '#ground/context.ts';
import type { RequestEnv } from '#ground/http/room.ts';
import { runDailyCare } from '#rooms/care/index.ts';
import type { ContactQuestion } from '#rooms/consent/index.ts';
import { decideContact, NOT_HERE } from '#rooms/consent/index.ts';
import { appForActor } from '../src/testing/app-for-actor.ts';
import { plantCare } from './care-people.ts';
import type { BenchHouse, DatabaseKind } from './house.ts';
import { openBenchHouse } from './house.ts';
import { load, peakMegabytes, percentile, rounded, spanOf } from './measure.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    embedded: { type: 'boolean' },
    plans: { type: 'string' },
    data: { type: 'string' },
  },
});
const HOUR_MS = 3_600_000;
const MORNINGS = 200;
const DECISIONS = 10_000_000;

const results: Record<string, unknown> = { bench: 'care', load: load(), decisions: decide() };
const kinds: DatabaseKind[] = values.embedded ? ['embedded'] : ['server', 'embedded'];
for (const kind of kinds) {
  const people =
    Number(values.people ?? 1_000_000) / (kind === 'embedded' && !(values.embedded && values.people) ? 10 : 1);
  results[kind] = await measureOn(kind, people);
  console.error(kind, JSON.stringify(results[kind]));
}
console.log(JSON.stringify({ ...results, peakMegabytes: peakMegabytes() }));
process.exit(0);

async function measureOn(kind: DatabaseKind, people: number) {
  const bench = await openBenchHouse(kind, values.data && path.join(values.data, kind));
  if (!bench) return { skipped: 'There is no PostgreSQL on this machine, and DATABASE_URL is not set.' };
  try {
    const planted = await spanOf(() => plantCare(bench, people), bench.serverPid);
    console.error(`${people} people stand after ${planted.seconds} s`);
    const owners = await plantCare(bench, people);
    // The first night takes everybody in and makes years of reminders at once; what counts is every night after it.
    const first = await spanOf(() => nightOf(bench, 0), bench.serverPid);
    await sql`vacuum (analyze) care_memberships, reminders`.execute(bench.house.db);
    const nights = [
      await spanOf(() => nightOf(bench, 1), bench.serverPid),
      await spanOf(() => nightOf(bench, 2), bench.serverPid),
    ];
    const { rows } = await sql<{ memberships: number; reminders: number }>`
      select (select count(*) from care_memberships) as memberships, (select count(*) from reminders where state = 'open') as reminders`.execute(
      bench.house.db,
    );
    const today = await mornings(bench, owners);
    const touch = await touches(bench, owners);
    if (values.plans) await writePlans(bench, values.plans, kind);
    return {
      database: bench.version,
      people,
      ...rows[0],
      planted: planted.seconds,
      firstNight: first,
      nightly: nights,
      today,
      touch,
    };
  } finally {
    await bench.close();
  }
}

/** The daily work as the job does it, some days later; the second look at the clock is what does the work after a jump. */
async function nightOf(bench: BenchHouse, days: number) {
  const now = new Date(bench.ctx.now.getTime() + days * 24 * HOUR_MS);
  const ctx: Ctx = { ...(await bench.house.systemCtx()), now };
  await runDailyCare(ctx);
  await runDailyCare(ctx);
}

async function mornings(bench: BenchHouse, owners: readonly string[]) {
  const apps = owners.map((owner) => appOf(bench, owner));
  const times: number[] = [];
  for (let index = 0; index < MORNINGS; index += 1) {
    const app = apps[index % apps.length] ?? appOf(bench, '');
    const started = performance.now();
    await answered(app, '/api/v1/today');
    times.push(performance.now() - started);
  }
  const warm = times.slice(Math.min(20, owners.length));
  return { pages: warm.length, p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) };
}

/** A contact is logged and everything that counts from it has moved. */
async function touches(bench: BenchHouse, owners: readonly string[]) {
  const [owner = ''] = owners;
  const app = appOf(bench, owner);
  const { rows } = await sql<{
    talent_id: string;
  }>`select talent_id from reminders where member_id = ${owner} and state = 'open' limit 60`.execute(bench.house.db);
  const times: number[] = [];
  for (const { talent_id } of rows) {
    const started = performance.now();
    await answered(app, `/api/v1/talents/${talent_id}/touchpoints`, { channel: 'phone', direction: 'ours' });
    times.push(performance.now() - started);
  }
  return { contacts: times.length, p50: percentile(times.slice(5), 0.5), p95: percentile(times.slice(5), 0.95) };
}

function appOf({ house, actor }: BenchHouse, memberId: string): Hono<RequestEnv> {
  return appForActor(house.parts, { ...actor, memberId });
}

async function answered(app: Hono<RequestEnv>, address: string, body?: object) {
  const headers = { 'x-requested-with': 'wiedersehen', 'content-type': 'application/json' };
  const answer = await app.request(
    address,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** In memory, over facts of people as they are: agreed, silent, refused, bounced, told too late. */
function decide() {
  const now = new Date('2026-11-23T09:00:00Z');
  const facts = Array.from({ length: 1_000 }, (_, index) => factsOf(index));
  const questions: ContactQuestion[] = (['mail', 'phone', 'meeting', 'linkedin', 'post'] as const).flatMap((channel) =>
    (['personal', 'newsletter'] as const).map((purpose) => ({ talentId: '', channel, purpose, topicId: 't' })),
  );
  let allowed = 0;
  const started = performance.now();
  for (let asked = 0; asked < DECISIONS; asked += 1) {
    const question = questions[asked % questions.length];
    const known = facts[asked % facts.length];
    if (question && known && decideContact(known, question, now).isAllowed) allowed += 1;
  }
  return { asked: DECISIONS, allowed, seconds: rounded((performance.now() - started) / 1000) };
}

function factsOf(index: number): Parameters<typeof decideContact>[0] {
  return {
    ...NOT_HERE,
    presence: 'here',
    isQuarantined: false,
    reach: {
      mail: index % 13 === 0 ? 'bounced' : 'working',
      hasPhone: index % 3 === 0,
      hasPostalAddress: index % 5 === 0,
      hasProfileLink: index % 2 === 0,
    },
    noMail: index % 17 === 0,
    silences: index % 10 === 0 ? [{ from: '2026-11-01', until: '2026-12-31', why: 'asked' }] : [],
    objection: index % 50 === 0 ? { scope: 'direct_contact', on: '2026-10-01' } : null,
    grounds: [
      {
        basis: 'consent',
        eraseOn: '2027-06-01',
        no: null,
        consent: { on: '2026-06-01', form: 'portal', textVersion: 1, channels: ['mail'], isConfirmed: index % 4 !== 0 },
      },
    ],
    lastNo: null,
    channelAnswers: index % 7 === 0 ? { phone: { isYes: true, on: '2026-05-01' } } : {},
    topics: index % 3 === 0 ? { t: { kind: 'confirmed', on: '2026-06-01', until: null, isRetired: false } } : {},
    isInBoutique: index % 40 === 0,
    sent: { total: index % 9, bulk: index % 5 },
    awaitsReply: index % 11 === 0,
    limits: { totalPer30Days: 8, bulkPer30Days: 4, firstContactsPerDay: 20 },
    firstContactsToday: 0,
    duty: index % 6 === 0 ? { informBy: '2026-12-01', isInformed: false } : null,
  };
}

async function writePlans({ house }: BenchHouse, folder: string, kind: string) {
  mkdirSync(folder, { recursive: true });
  const { rows } = await sql<Record<string, string>>`
    explain (analyze, buffers) select m.plan_id, m.talent_id, touch.at from care_memberships m
      left join lateral (select c.occurred_at as at from touchpoints_view c where c.talent_id = m.talent_id and not c.is_bulk order by c.occurred_at desc limit 1) touch on true
    where m.left_on is null order by m.plan_id, m.talent_id limit 10000`.execute(house.db);
  writeFileSync(path.join(folder, `${kind}-dates.txt`), rows.map((row) => row['QUERY PLAN']).join('\n'));
}
