// How good and how fast the search for duplicates is.
//   npm run -s bench:duplicates -- RECORDS.csv [TRUTH.csv] [--pairs FILE]
//   npm run -s bench:duplicates -- --people 100000
// The last line is one JSON object.
import { parse } from 'csv-parse/sync';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keysOf } from '#rooms/inventory/duplicates/blocking.ts';
import { findDuplicates } from '#rooms/inventory/duplicates/find-duplicates.ts';
import { prepareRecord } from '#rooms/inventory/duplicates/prepare.ts';
import { DUPLICATE_PROBABILITY } from '#rooms/inventory/duplicates/thresholds.ts';
import { emptyValueBook } from '#rooms/inventory/duplicates/values.ts';
import { readRecord, recogniseColumns, type BenchRecord } from './duplicates-columns.ts';
import { judge, truthOf, type JudgedPair, type Truth } from './duplicates-truth.ts';
import { peopleWithDuplicates } from './people.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string' }, people: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [recordsFile, truthFile] = positionals;

const records = values.people ? madePeople(Number(values.people), Number(values.seed)) : readRecords(recordsFile);
const truth = truthOf(records, truthFile === undefined ? undefined : readRows(truthFile));
const cpuBefore = process.cpuUsage();
const found = findDuplicates(records, { leastProbability: values.people ? undefined : 0 });
const cpu = process.cpuUsage(cpuBefore);
const pairs: JudgedPair[] = found.pairs.map(({ a, b, weightBits, probability }) => ({
  a,
  b,
  score: weightBits,
  isDuplicate: probability >= DUPLICATE_PROBABILITY,
}));
if (values.pairs) writePairs(values.pairs, pairs);
const { truePairs, ...quality } = judge(pairs, truth);
console.error(`${records.length} records, ${truePairs} true pairs, ${pairs.length} pairs scored`);
console.log(
  JSON.stringify({
    ...Object.fromEntries(Object.entries(quality).map(([name, value]) => [name, rounded(value)])),
    blockingRecall: rounded(blockingRecall(records, truth)),
    comparedPairs: found.comparedPairs,
    seconds: rounded(found.seconds),
    cpuSeconds: rounded((cpu.user + cpu.system) / 1e6),
    records: records.length,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);

function madePeople(count: number, seed: number): BenchRecord[] {
  return Array.from(peopleWithDuplicates(count, seed));
}

function readRecords(file: string | undefined): BenchRecord[] {
  if (file === undefined) throw new Error('Name a file of records, or a number of made people: --people 100000');
  const [header = [], ...rows] = readRows(file);
  const columns = recogniseColumns(header);
  // Thrown away at the end of the run: the figures are those of the product, which sees keyed hashes only.
  const key = randomBytes(32);
  return rows.map((cells, at) => readRecord(columns, cells, at + 2, key));
}

function readRows(file: string): string[][] {
  return parse(readFileSync(file), {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
}

function writePairs(file: string, pairs: JudgedPair[]): void {
  const lines = pairs.map(
    ({ a, b, score, isDuplicate }) => `${quoted(a)},${quoted(b)},${score.toFixed(4)},${isDuplicate}`,
  );
  writeFileSync(file, `idA,idB,score,isDuplicate\n${lines.join('\n')}\n`);
}

function quoted(id: string): string {
  return /[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}

/** Share of the true pairs that have a key in common at all, large blocks included. */
function blockingRecall(records: BenchRecord[], truth: Truth): number {
  const persons = Map.groupBy(records, ({ id }) => truth.get(id) ?? `alone ${id}`);
  let all = 0;
  let met = 0;
  for (const person of persons.values()) {
    const keys = person.map((record) => new Set(keysOf(prepareRecord(emptyValueBook(), record))));
    for (const [at, ofOne] of keys.entries()) {
      for (const ofOther of keys.slice(at + 1)) {
        all += 1;
        if ([...ofOne].some((key) => ofOther.has(key))) met += 1;
      }
    }
  }
  return all === 0 ? 1 : met / all;
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
