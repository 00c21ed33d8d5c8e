// Runs the benches one after the other, or the one that is named: npm run bench [name] [-- its options]
// The last line is one JSON object with the last line of each.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const ALL = ['import', 'search', 'screen'] as const;

const [name, ...options] = process.argv.slice(2);
const wanted = name && !name.startsWith('-') ? [name] : [...ALL];
const unknown = wanted.find((one) => !(ALL as readonly string[]).includes(one) && one !== 'duplicates');
if (unknown) {
  console.error(`There is no bench "${unknown}"; there are: ${ALL.join(', ')}, duplicates.`);
  process.exit(2);
}

const results: Record<string, unknown> = {};
for (const one of wanted) {
  const { code, lastLine } = await run(one);
  if (code !== 0) process.exit(code);
  results[one] = JSON.parse(lastLine);
}
console.log(JSON.stringify(wanted.length === 1 ? results[wanted[0] ?? ''] : results));

function run(bench: string): Promise<{ code: number; lastLine: string }> {
  const program = path.join(import.meta.dirname, `${bench}.ts`);
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? 1, lastLine: said.trim().split('\n').at(-1) ?? '' }));
  });
}
