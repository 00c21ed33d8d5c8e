// `npm run check:rooms`: guards the staircase of rooms. Ends with 1 and one line per finding.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readModules } from './rooms/read-modules.ts';
import type { Finding, Owners } from './rooms/rules.ts';
import { judge } from './rooms/rules.ts';
import { TABLE_OWNERS } from './table-owners.ts';

export interface RoomsChecked {
  findings: Finding[];
  modules: number;
  sourceFiles: number;
}

export function checkRooms(root: string, owners: Owners = TABLE_OWNERS): RoomsChecked {
  const { modules, problems, sourceFiles } = readModules(root);
  const findings: Finding[] = [
    ...problems.map(({ file, says }): Finding => ({ rule: 'saw_everything', file, says })),
    ...judge(modules, owners),
  ];
  if (modules.length < sourceFiles || sourceFiles === 0) {
    findings.push({
      rule: 'saw_everything',
      file: 'src',
      says: `only ${modules.length} of ${sourceFiles} source files were seen`,
    });
  }
  return { findings, modules: modules.length, sourceFiles };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { findings, modules } = checkRooms(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
  for (const { rule, file, says } of findings) process.stderr.write(`${file}: ${says} (${rule})\n`);
  process.stdout.write(`${modules} modules seen, ${findings.length} findings\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
