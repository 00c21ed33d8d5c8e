import process from 'node:process';
import type { Command } from './command.ts';
import { inHouse } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'Brings the database up to date.',
  details: 'Starting the product does the same; this is for several processes behind one PostgreSQL.',
  options: {},
  positionals: 0,
  run: (given) =>
    inHouse(async ({ db }) => {
      const rows = await db.introspection.getTables();
      process.stdout.write(
        given.isJson
          ? `${JSON.stringify({ tables: rows.length })}\n`
          : `The database is up to date (${rows.length} tables).\n`,
      );
      return 0;
    }),
};
