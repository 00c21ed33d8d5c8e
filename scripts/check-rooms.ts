// `npm run check:rooms`: guards the staircase of rooms. Ends with 1 and one line per finding.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Module } from './rooms/read-modules.ts';
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
    ...undeclaredPackages(root, modules),
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

/** A package that happens to lie in node_modules, because another one needs it, is gone on the next machine. */
function undeclaredPackages(root: string, modules: Module[]): Finding[] {
  const file = path.join(root, 'package.json');
  if (!existsSync(file)) return [];
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    Record<string, string> | undefined
  >;
  const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  return modules.flatMap(({ file: user, uses }) =>
    [
      ...new Set(
        uses
          .filter(({ target, kind }) => target === undefined && kind === 'value')
          .map(({ specifier }) => packageOf(specifier)),
      ),
    ]
      .filter((name) => !name.startsWith('node:') && !known.has(name))
      .map((name): Finding => ({
        rule: 'declared_packages',
        file: user,
        says: `uses "${name}", which package.json does not name`,
      })),
  );
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { findings, modules } = checkRooms(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
  for (const { rule, file, says } of findings) process.stderr.write(`${file}: ${says} (${rule})\n`);
  process.stdout.write(`${modules} modules seen, ${findings.length} findings\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
