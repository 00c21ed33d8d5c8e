// Writes each room's `tables.ts` from a migrated database, so that types and schema cannot drift apart.
// `--check` only compares and exits 1 on drift.
import { chmodSync, readFileSync, writeFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import { openDatabase } from '#ground/database/database.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { migrateToLatest } from '#ground/database/migrate.ts';
import { migrations } from '#migrations/index.ts';
import { TABLE_OWNERS } from './table-owners.ts';

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  has_default: boolean;
  is_identity: 'YES' | 'NO';
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Timestamp',
  date: 'string',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  bytea: 'Buffer',
  tsvector: 'string',
};

function columnType({ udt_name, is_nullable, has_default, is_identity }: Column) {
  const plain = TYPES[udt_name];
  if (!plain) throw new Error(`No TypeScript type for ${udt_name}`);
  const whole = is_nullable === 'YES' ? `${plain} | null` : plain;
  if (!has_default && is_identity === 'NO') return whole;
  return plain === 'Json' || plain === 'Timestamp' ? `Generated${whole}` : `Generated<${whole}>`;
}

function pageFor(tables: string[], columns: Column[]): string {
  const blocks = tables.map((table) => {
    const lines = columns
      .filter(({ table_name }) => table_name === table)
      .map((column) => `      ${column.column_name}: ${columnType(column)};`);
    return `    ${table}: {\n${lines.join('\n')}\n    };`;
  });
  const text = blocks.join('\n');
  const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const fromKysely = uses('Generated') ? "import type { Generated } from 'kysely';\n" : '';
  const own = ['GeneratedJson', 'GeneratedTimestamp', 'Json', 'Timestamp'].filter(uses);
  const fromGround =
    own.length > 0 ? `import type { ${own.join(', ')} } from '#ground/database/column-types.ts';\n` : '';
  return `// Written by "npm run db:types" from the migrated database. Not edited by hand.\n${fromKysely}${fromGround}\ndeclare module '#ground/database/database.ts' {\n  interface Tables {\n${text}\n  }\n}\n`;
}

const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-types-'));
// Started by root, the server runs as another user and must be able to pass through.
chmodSync(folder, 0o711);
const server = await startEmbeddedPostgres(folder);
const { db, close } = openDatabase({ connectionString: server.connectionString() });
let drift = 0;
try {
  await migrateToLatest(db, migrations);
  const { rows } = await sql<Column>`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default is not null as has_default, c.is_identity
    from information_schema.columns c where c.table_schema = 'public' order by c.table_name, c.ordinal_position`.execute(
    db,
  );
  const owned = new Set(Object.values(TABLE_OWNERS).flat());
  const orphans = [...new Set(rows.map(({ table_name }) => table_name))].filter(
    (name) => !owned.has(name) && !name.startsWith('kysely_'),
  );
  if (orphans.length > 0) throw new Error(`No room owns ${orphans.join(', ')} (scripts/table-owners.ts)`);
  for (const [room, tables] of Object.entries(TABLE_OWNERS)) {
    const file = path.resolve('src', room, 'tables.ts');
    const page = pageFor(tables, rows);
    if (existsSync(file) && readFileSync(file, 'utf8') === page) continue;
    drift += 1;
    if (process.argv.includes('--check'))
      process.stderr.write(`${path.relative('.', file)} does not fit the migrations: run "npm run db:types"\n`);
    else writeFileSync(file, page);
  }
} finally {
  await close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = process.argv.includes('--check') && drift > 0 ? 1 : 0;
