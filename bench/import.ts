// How fast an export of applications is taken over: the file received, its rows written, duplicates searched ("end to end"); the dry
// run before it is told beside that, and the sum of all.
//   npm run bench import -- [--rows 100000] [--embedded] [--server] [--seed 1]
// The last line is one JSON object.
import { execFile } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  checkImport,
  chooseBasis,
  chooseMapping,
  getImport,
  receiveFile,
  runImport,
  searchEntity,
  startChecking,
  startRunning,
} from '#rooms/inventory/index.ts';
import type { BenchHouse, DatabaseKind } from './house.ts';
import { onServer, openBenchHouse } from './house.ts';
import type { Span } from './measure.ts';
import { load, peakMegabytes, rounded, spanOf } from './measure.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    embedded: { type: 'boolean' },
    server: { type: 'boolean' },
  },
});
const rows = Number(values.rows);
const ROWS_FILE = path.join(import.meta.dirname, 'rows-file.ts');
const wanted: DatabaseKind[] =
  values.embedded || values.server
    ? (['embedded', 'server'] as const).filter((kind) => values[kind])
    : ['embedded', 'server'];

const results: Record<string, unknown> = {};
for (const kind of wanted) {
  const opened = await openBenchHouse(kind);
  if (!opened) {
    console.error(`${kind}: there is no PostgreSQL on this machine, and DATABASE_URL is not set`);
    continue;
  }
  try {
    results[kind] = await measure(opened);
  } finally {
    await opened.close();
  }
  console.error(`${kind}: ${JSON.stringify(results[kind])}`);
}
console.log(JSON.stringify({ bench: 'import', rows, ...results }));
process.exit(0);

async function measure(bench: BenchHouse) {
  const file = path.join(bench.folder, 'bewerbungen.csv');
  await promisify(execFile)(process.execPath, [ROWS_FILE, file, String(rows), values.seed]);
  const loadBefore = load();
  const baseline = await spanOf(() => copyRows(bench, file), bench.serverPid);
  const { importId, phases } = await takeOver(bench, file);
  // The dry run is a step of its own: somebody looks at its result before the import starts.
  const seconds = secondsOf(phases.upload, phases.run, phases.duplicates);
  const withDryRun = secondsOf(phases.check) + seconds;
  const { pairs } = await bench.house.db
    .selectFrom('duplicate_pairs')
    .select((select) => select.fn.countAll<number>().as('pairs'))
    .executeTakeFirstOrThrow();
  return {
    database: bench.version,
    load: loadBefore,
    fileMegabytes: rounded(statSync(file).size / 1e6),
    rowsPerSecond: Math.round(rows / seconds),
    rowsPerSecondWithDryRun: Math.round(rows / withDryRun),
    rowsPerSecondOfRun: Math.round(rows / phases.run.seconds),
    seconds: rounded(seconds),
    secondsWithDryRun: rounded(withDryRun),
    phases,
    baseline,
    timesBaseline: rounded(seconds / baseline.seconds),
    peakMegabytes: peakMegabytes(),
    counts: (await getImport(bench.ctx, importId)).counts,
    pairs,
  };
}

function secondsOf(...spans: Span[]): number {
  return spans.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The same raw lines into one table of text, as fast as this database takes anything. */
async function copyRows(bench: BenchHouse, file: string) {
  const columns = Array.from({ length: 17 }, (_, at) => `c${at} text`).join(', ');
  await onServer(bench.addressOf('postgres'), 'drop database if exists wiedersehen_baseline');
  await onServer(bench.addressOf('postgres'), 'create database wiedersehen_baseline');
  const client = new pg.Client({ connectionString: bench.addressOf('wiedersehen_baseline') });
  await client.connect();
  await client.query(`create table raw_rows (${columns})`);
  await pipeline(
    createReadStream(file),
    client.query(copyFrom("copy raw_rows from stdin with (format csv, header, delimiter ';')")),
  );
  await client.end();
  await onServer(bench.addressOf('postgres'), 'drop database wiedersehen_baseline');
}

async function takeOver(bench: BenchHouse, file: string) {
  const { ctx, textId, entityId, serverPid } = bench;
  let id = '';
  const upload = await spanOf(async () => {
    id = await receiveFile(ctx, 'bewerbungen.csv', Readable.toWeb(createReadStream(file)) as ReadableStream);
    const { mapping } = await getImport(ctx, id);
    await chooseMapping(ctx, id, mapping);
    await chooseBasis(ctx, id, { rejected_applicant: { kind: 'consent_column', textId } });
  }, serverPid);
  await startChecking(ctx, id);
  const check = await spanOf(() => checkImport(ctx, id), serverPid);
  await startRunning(ctx, id);
  const run = await spanOf(() => runImport(ctx, id), serverPid);
  const duplicates = await spanOf(() => searchEntity(ctx, entityId, id), serverPid);
  return { importId: id, phases: { upload, check, run, duplicates } };
}
