import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyRing } from '#ground/config/key-ring.ts';
import type { TestDatabase } from '#ground/testing/test-database.ts';
import { testDatabase } from '#ground/testing/test-database.ts';
import { countTry } from './rate-limit.ts';

let opened: TestDatabase;
const keys = keyRing(randomBytes(32));
const limit = { name: 'a limit', most: 3, seconds: 60 };

beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());

describe('tries that are counted', () => {
  it('are counted one by one, also when the first of them come at the same time', async () => {
    const rounds = Array.from({ length: 40 }, (_, round) => `somebody ${round}`);

    for (const of of rounds) {
      const tries = Array.from({ length: 8 }, () =>
        countTry({ db: opened.db, keys, now: new Date('2026-11-29T09:00:00Z') }, [{ limit, of }]),
      );
      const refused = (await Promise.allSettled(tries)).flatMap((end) =>
        end.status === 'rejected' ? [end.reason] : [],
      );

      expect(refused.map(({ code }) => code)).toEqual(Array(5).fill('accounts.too_many_tries'));
    }
  });
});
