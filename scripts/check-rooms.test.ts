import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkRooms } from './check-rooms.ts';

const OWNERS = {
  'rooms/accounts': ['members'],
  'rooms/talents': ['talents', 'notes'],
  'ground/audit': ['audit_entries'],
};

/** A small house without a fault. */
const SOUND = {
  'package.json': '{ "dependencies": { "pg": "1.0.0", "kysely": "1.0.0" }, "devDependencies": { "react": "1.0.0" } }',
  'src/app.ts':
    "import { allow } from '#rooms/accounts/index.ts';\nimport { keep } from '#rooms/talents/index.ts';\nkeep(allow);",
  'src/ground/database/database.ts': "import pg from 'pg';\nexport const db = pg;",
  'src/ground/ids.ts': 'export const newId = () => 1;',
  'src/rooms/accounts/index.ts': "export { allow } from './service.ts';",
  'src/rooms/accounts/service.ts':
    "import { db } from '#ground/database/database.ts';\nexport const allow = () => db.insertInto('members');",
  'src/rooms/accounts/types.ts': 'export interface Member { id: string }',
  'src/rooms/accounts/testing.ts': "export const aMember = () => db.insertInto('notes');",
  'src/rooms/talents/x.db.test.ts': "import { aMember } from '#rooms/accounts/testing.ts';\naMember();",
  'src/rooms/talents/index.ts': "export { keep } from './service.ts';",
  'src/rooms/talents/service.ts':
    "import { allow } from '#rooms/accounts/index.ts';\nimport type { Member } from '#rooms/accounts/types.ts';\nexport const keep = (x: unknown) => sql`insert into notes as n values (${allow}, ${x as Member})`;",
  'src/rooms/talents/rule.ts': "import { newId } from '#ground/ids.ts';\nexport const rule = newId;",
  'src/rooms/talents/screens/List.tsx':
    "import { rule } from '../rule.ts';\nexport const List = <T,>() => <p>{rule()}</p>;",
  'src/rooms/talents/web.tsx':
    "import { lazy } from 'react';\nexport const talentsWeb = lazy(() => import('./screens/List.tsx'));",
  'src/web/rooms.ts': "export const rooms = import.meta.glob('../rooms/*/web.tsx');",
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function findingsIn(planted: Record<string, string>) {
  const root = mkdtempSync(path.join(tmpdir(), 'house-'));
  folders.push(root);
  for (const [file, text] of Object.entries({ ...SOUND, ...planted })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return checkRooms(root, OWNERS).findings.map(({ rule, file }) => `${rule} ${file}`);
}

describe('the staircase of rooms', () => {
  it('finds nothing in a sound house', () => {
    expect(findingsIn({})).toEqual([]);
  });

  it.each([
    [
      'the ground floor that uses a room',
      'ground_knows_no_room',
      'src/ground/x.ts',
      "import { keep } from '#rooms/talents/index.ts';",
    ],
    [
      'the ground floor that uses only a type of a room',
      'ground_knows_no_room',
      'src/ground/x.ts',
      "import type { Member } from '../rooms/accounts/types.ts';",
    ],
    [
      'the ground floor that uses the web',
      'ground_knows_no_room',
      'src/ground/x.ts',
      "export * from '../web/rooms.ts';",
    ],
    [
      'the ground floor that uses the whole house',
      'ground_knows_no_room',
      'src/ground/x.ts',
      "void import('../app.ts');",
    ],
    [
      'a room that climbs in past the door',
      'use_the_door',
      'src/rooms/talents/x.ts',
      "import { allow } from '#rooms/accounts/service.ts';",
    ],
    [
      'a room that names a type past the door',
      'use_the_door',
      'src/rooms/talents/x.ts',
      "type X = import('#rooms/accounts/service.ts').X;",
    ],
    [
      'the house past the door of a room',
      'use_the_door',
      'src/house.ts',
      "import { keep } from '#rooms/talents/service.ts';",
    ],
    [
      'a worker started past the door',
      'use_the_door',
      'src/rooms/talents/x.ts',
      "new Worker(new URL('../accounts/service.ts', import.meta.url));",
    ],
    [
      'a room that looks down',
      'look_only_up',
      'src/rooms/accounts/x.ts',
      "import { keep } from '#rooms/talents/index.ts';",
    ],
    ['a room that uses the shell', 'look_only_up', 'src/rooms/accounts/x.ts', "import { rooms } from '#web/rooms.ts';"],
    ['a room that uses the house', 'look_only_up', 'src/rooms/accounts/x.ts', "import '../../app.ts';"],
    [
      'a screen that names a type of a server file',
      'browser_stays_in_browser',
      'src/rooms/talents/screens/X.tsx',
      "import type { Y } from '../service.ts';",
    ],
    [
      'a screen that uses the database',
      'browser_stays_in_browser',
      'src/rooms/talents/screens/X.tsx',
      "import { db } from '#ground/database/database.ts';",
    ],
    [
      'the web that uses the server door of a room',
      'browser_stays_in_browser',
      'src/web/x.ts',
      "import { keep } from '#rooms/talents/index.ts';",
    ],
    [
      'a screen that loads a part of Node',
      'browser_stays_in_browser',
      'src/rooms/talents/screens/X.tsx',
      "import { randomBytes } from 'node:crypto';",
    ],
    ['a file that does not import itself', 'no_cycles', 'src/ground/x.ts', "import './x.ts';"],
    [
      'a write into the table of another room',
      'only_the_owner_writes',
      'src/rooms/talents/x.ts',
      "db.updateTable('members as m').set({});",
    ],
    [
      'a write into the table of another room as SQL',
      'only_the_owner_writes',
      'src/rooms/accounts/x.ts',
      'sql`delete from "talents" where id = ${id}`;',
    ],
    [
      'an SQL update with another name for the table',
      'only_the_owner_writes',
      'src/rooms/accounts/x.ts',
      'const q = "with x as (select 1) update talents as t set a = 1";',
    ],
    [
      'a copy into the table of another room',
      'only_the_owner_writes',
      'src/rooms/accounts/x.ts',
      'client.query(`copy public.notes (a, b) from stdin`);',
    ],
    [
      'a write whose table is a variable that may mean the table of another room',
      'only_the_owner_writes',
      'src/rooms/accounts/x.ts',
      "for (const table of ['members', 'notes'] as const) sql`delete from ${sql.table(table)}`;",
    ],
    [
      'a test builder that the product uses',
      'use_the_door',
      'src/rooms/talents/x.ts',
      "import { aMember } from '#rooms/accounts/testing.ts';",
    ],
    ['a write of the house itself', 'only_the_owner_writes', 'src/house.ts', "db.deleteFrom('audit_entries');"],
    ['a room without a step', 'unknown_room', 'src/rooms/cellar/x.ts', 'export const x = 1;'],
    ['a file that cannot be parsed', 'saw_everything', 'src/rooms/talents/x.ts', 'export const = 1;'],
    [
      'a package that nobody declared',
      'declared_packages',
      'src/rooms/talents/x.ts',
      "import { x } from '@some/package/deep.js';",
    ],
    ['a use that leads nowhere', 'saw_everything', 'src/rooms/talents/x.ts', "import { gone } from './gone.ts';"],
  ])('catches %s', (_fault, rule, file, text) => {
    expect(findingsIn({ [file]: text })).toContain(`${rule} ${file}`);
  });

  it('catches a screen that reaches the server by way of a pure file', () => {
    const findings = findingsIn({
      'src/rooms/talents/rule.ts': "import { keep } from './service.ts';\nexport const rule = keep;",
    });

    expect(findings).toEqual(['browser_stays_in_browser src/rooms/talents/rule.ts']);
  });

  it('catches a package of the server that a pure file brings into the browser', () => {
    expect(
      findingsIn({ 'src/ground/ids.ts': "import { sql } from 'kysely';\nexport const newId = () => sql;" }),
    ).toEqual(['browser_stays_in_browser src/ground/ids.ts']);
  });

  it('catches a circle of several files', () => {
    const findings = findingsIn({
      'src/ground/a.ts': "import './b.ts';",
      'src/ground/b.ts': "import './c.ts';",
      'src/ground/c.ts': "void import('./a.ts');",
    });

    expect(findings).toEqual(['no_cycles src/ground/a.ts']);
  });

  it('catches the name of a foreign table in a type beside a write by a variable', () => {
    const findings = findingsIn({
      'src/rooms/accounts/parts.ts': "export type Part = 'members' | 'talents';",
      'src/rooms/accounts/x.ts':
        "import type { Part } from './parts.ts';\nexport const put = (part: Part) => db.insertInto(part);",
    });

    expect(findings).toEqual(['only_the_owner_writes src/rooms/accounts/x.ts']);
  });

  it('lets a room name its own tables by a variable, and read those of others', () => {
    expect(
      findingsIn({
        'src/rooms/talents/x.ts':
          "db.selectFrom('members');\nfor (const table of ['notes'] as const) db.insertInto(table);",
      }),
    ).toEqual([]);
  });

  it('lets two files share their types', () => {
    expect(
      findingsIn({
        'src/ground/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
        'src/ground/b.ts': "import './a.ts';\nexport type B = 1;",
      }),
    ).toEqual([]);
  });

  it('lets tests furnish any table', () => {
    expect(
      findingsIn({
        'src/rooms/talents/x.test.ts': "import { open } from '../../testing/house.ts';\ndb.insertInto('members');",
        'src/testing/house.ts': "db.deleteFrom('notes');",
      }),
    ).toEqual([]);
  });

  it('refuses a house in which it saw nothing', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'house-'));
    folders.push(root);

    expect(checkRooms(root, OWNERS).findings).toHaveLength(1);
  });
});
