import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';

/** Numbers of the groups of variants that a folded given name belongs to; a name may belong to several. */
const groupsByName = readGroups();

/** Empty for a name that the table does not know. */
export function givenNameGroups(foldedName: string): readonly number[] {
  return groupsByName.get(foldedName) ?? [];
}

/** One line per group: the full name, a tab, its variants with commas between. */
function readGroups(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const lines = readFileSync(new URL('./given-names.tsv', import.meta.url), 'utf8').split('\n');
  for (const [number, line] of lines.entries()) {
    if (line.startsWith('#')) continue;
    for (const name of namesOf(line)) groups.set(name, [...(groups.get(name) ?? []), number]);
  }
  return groups;
}

function namesOf(line: string): Set<string> {
  const names = line.split(/[\t,]/).map((name) => fold(name).replaceAll(' ', ''));
  return new Set(names.filter((name) => name !== ''));
}
