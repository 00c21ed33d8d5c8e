import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Keys } from '../config/key-ring.ts';
import type { Db } from '../database/database.ts';
import { CHAIN_START, chainPart, macFor } from './chain.ts';
import { findLastSealed, findNewestSeq, findOpenTransactions, listUnsealed, updateMacs } from './queries.ts';

const BATCH = 1000;
const POLL_MS = 50;

/**
 * Chains all finished entries to those before them. An entry waits while a transaction is open that may still
 * bring one with a smaller number; the next run takes it.
 * @param patienceMs how long to wait for such transactions to end
 * @returns how many entries were sealed
 */
export async function sealAudit(db: Db, keys: Keys, patienceMs = 10_000): Promise<number> {
  const upTo = await findFinishedSeq(db, patienceMs);
  let count = 0;
  for (;;) {
    const sealed = await sealBatch(db, keys, upTo);
    count += sealed;
    if (sealed < BATCH) return count;
  }
}

/** Every number up to the answer is visible or will never be: all who wrote before it have ended. */
async function findFinishedSeq(db: Db, patienceMs: number): Promise<number> {
  const newest = await findNewestSeq(db);
  const { next } = await findOpenTransactions(db);
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const { oldest } = await findOpenTransactions(db);
    if (oldest >= next) return newest;
    if (waitedMs >= patienceMs) return 0;
    await wait(POLL_MS);
  }
}

function sealBatch(db: Db, keys: Keys, upTo: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Two servers on one database must not chain to the same entry.
    await sql`select pg_advisory_xact_lock(hashtext('audit.seal'))`.execute(trx);
    const last = await findLastSealed(trx);
    const entries = await listUnsealed(trx, last?.seq ?? 0, upTo, BATCH);
    if (entries.length === 0) return 0;
    let before = last?.mac ? chainPart(last.mac) : CHAIN_START;
    const sealed = entries.map((entry) => {
      const mac = macFor(keys.of('audit-chain'), before, entry);
      before = chainPart(mac);
      return { seq: entry.seq, mac };
    });
    await updateMacs(trx, sealed);
    return sealed.length;
  });
}
