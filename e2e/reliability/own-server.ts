import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenedDatabase } from '#ground/database/database.ts';
import { openDatabase } from '#ground/database/database.ts';
import type { EmbeddedPostgres } from '#ground/database/embedded.ts';
import { startEmbeddedPostgres } from '#ground/database/embedded.ts';
import { migrateToLatest } from '#ground/database/migrate.ts';
import { migrations } from '#migrations/index.ts';

const TRIES = 60;

export interface OwnServer extends OpenedDatabase {
  server: EmbeddedPostgres;
  /** Ends the server as a power cut would: no process gets a word. */
  kill: () => Promise<void>;
}

/** A folder that the database server's user may pass, also when the tests run as root. */
export function openFolder(): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'wiedersehen-crash-'));
  chmodSync(folder, 0o711);
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The embedded database in this folder, as the product starts it; also after a crash. */
export async function openOwnServer(dataDir: string): Promise<OwnServer> {
  const server = await startEmbeddedPostgres(dataDir);
  const opened = openDatabase({ connectionString: server.connectionString(), maxConnections: 6 });
  await migrateToLatest(opened.db, migrations);
  return {
    ...opened,
    server,
    kill: async () => {
      const pid = Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      await opened.close().catch(() => undefined);
    },
  };
}

/** Its own processes may need a moment to notice that their parent is gone. */
export async function openAfterCrash(dataDir: string): Promise<OwnServer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openOwnServer(dataDir);
    } catch (error) {
      if (tries === TRIES) throw error;
      await wait(250);
    }
  }
}
