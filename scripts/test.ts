// `npm test`: unit, database (embedded and a real server) and browser tests, one after the other.
// What cannot run on this machine is named at the end, and counts as failed where CI is set.
//   --only unit,embedded,server,browser   runs a part
import process from 'node:process';
import type { PartOutcome } from './testing/parts.ts';
import { ALL_PARTS, runParts } from './testing/parts.ts';
import { closingLine, sumOf } from './testing/counts.ts';
import { openRunFolder } from './testing/run-folder.ts';
import { passOnInterrupts, wasInterrupted } from './testing/run-program.ts';

passOnInterrupts();
const folder = openRunFolder();
let outcomes: PartOutcome[] = [];
try {
  outcomes = await runParts(wantedParts(), folder.path);
} finally {
  await folder.close();
}
report(outcomes);
process.exitCode = wasInterrupted() ? 130 : isAllRight(outcomes) ? 0 : 1;

function wantedParts(): string[] {
  const at = process.argv.indexOf('--only');
  const names = at === -1 ? [...ALL_PARTS] : (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !ALL_PARTS.includes(name));
  if (unknown.length === 0) return names;
  process.stderr.write(`There is no part "${unknown.join(', ')}"; the parts are ${ALL_PARTS.join(', ')}.\n`);
  return process.exit(2);
}

function isAllRight(parts: PartOutcome[]): boolean {
  return (
    parts.length > 0 && parts.every((part) => part.code === 0 && part.failed === 0 && (!part.notRun || !process.env.CI))
  );
}

function report(parts: PartOutcome[]) {
  process.stdout.write('\n');
  for (const { title, passed, failed, seconds, notRun } of parts) {
    process.stdout.write(
      notRun
        ? `${title}: NOT RUN, ${notRun}\n`
        : `${title}: ${passed} of ${passed + failed} passed in ${seconds.toFixed(0)} s\n`,
    );
  }
  process.stdout.write(`${closingLine(sumOf(parts))}\n`);
}
