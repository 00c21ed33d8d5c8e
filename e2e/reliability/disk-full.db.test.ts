import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#ground/errors/app-error.ts';
import { receiveFile } from '#rooms/inventory/index.ts';
import { runImport } from '#rooms/inventory/imports/run.ts';
import { startUndoing, undoImport } from '#rooms/inventory/imports/undo.ts';
import { startRunning } from '#rooms/inventory/imports/run.ts';
import { getImport } from '#rooms/inventory/imports/view.ts';
import { applicationLines } from '../../bench/rows.ts';
import type { OwnServer } from './own-server.ts';
import { openAfterCrash, openFolder, openOwnServer } from './own-server.ts';
import { contextAt, settleAt, startedImport } from './place.ts';
import { contentOf, difference, NOTHING, resultOf } from './snapshot.ts';

const MEBI = 1024 * 1024;
const mayMount = process.getuid?.() === 0 && canMount();
/** Named in the output, so that a run that could not prove it says so. */
const onlyAsRoot = mayMount ? '' : ' (left out: making a small disk needs root)';

let folder: ReturnType<typeof openFolder>;
let small: string;

beforeEach(() => {
  folder = openFolder();
  small = path.join(folder.path, 'small');
  mkdirSync(small);
});
afterEach(() => {
  if (mayMount) execFileSync('umount', ['-l', small], { stdio: 'ignore' });
  folder.remove();
});

function canMount(): boolean {
  const probe = openFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe.path], { stdio: 'ignore' });
    execFileSync('umount', [probe.path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    probe.remove();
  }
}

function mountSmall(megabytes: number) {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', small]);
  chmodSync(small, 0o711);
}

/** Takes all the space but some megabytes. @returns gives it back */
function fillUp(leaveMegabytes: number): () => void {
  const ballast = path.join(small, 'ballast');
  const { bavail, bsize } = statfsSync(small);
  const file = openSync(ballast, 'w');
  const piece = Buffer.alloc(MEBI);
  for (let left = bavail * bsize - leaveMegabytes * MEBI; left > 0; left -= MEBI)
    writeSync(file, piece, 0, Math.min(left, MEBI));
  closeSync(file);
  return () => rmSync(ballast);
}

const endlessRows = () => {
  const piece = new TextEncoder().encode([...applicationLines(5000, 2)].join(''));
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 20) controller.close();
      else controller.enqueue(piece);
    },
  });
};

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );
}

describe.skipIf(!mayMount)(`a disk that is full${onlyAsRoot}`, () => {
  let own: OwnServer | undefined;

  afterEach(async () => {
    await own?.close();
    await own?.server.stop();
    own = undefined;
  });

  it('refuses a file that does not fit, says why, and leaves nothing of it', { timeout: 120_000 }, async () => {
    mountSmall(4);
    own = await openOwnServer(path.join(folder.path, 'data'));
    const { ctx } = await settleAt(own.db, small);

    const code = await refusal(receiveFile(ctx, 'bewerbungen.csv', endlessRows()));

    expect(code).toBe('http.disk_full');
    expect(readdirSync(path.join(small, 'files', 'imports'))).toEqual([]);
    expect(await own.db.selectFrom('imports').select('id').execute()).toEqual([]);
  });

  it(
    'stops an import of which the database cannot store more, and lets it go on when there is space again',
    { timeout: 240_000 },
    async () => {
      mountSmall(400);
      const dataDir = path.join(small, 'data');
      own = await openOwnServer(dataDir);
      const { place, textId, ctx } = await settleAt(own.db, folder.path);
      const text = [...applicationLines(4000, 11)].join('');
      const clean = await startedImport(ctx, text, textId);
      await runImport(ctx, clean);
      const [wantedContent, wantedResult] = [await contentOf(own.db), await resultOf(own.db, clean)];
      await startUndoing(ctx, clean);
      await undoImport(ctx, clean);
      const importId = await startedImport(ctx, text, textId);

      const makeSpace = fillUp(2);
      const failure = await refusal(runImport(ctx, importId));
      makeSpace();
      if (failure !== undefined) {
        // The server itself gave up for want of space; it comes back as after a power cut.
        await own.close().catch(() => undefined);
        await own.server.stop();
        own = await openAfterCrash(dataDir);
      }
      const again = contextAt(place, own.db);
      const stopped = await getImport(again, importId);
      expect(['running', 'paused']).toContain(stopped.state);
      if (stopped.state === 'paused') expect(stopped.failure?.code).toBe('inventory.disk_full');
      await startRunning(again, importId);
      await runImport(again, importId);

      expect(difference(await resultOf(own.db, importId), wantedResult)).toEqual(NOTHING);
      expect(difference(await contentOf(own.db), wantedContent)).toEqual(NOTHING);
    },
  );
});
