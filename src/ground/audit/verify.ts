import type { Keys } from '../config/key-ring.ts';
import type { Db } from '../database/database.ts';
import type { StoredEntry } from './chain.ts';
import { CHAIN_START, chainPart, checkEntry } from './chain.ts';
import type { ChainHead } from './heads.ts';
import { findLastSealed, listEntriesAfter } from './queries.ts';

const BATCH = 2000;

type AuditVerdict =
  | { kind: 'intact'; sealed: number; waiting: number }
  /** `changed`: this entry; `out_of_chain`: one before it is missing, added or moved; `not_sealed`: put in later; `tail_missing`: an exported head is gone. */
  | { kind: 'broken'; seq: number; reason: 'changed' | 'out_of_chain' | 'not_sealed' | 'tail_missing' };

interface Walk {
  before: Buffer;
  lastSealed: number;
  sealed: number;
  waiting: number;
  /** Exported heads not yet met, oldest first. */
  heads: ChainHead[];
}

/** Walks the whole chain and names the first bad entry. Give the exported heads: without them a cut tail cannot be seen. */
export async function verifyAudit(db: Db, keys: Keys, heads: ChainHead[] = []): Promise<AuditVerdict> {
  const lastSealed = (await findLastSealed(db))?.seq ?? 0;
  const walk: Walk = {
    before: CHAIN_START,
    lastSealed,
    sealed: 0,
    waiting: 0,
    heads: heads.toSorted((a, b) => a.seq - b.seq),
  };
  for await (const entry of allEntries(db)) {
    const verdict = step(walk, keys.of('audit-chain'), entry);
    if (verdict) return verdict;
  }
  const [missing] = walk.heads;
  if (missing) return { kind: 'broken', seq: missing.seq, reason: 'tail_missing' };
  return { kind: 'intact', sealed: walk.sealed, waiting: walk.waiting };
}

async function* allEntries(db: Db): AsyncGenerator<StoredEntry> {
  let seq = 0;
  for (;;) {
    const entries = await listEntriesAfter(db, seq, BATCH);
    yield* entries;
    const last = entries.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

function step(walk: Walk, key: Buffer, entry: StoredEntry): AuditVerdict | undefined {
  const { seq, mac } = entry;
  if (!mac) {
    walk.waiting += 1;
    return seq < walk.lastSealed ? { kind: 'broken', seq, reason: 'not_sealed' } : undefined;
  }
  const state = checkEntry(key, walk.before, { ...entry, mac });
  if (state !== 'intact') return { kind: 'broken', seq, reason: state };
  walk.before = chainPart(mac);
  walk.sealed += 1;
  return meetHeads(walk, seq, mac.toString('hex'));
}

/** A head that the walk has passed without meeting it was cut off, and something else put in its place. */
function meetHeads(walk: Walk, seq: number, mac: string): AuditVerdict | undefined {
  for (let head = walk.heads[0]; head && head.seq <= seq; head = walk.heads[0]) {
    if (head.seq !== seq || head.mac !== mac) return { kind: 'broken', seq: head.seq, reason: 'tail_missing' };
    walk.heads.shift();
  }
  return undefined;
}
