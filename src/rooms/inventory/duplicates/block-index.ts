import { BROAD, keysOf } from './blocking.ts';
import { hashText } from './fold.ts';
import type { PreparedRecord } from './prepared.ts';

/**
 * Two records are compared when their common keys are reason enough. A key that more than this many records share says
 * too little about any two of them and is left out; the size of a block does not depend on the order of the records.
 */
const MOST_RECORDS_PER_KEY = 150;
/** The same for broad keys; a name that more records share than this is a common name. */
const MOST_RECORDS_PER_BROAD_KEY = 24;
/** Up to this many records every common key is reason enough: it costs next to nothing. */
const FEW_RECORDS = 20_000;

/** Which records share which keys, in flat arrays: a million records stay small. */
export interface BlockIndex {
  recordCount: number;
  /** What each block says: one bit per family of keys, or SUFFICIENT. */
  says: Uint8Array;
  /** Blocks of record r are blockOfEntry[firstEntry[r] .. firstEntry[r + 1]]. */
  firstEntry: Int32Array;
  blockOfEntry: Int32Array;
  /** Records of block b, ascending, are members[firstMember[b] .. firstMember[b + 1]]; empty for oversized blocks. */
  firstMember: Int32Array;
  members: Int32Array;
}

export function indexBlocks(records: PreparedRecord[]): BlockIndex {
  const { hashes, kinds, firstEntry } = hashKeys(records);
  const { blockOfEntry, sizes, kindOfBlock } = numberBlocks(hashes, kinds);
  const says = Uint8Array.from(kindOfBlock, (kind, block) => saidBy(kind, sizes[block] ?? 0, records.length));
  const firstMember = new Int32Array(sizes.length + 1);
  for (const [block, size] of sizes.entries()) {
    const isUsed = size > 1 && size <= mostRecords(kindOfBlock[block] ?? 0);
    firstMember[block + 1] = (firstMember[block] ?? 0) + (isUsed ? size : 0);
  }
  const members = fillMembers({ firstEntry, blockOfEntry, firstMember, recordCount: records.length });
  return { recordCount: records.length, says, firstEntry, blockOfEntry, firstMember, members };
}

function fillMembers({
  firstEntry,
  blockOfEntry,
  firstMember,
  recordCount,
}: Omit<BlockIndex, 'says' | 'members'>): Int32Array {
  const members = new Int32Array(firstMember.at(-1) ?? 0);
  const filled = firstMember.slice(0, -1);
  for (let row = 0; row < recordCount; row += 1) {
    for (let entry = firstEntry[row] ?? 0; entry < (firstEntry[row + 1] ?? 0); entry += 1) {
      const block = blockOfEntry[entry] ?? 0;
      if (firstMember[block] === firstMember[block + 1]) continue;
      members[filled[block] ?? 0] = row;
      filled[block] = (filled[block] ?? 0) + 1;
    }
  }
  return members;
}

function hashKeys(records: PreparedRecord[]) {
  const hashes: number[] = [];
  const kinds: number[] = [];
  const firstEntry = new Int32Array(records.length + 1);
  for (const [row, record] of records.entries()) {
    for (const key of keysOf(record)) {
      hashes.push(hashText(key));
      kinds.push(kindOf(key));
    }
    firstEntry[row + 1] = hashes.length;
  }
  return { hashes, kinds, firstEntry };
}

/** Families of keys whose agreement does not follow from each other. */
const FAMILY_BITS: Record<string, number> = {
  n: 1,
  s: 1,
  g: 1,
  i: 1,
  p: 2,
  y: 2,
  u: 2,
  d: 2,
  h: 4,
  t: 4,
  c: 4,
  '@': 8,
};
const ALONE_SUFFICIENT = /^(~d|[uh]|[a-z_]{4,}):/;
const SUFFICIENT = 16;
const IS_BROAD = 32;
const IS_NAME = 64;

function kindOf(key: string): number {
  const isBroad = key.startsWith(BROAD);
  const family = FAMILY_BITS[key.charAt(isBroad ? 1 : 0)] ?? 0;
  const isName = /^[nsg]:/.test(key) ? IS_NAME : 0;
  return (ALONE_SUFFICIENT.test(key) ? SUFFICIENT : family) | isName | (isBroad ? IS_BROAD : 0);
}

/** A rare name suffices alone, a common one needs a second reason; small files can afford to look at everything. */
function saidBy(kind: number, size: number, recordCount: number): number {
  const isRareName = (kind & IS_NAME) > 0 && size <= MOST_RECORDS_PER_BROAD_KEY;
  return isRareName || recordCount <= FEW_RECORDS ? SUFFICIENT : kind & ~(IS_BROAD | IS_NAME);
}

function mostRecords(kind: number): number {
  return (kind & IS_BROAD) > 0 ? MOST_RECORDS_PER_BROAD_KEY : MOST_RECORDS_PER_KEY;
}

/** Gives equal hashes one number, with a table of open addresses. */
function numberBlocks(hashes: number[], kinds: number[]) {
  const slotCount = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
  const keyOfSlot = new Float64Array(slotCount).fill(-1);
  const blockOfSlot = new Int32Array(slotCount);
  const blockOfEntry = new Int32Array(hashes.length);
  const sizes: number[] = [];
  const kindOfBlock: number[] = [];
  for (const [entry, hash] of hashes.entries()) {
    let slot = hash % slotCount;
    while (keyOfSlot[slot] !== -1 && keyOfSlot[slot] !== hash) slot = (slot + 1) % slotCount;
    if (keyOfSlot[slot] === -1) {
      keyOfSlot[slot] = hash;
      blockOfSlot[slot] = sizes.length;
      sizes.push(0);
      kindOfBlock.push(kinds[entry] ?? 0);
    }
    const block = blockOfSlot[slot] ?? 0;
    blockOfEntry[entry] = block;
    sizes[block] = (sizes[block] ?? 0) + 1;
  }
  return { blockOfEntry, sizes, kindOfBlock };
}

/** Visits every pair whose common keys are reason enough; once, the smaller row first. */
export function forEachCandidate(index: BlockIndex, visit: (a: number, b: number) => void): void {
  const { firstEntry, blockOfEntry, firstMember, members, says } = index;
  const lastPartner = new Int32Array(index.recordCount).fill(-1);
  const collected = new Uint8Array(index.recordCount);
  for (let row = 0; row < index.recordCount; row += 1) {
    for (let entry = firstEntry[row] ?? 0; entry < (firstEntry[row + 1] ?? 0); entry += 1) {
      const block = blockOfEntry[entry] ?? 0;
      const start = firstMember[block] ?? 0;
      for (let at = (firstMember[block + 1] ?? 0) - 1; at >= start; at -= 1) {
        const other = members[at] ?? 0;
        if (other <= row) break;
        const before = lastPartner[other] === row ? (collected[other] ?? 0) : 0;
        if (isEnough(before)) continue;
        const after = before | (says[block] ?? 0);
        lastPartner[other] = row;
        collected[other] = after;
        if (isEnough(after)) visit(row, other);
      }
    }
  }
}

/** One key that suffices, or keys of two families. */
function isEnough(said: number): boolean {
  return said >= SUFFICIENT || (said & (said - 1)) !== 0;
}
