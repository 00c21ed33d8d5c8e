import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { TABLE_OWNERS } from './table-owners.ts';

describe('the owners of the tables', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('names exactly one owner for every table and view of the migrated database', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'kysely%'`.execute(
      database.db,
    );

    const owned = Object.values(TABLE_OWNERS).flat();
    expect(owned.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });
});
