// Runs a part of the test suite: node scripts/vitest.ts --project unit [files…]
import { startVitest } from 'vitest/node';
import process from 'node:process';

const args = process.argv.slice(2);
const at = args.indexOf('--project');
const project = at === -1 ? [] : args.splice(at, 2).slice(1);

const vitest = await startVitest('test', args, { project, run: true, watch: false });
await vitest.close();
