import pg from 'pg';
import { sql } from 'kysely';
import { writeFileSync } from 'node:fs';
import { openBenchHouse } from './house.ts';
import { plantCare } from './care-people.ts';
import { runDailyCare } from '#rooms/care/index.ts';
import { appForActor } from '../src/testing/app-for-actor.ts';
const [kind, dir, people, mode] = process.argv.slice(2) as ['embedded'|'server', string, string, string];
const bench = await openBenchHouse(kind, dir);
if (!bench) throw new Error('no pg');
const list: { text: string; values: unknown[]; ms: number }[] = [];
const query = pg.Client.prototype.query as any;
(pg.Client.prototype as any).query = function (this: pg.Client, ...given: any[]) {
  const started = performance.now();
  const answer = query.apply(this, given);
  const [text, sent] = given;
  if (typeof text === 'string' && answer instanceof Promise) void answer.then(() => list.push({ text, values: Array.isArray(sent) ? sent : [], ms: performance.now() - started }), () => undefined);
  return answer;
};
const owners = await plantCare(bench, Number(people));
const night = async (days: number) => {
  const ctx = { ...(await bench.house.systemCtx()), now: new Date(bench.ctx.now.getTime() + days * 86400000) };
  await runDailyCare(ctx); await runDailyCare(ctx);
};
const { rows: [r] } = await sql<{ n: number }>`select count(*)::int as n from reminders`.execute(bench.house.db);
if (!r?.n) { const t = performance.now(); await night(0); console.log('first', Math.round(performance.now() - t)); await sql`vacuum (analyze) care_memberships, reminders`.execute(bench.house.db); }
await sql`truncate care_days, care_clock`.execute(bench.house.db);
list.length = 0;
const t0 = performance.now();
if (mode === 'today') { for (let i = 0; i < 12; i++) { const app = appForActor(bench.house.parts, { ...bench.actor, memberId: owners[i % owners.length] ?? '' }); if (i === 11) list.length = 0; const t = performance.now(); const a = await app.request('/api/v1/today'); await a.arrayBuffer(); if (i>9) console.log(a.status, Math.round(performance.now() - t)); } }
else await night(1);
console.log('took', Math.round(performance.now() - t0), list.length);
const worst = [...list].sort((a, b) => b.ms - a.ms).slice(0, mode === 'today' ? 14 : 8);
const client = new pg.Client({ connectionString: bench.addressOf('wiedersehen') });
await client.connect();
await query.call(client, 'set jit = off');
let n = 0;
for (const { text, values, ms } of worst) {
  console.log(Math.round(ms), text.replace(/\s+/g, ' ').slice(0, 160));
  if (n++ > 5) continue;
  const plan = await query.call(client, 'begin').then(() => query.call(client, `explain (analyze, buffers) ${text}`, values)).then(({ rows }: any) => rows.map((x: any) => x['QUERY PLAN']).join('\n'), String);
  await query.call(client, 'rollback');
  writeFileSync(`/tmp/kplan-${n}.txt`, `${Math.round(ms)}ms\n${text}\n\n${plan}\n`);
}
await client.end();
await bench.close();
process.exit(0);
