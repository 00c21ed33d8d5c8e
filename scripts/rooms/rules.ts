import type { Module, Use } from './read-modules.ts';
import type { Place } from './staircase.ts';
import {
  isDoor,
  isForTests,
  isServerPackage,
  isTestBuilder,
  placeOf,
  runsInBrowser,
  runsOnServer,
  STAIRCASE,
} from './staircase.ts';

export interface Finding {
  rule:
    | 'ground_knows_no_room'
    | 'use_the_door'
    | 'look_only_up'
    | 'browser_stays_in_browser'
    | 'no_cycles'
    | 'only_the_owner_writes'
    | 'unknown_room'
    | 'declared_packages'
    | 'saw_everything';
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

/** One use of a file of the house, with the places of both ends. */
interface Step {
  file: string;
  target: string;
  from: Place;
  to: Place;
}

function judgeUse(file: string, { target }: Use, staircase: readonly string[]): Finding[] {
  if (target === undefined || !isOfInterest(file, target)) return [];
  const step: Step = { file, target, from: placeOf(file), to: placeOf(target) };
  return [...groundFinding(step), ...doorFinding(step), ...directionFinding(step, staircase)];
}

/** Data is no module, and a test may stand in the house and among the people that were built for it, wherever they come from. */
function isOfInterest(file: string, target: string): boolean {
  const isBuiltForIt = isForTests(file) && (target.startsWith('src/testing/') || isTestBuilder(target));
  return target.startsWith('src/') && !target.endsWith('.json') && !isBuiltForIt;
}

const groundFinding = ({ file, target, from, to }: Step): Finding[] =>
  from.storey === 'ground' && to.storey !== 'ground'
    ? [{ rule: 'ground_knows_no_room', file, says: `uses ${target}` }]
    : [];

function doorFinding({ file, target, from, to }: Step): Finding[] {
  if (to.storey !== 'room' || from.storey === 'ground' || isSamePlace(from, to)) return [];
  if (isDoor(target)) return [];
  return [{ rule: 'use_the_door', file, says: `uses ${target} past the doors of "${to.room}"` }];
}

function directionFinding({ file, target, from, to }: Step, staircase: readonly string[]): Finding[] {
  if (from.storey !== 'room' || to.storey === 'ground') return [];
  if (to.storey !== 'room')
    return [{ rule: 'look_only_up', file, says: `uses ${target}, which stands below all rooms` }];
  if (from.room === to.room || staircase.indexOf(to.room) < staircase.indexOf(from.room)) return [];
  return [{ rule: 'look_only_up', file, says: `uses ${target}, but "${to.room}" stands below "${from.room}"` }];
}

function unknownRooms(modules: Module[], staircase: readonly string[]): Finding[] {
  const rooms = new Map(
    modules.flatMap(({ file }) => {
      const place = placeOf(file);
      return place.storey === 'room' ? [[place.room, file] as const] : [];
    }),
  );
  return [...rooms]
    .filter(([room]) => !staircase.includes(room))
    .map(([room, file]) => ({
      rule: 'unknown_room',
      file,
      says: `"${room}" has no step on the staircase (scripts/rooms/staircase.ts)`,
    }));
}

/** Browser code may not even name the types of a server file, and nothing that it loads may lead to one. */
function browserFindings(modules: Module[]): Finding[] {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const reached = [...loadedByBrowser(byFile)];
  return [
    ...modules.filter(({ file }) => runsInBrowser(file)).flatMap(serverUses),
    ...reached
      .filter(([file, from]) => runsOnServer(file) && !runsInBrowser(from))
      .map(([file, from]) => strayed(from, `is loaded by the browser and uses ${file}, which belongs to the server`)),
    ...reached.flatMap(([file, from]) =>
      serverPackages(byFile.get(file)).map((specifier) =>
        strayed(file, `loads "${specifier}", and ${from} brings it into the browser`),
      ),
    ),
  ];
}

const strayed = (file: string, says: string): Finding => ({ rule: 'browser_stays_in_browser', file, says });

const serverUses = ({ file, uses }: Module): Finding[] =>
  uses
    .filter(({ target }) => target !== undefined && runsOnServer(target))
    .map(({ target }) => strayed(file, `uses ${target}, which belongs to the server`));

const serverPackages = (module: Module | undefined): string[] =>
  (module?.uses ?? [])
    .filter(({ kind, target, specifier }) => kind === 'value' && target === undefined && isServerPackage(specifier))
    .map(({ specifier }) => specifier);

/** Every file that the browser loads in the end, with the file that led there first. A server file is not followed: it is the finding. */
function loadedByBrowser(byFile: Map<string, Module>): Map<string, string> {
  const seen = new Map([...byFile.keys()].filter(runsInBrowser).map((file) => [file, file]));
  // A map keeps growing while it is walked, so this visits what it adds.
  for (const [file] of seen) {
    if (runsOnServer(file)) continue;
    for (const target of loadedFrom(byFile.get(file)))
      if (byFile.has(target) && !seen.has(target)) seen.set(target, file);
  }
  return seen;
}

const loadedFrom = (module: Module | undefined): string[] =>
  (module?.uses ?? []).flatMap(({ kind, target }) => (kind === 'value' && target ? [target] : []));

function cycles(modules: Module[]): Finding[] {
  const uses = new Map(modules.map((module) => [module.file, [...new Set(loadedFrom(module))]]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (file: string, way: string[]) => {
    const start = way.indexOf(file);
    if (start !== -1)
      findings.push({ rule: 'no_cycles', file, says: `goes round: ${[...way.slice(start), file].join(' → ')}` });
    if (start !== -1 || done.has(file)) return;
    for (const next of uses.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of uses.keys()) visit(file, []);
  return findings;
}

function foreignWrites(modules: Module[], owners: Owners): Finding[] {
  const ownerOf = new Map(
    Object.entries(owners).flatMap(([owner, tables]) => tables.map((table) => [table, owner] as const)),
  );
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const isForeign = (file: string, table: string) => {
    const owner = ownerOf.get(table);
    return owner !== undefined && !file.startsWith(`src/${owner}/`);
  };
  return modules
    .filter(({ file }) => !isForTests(file))
    .flatMap((module) =>
      module.writes.flatMap(({ table, words }) => {
        const meant = table === undefined ? tablesInReach(module, byFile) : [table];
        return meant
          .filter((name) => isForeign(module.file, name))
          .map((name): Finding => ({
            rule: 'only_the_owner_writes',
            file: module.file,
            says: `"${words}" ${table === undefined ? 'may mean' : 'writes into'} ${name}, which belongs to ${ownerOf.get(name)}`,
          }));
      }),
    );
}

/** A table named by a variable may be any that stands as a word in this file, or in a file of the same room that it uses. */
function tablesInReach(module: Module, byFile: Map<string, Module>): string[] {
  const place = placeOf(module.file);
  const beside = module.uses.flatMap(({ target }) => {
    const other = target === undefined ? undefined : byFile.get(target);
    return other && isSamePlace(placeOf(other.file), place) ? [other] : [];
  });
  return [...new Set([module, ...beside].flatMap(({ words }) => words))];
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.storey === b.storey && (a.storey !== 'room' || (b.storey === 'room' && a.room === b.room));
