import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { newId } from '#ground/ids.ts';
import { allDone } from './all-done.ts';
import { copyRows } from './copy.ts';
import type { Db } from './database.ts';

let opened: TestDatabase;
const memberId = newId();

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
beforeEach(() => opened.db.deleteFrom('idempotency_keys').execute());

interface Kept {
  key: string;
  route: string;
  status?: number | null;
  answer?: object | null;
}

const copy = (db: Db, rows: Kept[]) =>
  copyRows(db, 'idempotency_keys', rows, {
    member_id: () => memberId,
    key: (row) => row.key,
    route: (row) => row.route,
    body_hash: () => '',
    status: (row) => row.status,
    answer: (row) => row.answer,
  });

const stored = () =>
  opened.db.selectFrom('idempotency_keys').select(['key', 'route', 'status', 'answer']).orderBy('key').execute();

describe('rows written by COPY', () => {
  it.each([
    ['a tab', 'a\tb'],
    ['lines of all kinds', 'a\nb\r\nc\rd'],
    ['backslashes', String.raw`C:\neu\temp \\ \. \N`],
    ['the sign for nothing', '\\N'],
    ['quotes and braces', `"a", 'b' {c}`],
    ['letters of every alphabet', 'Đurić 日本 👩‍🔧'],
    ['nothing but a blank', ' '],
    ['no letter at all', ''],
  ])('keep %s as it is', async (_what, text) => {
    await copy(opened.db, [{ key: 'one', route: text, answer: { text } }]);

    expect(await stored()).toEqual([{ key: 'one', route: text, status: null, answer: { text } }]);
  });

  it('lose only the sign that PostgreSQL cannot store', async () => {
    await copy(opened.db, [{ key: 'one', route: 'a\0b', answer: { text: 'c\0d \\u0000' } }]);

    expect(await stored()).toMatchObject([{ route: 'ab', answer: { text: 'cd \\u0000' } }]);
  });

  it('tell nothing from zero and from empty', async () => {
    await copy(opened.db, [
      { key: 'a', route: 'x', status: 0, answer: {} },
      { key: 'b', route: 'x', status: null, answer: null },
    ]);

    expect(await stored()).toMatchObject([
      { status: 0, answer: {} },
      { status: null, answer: null },
    ]);
  });

  it('vanish with the transaction they belong to', async () => {
    const failure = await opened.db
      .transaction()
      .execute(async (db) => {
        await copy(db, [{ key: 'one', route: 'x' }]);
        throw new Error('changed my mind');
      })
      .catch(String);

    expect(failure).toContain('changed my mind');
    expect(await stored()).toEqual([]);
  });

  it('are refused as a whole when one of them is there already, and the connection goes on', async () => {
    await copy(opened.db, [{ key: 'b', route: 'first' }]);

    const failure = await copy(opened.db, [
      { key: 'a', route: 'second' },
      { key: 'b', route: 'second' },
    ]).catch(String);

    expect(failure).toContain('idempotency_keys_pkey');
    expect(await stored()).toMatchObject([{ key: 'b', route: 'first' }]);
  });

  it('leave nothing when one of several statements under way fails', async () => {
    const failure = await opened.db
      .transaction()
      .execute((db) =>
        allDone([
          () => copy(db, [{ key: 'a', route: 'x' }]),
          () => copy(db, [{ key: 'a', route: 'the same again' }]),
          () => copy(db, [{ key: 'b', route: 'x' }]),
        ]),
      )
      .catch(String);

    expect(failure).toContain('idempotency_keys_pkey');
    expect(await stored()).toEqual([]);
  });
});
