import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '#rooms/inventory/imports/run.ts';
import { startUndoing, undoImport } from '#rooms/inventory/imports/undo.ts';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import { applicationLines } from '../../bench/rows.ts';
import type { OwnServer } from './own-server.ts';
import { openAfterCrash, openFolder, openOwnServer } from './own-server.ts';
import type { Place } from './place.ts';
import { contextAt, settleAt, startedImport } from './place.ts';
import { contentOf, difference, NOTHING, resultOf } from './snapshot.ts';

const KILLS = 4;
const text = [...applicationLines(3000, 9)].join('');

let folder: ReturnType<typeof openFolder>;
let own: OwnServer;
let place: Omit<Place, 'connectionString'>;
let textId: string;

beforeAll(async () => {
  folder = openFolder();
  own = await openOwnServer(path.join(folder.path, 'data'));
  ({ place, textId } = await settleAt(own.db, folder.path));
});
afterAll(async () => {
  await own.close();
  await own.server.stop();
  folder.remove();
});

async function progressOf(importId: string) {
  const row = await own.db
    .selectFrom('imports')
    .select(['rows_read', 'state'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  return { rowsRead: row.rows_read, state: row.state };
}

/** Watches what the database has acknowledged, until the server is gone. */
async function watchProgress(importId: string, forMs: number): Promise<number> {
  let seen = 0;
  for (const end = performance.now() + forMs; performance.now() < end;) {
    seen = Math.max(seen, (await progressOf(importId)).rowsRead);
    await wait(15);
  }
  return seen;
}

describe('a database server that is killed during an import', () => {
  it(
    'keeps every batch that it acknowledged, and the import ends as one that ran through',
    { timeout: 240_000 },
    async () => {
      const ctx = contextAt(place, own.db);
      const clean = await startedImport(ctx, text, textId);
      const started = performance.now();
      await runImport(ctx, clean);
      const usualMs = performance.now() - started;
      const [wantedContent, wantedResult] = [await contentOf(own.db), await resultOf(own.db, clean)];
      await startUndoing(ctx, clean);
      await undoImport(ctx, clean);

      const random = seededRandom(23);
      const importId = await startedImport(ctx, text, textId);
      for (let kills = 0; kills < KILLS; kills += 1) {
        const running = runImport(contextAt(place, own.db), importId).then(
          () => 'ran through',
          () => 'lost its connection',
        );
        const acknowledged = await watchProgress(importId, usualMs * (0.1 + 0.35 * random()));
        await own.kill();
        await running;
        own = await openAfterCrash(path.join(folder.path, 'data'));
        expect((await progressOf(importId)).rowsRead).toBeGreaterThanOrEqual(acknowledged);
      }
      await runImport(contextAt(place, own.db), importId);

      expect(difference(await resultOf(own.db, importId), wantedResult)).toEqual(NOTHING);
      expect(difference(await contentOf(own.db), wantedContent)).toEqual(NOTHING);
    },
  );
});
