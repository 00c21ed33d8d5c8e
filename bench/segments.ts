// How fast saved rules find people among very many: six conditions each, counted up to the limit as the screen does, and the first page.
//   node bench/segments.ts [--people 1000000] [--embedded] [--plans DIR] [--data DIR]
// --data keeps the people for the next run. The last line is one JSON object.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { countRuleFor } from '#rooms/pools/segments/segments.ts';
import { segmentSql } from '#rooms/pools/segments/compile.ts';
import { resolveGiven } from '#rooms/pools/segments/saved.ts';
import type { Rule } from '#rooms/pools/schema-rule.ts';
import type { BenchHouse } from './house.ts';
import { openBenchHouse } from './house.ts';
import { load, peakMegabytes, percentile, spanOf } from './measure.ts';
import { plantSegmentPeople, POOL_ID } from './segments-people.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    embedded: { type: 'boolean' },
    plans: { type: 'string' },
    data: { type: 'string' },
  },
});
const kind = values.embedded ? 'embedded' : 'server';
const people = Number(values.people ?? (values.embedded ? 100_000 : 1_000_000));
const REPEATS = 15;

/** Each asks six things. What they find goes from everyone nearly to a handful, and to nobody. */
const RULES: Record<string, Rule> = {
  silver_and_silent: {
    all: [
      { is: 'class', values: ['silver_medalist'] },
      { is: 'silent', days: 365 },
      { is: 'reached', stage: 'interview' },
      { is: 'consent', purpose: 'talent_pool', state: 'yes' },
      { is: 'reachable', by: 'mail' },
      { not: { is: 'stage', values: ['in_application', 'hired', 'ended'] } },
    ],
  },
  rare_skill_in_town: {
    all: [
      { is: 'skill', values: ['PLECS'] },
      { is: 'city', values: ['Ort 17', 'Ort 18'] },
      { not: { is: 'was_with_us' } },
      { is: 'answers', atLeast: 1, days: 730 },
      { is: 'erases_within', days: 360 },
      { not: { is: 'pool', ids: [POOL_ID] } },
    ],
  },
  either_or_in_brackets: {
    all: [
      {
        any: [
          { is: 'tag', values: ['Messe'] },
          { is: 'applied_within', days: 365 },
        ],
      },
      { any: [{ is: 'was_with_us' }, { is: 'touches', atLeast: 3, days: 1095 }] },
      { is: 'stage', values: ['known', 'approached'] },
      { is: 'silent', days: 180 },
    ],
  },
  nearly_everyone: {
    all: [
      { not: { is: 'stage', values: ['ended'] } },
      { not: { is: 'mailings', atLeast: 4, days: 30 } },
      { not: { is: 'rehire_wish', values: ['no'] } },
      { not: { is: 'consent', purpose: 'newsletter', state: 'no' } },
      { is: 'reachable', by: 'mail' },
      { not: { is: 'next_step_within', days: 7 } },
    ],
  },
  nearly_nobody: {
    all: [
      { is: 'answers', atLeast: 3, days: 30 },
      { is: 'was_with_us' },
      { is: 'reached', stage: 'offer' },
      { is: 'consent', purpose: 'newsletter', state: 'yes' },
      { not: { is: 'tag', values: ['Messe'] } },
      { is: 'application_outcome', values: ['declined_offer'] },
    ],
  },
  in_a_pool_and_forgotten: {
    all: [
      { is: 'pool', ids: [POOL_ID] },
      { is: 'silent', days: 365 },
      { not: { is: 'next_step' } },
      { is: 'owner', values: ['none'] },
      { is: 'consent', purpose: 'talent_pool', state: 'yes' },
      { not: { is: 'answers', atLeast: 1, days: 1095 } },
    ],
  },
};

const bench = await openBenchHouse(kind, values.data);
if (!bench) throw new Error('There is no PostgreSQL on this machine, and DATABASE_URL is not set.');
try {
  const planted = await spanOf(() => plantSegmentPeople(bench, people), bench.serverPid);
  console.error(`${people} people stand after ${planted.seconds} s`);
  const loadBefore = load();
  const rules: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(RULES)) {
    rules[name] = await measure(bench, rule);
    console.error(name, JSON.stringify(rules[name]));
    if (values.plans) await writePlan(bench, { name, rule, folder: values.plans });
  }
  console.log(
    JSON.stringify({
      bench: 'segments',
      database: bench.version,
      kind,
      people,
      load: loadBefore,
      planted,
      rules,
      peakMegabytes: peakMegabytes(),
    }),
  );
} finally {
  await bench.close();
}
process.exit(0);

/** Milliseconds of the live count, and of the first sixty ids. */
async function measure({ ctx }: BenchHouse, rule: Rule) {
  const count = await countRuleFor(ctx, rule, undefined);
  const fits = segmentSql(await resolveGiven(ctx, rule), ctx);
  const counting = await timed(() => countRuleFor(ctx, rule, undefined));
  const page = await timed(() => sql`select t.id from talents t where ${fits} order by t.id limit 60`.execute(ctx.db));
  return { finds: count.value, isExact: count.isExact, counting, page };
}

async function timed(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function writePlan({ ctx }: BenchHouse, { name, rule, folder }: { name: string; rule: Rule; folder: string }) {
  mkdirSync(folder, { recursive: true });
  const fits: RawBuilder<boolean> = segmentSql(await resolveGiven(ctx, rule), ctx);
  const { rows } = await sql<Record<string, string>>`
    explain (analyze, buffers) select count(*) from (select 1 from talents t where ${fits} limit 10001) x`.execute(
    ctx.db,
  );
  writeFileSync(path.join(folder, `${name}.txt`), rows.map((row) => row['QUERY PLAN']).join('\n'));
}
