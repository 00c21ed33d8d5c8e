import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { OpenedDatabase } from '#ground/database/database.ts';
import { openDatabase } from '#ground/database/database.ts';
import { withDatabase } from './database-for-tests.ts';

export interface TestDatabase extends OpenedDatabase {
  connectionString: string;
}

/** A fresh, migrated database for one test file; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const address = inject('databaseAddress');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(address, `create database ${name} template wiedersehen_template strategy file_copy`);
  const connectionString = withDatabase(address, name);
  const opened = openDatabase({ connectionString });
  return {
    ...opened,
    connectionString,
    close: async () => {
      await opened.close();
      await onServer(address, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(address: string, statement: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
