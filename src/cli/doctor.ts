import { access, constants, statfs } from 'node:fs/promises';
import process from 'node:process';
import { sql } from 'kysely';
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
  const {
    rows: [server],
  } = await sql<{ version: string; fsync: string; trigrams: boolean }>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync, exists (select 1 from pg_extension where extname = 'pg_trgm') as trigrams`.execute(
    db,
  );
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const isWritable = await access(dataDir, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { orphans } = await db
    .selectFrom('talents')
    .leftJoin('grounds', 'grounds.talent_id', 'talents.id')
    .where('grounds.id', 'is', null)
    .select((select) => select.fn.countAll<number>().as('orphans'))
    .executeTakeFirstOrThrow();
  const { overdue } = await db
    .selectFrom('talents')
    .where('erase_on', '<', sql<string>`current_date - 2`)
    .select((select) => select.fn.countAll<number>().as('overdue'))
    .executeTakeFirstOrThrow();
  return [
    {
      what: 'PostgreSQL',
      isFine: Number.parseInt(server?.version ?? '0', 10) >= 15,
      detail: server?.version ?? 'unknown',
    },
    { what: 'Writes reach the disk', isFine: server?.fsync === 'on', detail: `fsync is ${server?.fsync}` },
    {
      what: 'Similarity search',
      isFine: server?.trigrams === true,
      detail: server?.trigrams ? 'pg_trgm is there' : 'pg_trgm is missing',
    },
    { what: 'Data folder', isFine: isWritable, detail: isWritable ? dataDir : `${dataDir} cannot be written` },
    { what: 'Free space', isFine: free > MIN_FREE_BYTES, detail: `${Math.round(free / 1024 ** 2)} MB` },
    { what: 'People without a ground', isFine: Number(orphans) === 0, detail: String(orphans) },
    { what: 'People past their erase-on date', isFine: Number(overdue) === 0, detail: String(overdue) },
  ];
}
