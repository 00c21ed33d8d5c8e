import { createHmac, timingSafeEqual } from 'node:crypto';

/** An entry as the database holds it; times and details as its own text, so that no conversion hides a change. */
export interface StoredEntry {
  seq: number;
  at: string;
  member_id: string | null;
  action: string;
  subject_kind: string | null;
  subject_ids: string[];
  details: string;
  mac: Buffer | null;
}

const OWN_BYTES = 16;
/** What stands before the first entry. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * Two parts: 16 bytes over the entry alone, 32 bytes over the chain before it and the entry.
 * The first tells that an entry was changed, the second that one is missing, added or moved.
 */
export function macFor(key: Buffer, before: Buffer, entry: StoredEntry): Buffer {
  const own = ownPart(key, entry);
  return Buffer.concat([own, createHmac('sha256', key).update('chain').update(before).update(own).digest()]);
}

/** The part that the next entry is chained to. */
export const chainPart = (mac: Buffer): Buffer => mac.subarray(OWN_BYTES);

type EntryState = 'intact' | 'changed' | 'out_of_chain';

export function checkEntry(key: Buffer, before: Buffer, entry: StoredEntry & { mac: Buffer }): EntryState {
  const expected = macFor(key, before, entry);
  if (entry.mac.length !== expected.length) return 'changed';
  if (!timingSafeEqual(entry.mac.subarray(0, OWN_BYTES), expected.subarray(0, OWN_BYTES))) return 'changed';
  return timingSafeEqual(chainPart(entry.mac), chainPart(expected)) ? 'intact' : 'out_of_chain';
}

function ownPart(key: Buffer, { seq, at, member_id, action, subject_kind, subject_ids, details }: StoredEntry): Buffer {
  const written = JSON.stringify([seq, at, member_id, action, subject_kind, subject_ids, details]);
  return createHmac('sha256', key).update('entry').update(written).digest().subarray(0, OWN_BYTES);
}
