import { access, constants, statfs } from 'node:fs/promises';
import process from 'node:process';
import { sql } from 'kysely';
import type { Db } from '#ground/database/database.ts';
import type { House } from '../house.ts';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

interface Finding {
  what: string;
  isFine: boolean;
  detail: string;
}

const MIN_FREE_BYTES = 1024 ** 3;

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Looks whether everything that the product needs is in order.',
  details: 'Changes nothing. Exit code 1 when something needs attention.',
  options: {},
  positionals: 0,
  run: (given) =>
    inHouse(async (house) => {
      const findings = await examine(house);
      const lines = findings.map(({ what, isFine, detail }) => `${isFine ? 'fine' : 'LOOK'}  ${what}: ${detail}`);
      process.stdout.write(given.isJson ? `${JSON.stringify({ findings })}\n` : `${lines.join('\n')}\n`);
      return findings.every(({ isFine }) => isFine) ? 0 : 1;
    }),
};

async function examine({ db, parts }: House): Promise<Finding[]> {
  const { dataDir } = parts.config;
  return [...(await examineServer(db)), ...(await examineFolder(dataDir)), ...(await examinePeople(db))];
}

async function examineServer(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ version: string; fsync: string; has_trigrams: boolean }>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      exists (select 1 from pg_extension where extname = 'pg_trgm') as has_trigrams`.execute(db);
  const { version, fsync, has_trigrams } = rows[0] ?? { version: 'unknown', fsync: 'unknown', has_trigrams: false };
  return [
    { what: 'PostgreSQL', isFine: Number.parseInt(version, 10) >= 15, detail: version },
    { what: 'Writes reach the disk', isFine: fsync === 'on', detail: `fsync is ${fsync}` },
    { what: 'Similarity search', isFine: has_trigrams, detail: `pg_trgm is ${has_trigrams ? 'there' : 'missing'}` },
  ];
}

async function examineFolder(dataDir: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const isWritable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  );
  return [
    { what: 'Data folder', isFine: isWritable, detail: isWritable ? dataDir : `${dataDir} cannot be written` },
    { what: 'Free space', isFine: free > MIN_FREE_BYTES, detail: `${Math.round(free / 1024 ** 2)} MB` },
  ];
}

async function examinePeople(db: Db): Promise<Finding[]> {
  const { without_ground } = await db
    .selectFrom('talents')
    .leftJoin('grounds', 'grounds.talent_id', 'talents.id')
    .where('grounds.id', 'is', null)
    .select((select) => select.fn.countAll<number>().as('without_ground'))
    .executeTakeFirstOrThrow();
  const { overdue } = await db
    .selectFrom('talents')
    .where('erase_on', '<', sql<string>`current_date - 2`)
    .select((select) => select.fn.countAll<number>().as('overdue'))
    .executeTakeFirstOrThrow();
  return [
    { what: 'People without a ground', isFine: without_ground === 0, detail: String(without_ground) },
    { what: 'People past their erase-on date', isFine: overdue === 0, detail: String(overdue) },
  ];
}
