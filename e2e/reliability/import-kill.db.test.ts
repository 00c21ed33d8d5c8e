import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#ground/context.ts';
import { runImport } from '#rooms/inventory/imports/run.ts';
import { startUndoing, undoImport } from '#rooms/inventory/imports/undo.ts';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import { applicationLines } from '../../bench/rows.ts';
import type { OwnServer } from './own-server.ts';
import { openFolder, openOwnServer } from './own-server.ts';
import type { Place } from './place.ts';
import { settleAt, startedImport } from './place.ts';
import { contentOf, difference, NOTHING, resultOf } from './snapshot.ts';
import { workers } from './workers.ts';

/** `npm run test:long` interrupts fifty times; `npm test` takes a smaller file and interrupts it less often. */
const [ROWS, INTERRUPTIONS] = process.env.LONG_TESTS ? [3000, 50] : [1500, 12];
/** One interruption in five ends the connections instead of the process. */
const SHARE_OF_LOST_CONNECTIONS = 0.2;
const CHILD_NAME = 'wiedersehen-child';

const text = [...applicationLines(ROWS, 4)].join('');
/** Some of the people are here already, from another vacancy; some rows came in before, unchanged. */
const before = [...applicationLines(400, 4)]
  .map((line, index) =>
    index > 300 ? line : line.replace(/;(Montage|Einkauf|Projektleitung)[^;]*;/, ';Instandhaltung;'),
  )
  .join('');

let folder: ReturnType<typeof openFolder>;
let own: OwnServer;
let ctx: Ctx;
let place: Place;
let textId: string;
let crew: ReturnType<typeof workers>;

beforeAll(async () => {
  folder = openFolder();
  own = await openOwnServer(path.join(folder.path, 'data'));
  crew = workers(folder.path);
  const settled = await settleAt(own.db, folder.path);
  ({ ctx, textId } = settled);
  place = {
    ...settled.place,
    connectionString: `${own.server.connectionString()}&application_name=${CHILD_NAME}`,
  };
  await runImport(ctx, await startedImport(ctx, before, textId));
});
afterAll(async () => {
  crew.close();
  await own.close();
  await own.server.stop();
  folder.remove();
});

const stateOf = async (importId: string) =>
  (await own.db.selectFrom('imports').select('state').where('id', '=', importId).executeTakeFirstOrThrow()).state;

async function endConnections() {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${CHILD_NAME} and datname = current_database()`.execute(
    own.db,
  );
}

interface Interrupted {
  importId: string;
  work: 'run' | 'undo';
  random: () => number;
  /** Milliseconds that the whole work takes undisturbed. */
  usualMs: number;
}

/** Starts the work again and again, and interrupts it, until it is done. @returns how often it was interrupted */
async function untilDone({ importId, work, random, usualMs }: Interrupted): Promise<number> {
  let interruptions = 0;
  // Grows a little each time, so that the work ends on a machine that has become slower meanwhile.
  let patience = 1;
  for (;;) {
    patience *= 1.06;
    const end = await crew.letWork({ place, importId, work }, async (child) => {
      await wait(usualMs * patience * (0.02 + 0.2 * random()));
      if (random() < SHARE_OF_LOST_CONNECTIONS) await endConnections();
      else child.kill('SIGKILL');
    });
    if (end !== 'finished') interruptions += 1;
    else if ((await stateOf(importId)) === (work === 'run' ? 'done' : 'undone')) return interruptions;
  }
}

describe('an import that is killed again and again', () => {
  it('ends exactly as one that ran through, and its undo leaves nothing', { timeout: 600_000 }, async () => {
    const atFirst = await contentOf(own.db);
    const clean = await startedImport(ctx, text, textId);
    const started = performance.now();
    await runImport(ctx, clean);
    const usualMs = performance.now() - started;
    const [wantedContent, wantedResult] = [await contentOf(own.db), await resultOf(own.db, clean)];
    await startUndoing(ctx, clean);
    const undoing = performance.now();
    await undoImport(ctx, clean);
    const usualUndoMs = performance.now() - undoing;
    expect(difference(await contentOf(own.db), atFirst)).toEqual(NOTHING);

    const random = seededRandom(20_261_123);
    for (let interruptions = 0; interruptions < INTERRUPTIONS;) {
      const importId = await startedImport(ctx, text, textId);
      interruptions += await untilDone({ importId, work: 'run', random, usualMs });
      expect(difference(await resultOf(own.db, importId), wantedResult)).toEqual(NOTHING);
      expect(difference(await contentOf(own.db), wantedContent)).toEqual(NOTHING);

      await startUndoing(ctx, importId);
      interruptions += await untilDone({ importId, work: 'undo', random, usualMs: usualUndoMs });
      expect(difference(await contentOf(own.db), atFirst)).toEqual(NOTHING);
    }
    expect(readdirSync(path.join(folder.path, 'files', 'imports'))).toEqual([]);
  });
});
