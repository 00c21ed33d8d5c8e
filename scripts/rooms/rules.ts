import type { Module, Use } from './read-modules.ts';
import { isDoor, isForTests, isServerPackage, isTest, placeOf, runsInBrowser, runsOnServer, STAIRCASE } from './staircase.ts';

export interface Finding {
  rule: 'ground_knows_no_room' | 'use_the_door' | 'look_only_up' | 'browser_stays_in_browser' | 'no_cycles' | 'only_the_owner_writes' | 'unknown_room' | 'saw_everything';
  file: string;
  says: string;
}

export type Owners = Record<string, string[]>;

export function judge(modules: Module[], owners: Owners, staircase: readonly string[] = STAIRCASE): Finding[] {
  return [
    ...modules.flatMap((module) => module.uses.flatMap((use) => judgeUse(module.file, use, staircase))),
    ...unknownRooms(modules, staircase),
    ...browserFindings(modules),
    ...cycles(modules),
    ...foreignWrites(modules, owners),
  ];
}

function judgeUse(file: string, { target }: Use, staircase: readonly string[]): Finding[] {
  if (target === undefined || !target.startsWith('src/') || target.endsWith('.json') || (isTest(file) && target.startsWith('src/testing/'))) return [];
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from.storey === 'ground' && to.storey !== 'ground') return [{ rule: 'ground_knows_no_room', file, says: `uses ${target}` }];
  if (from.storey === 'room' && (to.storey === 'web' || to.storey === 'house')) return [{ rule: 'look_only_up', file, says: `uses ${target}, which stands below all rooms` }];
  if (to.storey !== 'room' || (from.storey === 'room' && from.room === to.room)) return [];
  const findings: Finding[] = isDoor(target) ? [] : [{ rule: 'use_the_door', file, says: `uses ${target} past the doors of "${to.room}"` }];
  if (from.storey === 'room' && staircase.indexOf(to.room) >= staircase.indexOf(from.room)) {
    findings.push({ rule: 'look_only_up', file, says: `uses ${target}, but "${to.room}" stands below "${from.room}"` });
  }
  return findings;
}

function unknownRooms(modules: Module[], staircase: readonly string[]): Finding[] {
  const rooms = new Map(modules.flatMap(({ file }) => { const place = placeOf(file); return place.storey === 'room' ? [[place.room, file] as const] : []; }));
  return [...rooms].filter(([room]) => !staircase.includes(room)).map(([room, file]) => ({ rule: 'unknown_room', file, says: `"${room}" has no step on the staircase (scripts/rooms/staircase.ts)` }));
}

/** Browser code may not even name the types of a server file, and nothing that it loads may lead to one. */
function browserFindings(modules: Module[]): Finding[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const direct = modules.filter(({ file }) => runsInBrowser(file)).flatMap(({ file, uses }) =>
    uses.filter(({ target }) => target !== undefined && runsOnServer(target)).map(({ target }): Finding => ({ rule: 'browser_stays_in_browser', file, says: `uses ${target}, which belongs to the server` })));
  const reached = [...loadedByBrowser(byFile)].flatMap(([file, from]) => {
    const module = byFile.get(file);
    const packages = (module?.uses ?? []).filter(({ kind, target, specifier }) => kind === 'value' && target === undefined && isServerPackage(specifier));
    return packages.map(({ specifier }): Finding => ({ rule: 'browser_stays_in_browser', file, says: `loads "${specifier}", and ${from} brings it into the browser` }));
  });
  const indirect = [...loadedByBrowser(byFile)].filter(([file, from]) => runsOnServer(file) && !runsInBrowser(from))
    .map(([file, from]): Finding => ({ rule: 'browser_stays_in_browser', file: from, says: `is loaded by the browser and uses ${file}, which belongs to the server` }));
  return [...direct, ...indirect, ...reached];
}

/** Every file that the browser loads in the end, with the file that led there first. */
function loadedByBrowser(byFile: Map<string, Module>): Map<string, string> {
  const seen = new Map([...byFile.keys()].filter(runsInBrowser).map((file) => [file, file]));
  // A map keeps growing while it is walked, so this visits what it adds.
  for (const [file] of seen) {
    if (runsOnServer(file) && !runsInBrowser(file)) continue;
    for (const { kind, target } of byFile.get(file)?.uses ?? []) if (kind === 'value' && target && byFile.has(target) && !seen.has(target)) seen.set(target, file);
  }
  return seen;
}

function cycles(modules: Module[]): Finding[] {
  const uses = new Map(modules.map(({ file, uses }) => [file, [...new Set(uses.flatMap(({ target, kind }) => (target && kind === 'value' ? [target] : [])))]]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (file: string, way: string[]) => {
    const start = way.indexOf(file);
    if (start !== -1) findings.push({ rule: 'no_cycles', file, says: `goes round: ${[...way.slice(start), file].join(' → ')}` });
    if (start !== -1 || done.has(file)) return;
    for (const next of uses.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of uses.keys()) visit(file, []);
  return findings;
}

function foreignWrites(modules: Module[], owners: Owners): Finding[] {
  const ownerOf = new Map(Object.entries(owners).flatMap(([owner, tables]) => tables.map((table) => [table, owner])));
  return modules.filter(({ file }) => !isForTests(file)).flatMap(({ file, writes }) => writes.flatMap(({ table, words }): Finding[] => {
    if (table === undefined) return [{ rule: 'only_the_owner_writes', file, says: `"${words}" names its table by a variable, so nobody can see who writes where` }];
    const owner = ownerOf.get(table);
    return owner === undefined || file.startsWith(`src/${owner}/`) ? [] : [{ rule: 'only_the_owner_writes', file, says: `"${words}" writes into ${table}, which belongs to ${owner}` }];
  }));
}
