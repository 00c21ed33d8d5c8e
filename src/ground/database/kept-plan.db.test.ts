import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { newId } from '#ground/ids.ts';
import type { Db } from './database.ts';
import { keptPlanFor } from './kept-plan.ts';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

const ask = async (db: Db, ids: readonly string[]) => {
  const { rows } = await sql<{ count: number }>`
    ${keptPlanFor(ids)}select count(*)::int as count from unnest(${[...ids]}::uuid[]) w(id)`.execute(db);
  return rows[0]?.count;
};

const plansOf = async (db: Db) =>
  (await sql`select name from pg_prepared_statements where statement like '%kept plan%'`.execute(db)).rows.length;

const people = (count: number) => Array.from({ length: count }, () => newId());

describe('a kept plan', () => {
  it('serves every number of few people, each with its own answer', async () => {
    await opened.db.connection().execute(async (db) => {
      const answers = await Promise.all([ask(db, people(1)), ask(db, people(7)), ask(db, [])]);

      expect(answers).toEqual([1, 7, 0]);
      expect(await plansOf(db)).toBe(1);
    });
  });

  it('is not made for many', async () => {
    await opened.db.connection().execute(async (db) => {
      const before = await plansOf(db);

      expect(await ask(db, people(101))).toBe(101);
      expect(await plansOf(db)).toBe(before);
    });
  });

  it('outlives a statement that failed', async () => {
    await opened.db.connection().execute(async (db) => {
      await expect(ask(db, ['nobody'])).rejects.toThrow(/uuid/);

      expect(await ask(db, people(2))).toBe(2);
    });
  });
});
