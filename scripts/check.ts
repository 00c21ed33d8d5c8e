// `npm run check`: all that the build checks, two checks at a time. Ends with 1 and names what failed.
//   --without-tests   leaves out the unit tests, where they have just run
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { closingLine } from './testing/counts.ts';
import { openRunFolder } from './testing/run-folder.ts';
import type { Ended } from './testing/run-program.ts';
import { passOnInterrupts, runProgram } from './testing/run-program.ts';

const AT_A_TIME = 2;

interface Check {
  title: string;
  args: string[];
}

/** Programs of the packages are started by Node itself: it is the one that the commands brought. */
const program = (file: string) => path.join('node_modules', file);

const CHECKS: Check[] = [
  { title: 'types', args: [program('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { title: 'lint', args: [program('oxlint/bin/oxlint'), '--type-aware', '.'] },
  { title: 'database types', args: ['scripts/db-types.ts', '--check'] },
  { title: 'format', args: [program('oxfmt/bin/oxfmt'), '--check', '.'] },
  { title: 'rooms', args: ['scripts/check-rooms.ts'] },
  { title: 'messages', args: ['scripts/check-messages.ts'] },
  { title: 'unit tests', args: ['scripts/vitest.ts', '--project', 'unit'] },
];

passOnInterrupts();
const folder = openRunFolder();
const wanted = CHECKS.filter(({ title }) => title !== 'unit tests' || !process.argv.includes('--without-tests'));
const failed: string[] = [];
const waiting = [...wanted];
await Promise.all(Array.from({ length: AT_A_TIME }, work));
await folder.close();

for (const title of failed) process.stdout.write(`Failed: ${title}\n`);
process.stdout.write(`${closingLine({ passed: wanted.length - failed.length, failed: failed.length })}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const ended = await run(check);
    const isFine = ended.code === 0;
    if (!isFine) failed.push(check.title);
    process.stdout.write(
      `${isFine ? 'fine  ' : 'FAILED'}  ${check.title} (${ended.seconds.toFixed(1)} s)\n${isFine ? '' : `${ended.output.trimEnd()}\n\n`}`,
    );
  }
}

function run({ args }: Check): Promise<Ended> {
  const file = args[0] ?? '';
  if (!existsSync(file)) return Promise.resolve({ code: 1, output: `${file} is missing`, seconds: 0 });
  return runProgram({
    command: process.execPath,
    args,
    env: { TEST_COUNTS_FILE: path.join(folder.path, 'unit-counts.json') },
    output: 'keep',
  });
}
