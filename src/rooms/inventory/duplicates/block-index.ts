import { keysOf } from './blocking.ts';
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
interface BlockIndex {
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

function fillMembers(index: Omit<BlockIndex, 'says' | 'members'>): Int32Array {
  const { firstEntry, blockOfEntry, firstMember, recordCount } = index;
  const members = new Int32Array(firstMember.at(-1) ?? 0);
  const filled = firstMember.slice(0, -1);
  for (let row = 0; row < recordCount; row += 1) {
    for (let entry = intAt(firstEntry, row); entry < intAt(firstEntry, row + 1); entry += 1) {
      const block = intAt(blockOfEntry, entry);
      if (intAt(firstMember, block) === intAt(firstMember, block + 1)) continue;
      members[intAt(filled, block)] = row;
      filled[block] = intAt(filled, block) + 1;
    }
  }
  return members;
}

function intAt(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

/** Keys of all records, one after the other, in arrays that grow by doubling. */
interface Keys {
  hashes: Float64Array;
  kinds: Uint8Array;
  firstEntry: Int32Array;
}

const KEYS_PER_RECORD = 20;

function hashKeys(records: PreparedRecord[]): Keys {
  let [hashes, kinds] = emptyKeys(records.length * KEYS_PER_RECORD);
  const firstEntry = new Int32Array(records.length + 1);
  let count = 0;
  for (const [row, record] of records.entries()) {
    for (const key of keysOf(record)) {
      if (count === hashes.length) [hashes, kinds] = emptyKeys(count * 2, hashes, kinds);
      hashes[count] = hashText(key);
      kinds[count] = kindOf(key);
      count += 1;
    }
    firstEntry[row + 1] = count;
  }
  return { hashes: hashes.subarray(0, count), kinds: kinds.subarray(0, count), firstEntry };
}

function emptyKeys(capacity: number, hashes?: Float64Array, kinds?: Uint8Array): [Float64Array, Uint8Array] {
  const larger: [Float64Array, Uint8Array] = [new Float64Array(capacity), new Uint8Array(capacity)];
  if (hashes) larger[0].set(hashes);
  if (kinds) larger[1].set(kinds);
  return larger;
}

// Families of keys: agreement in one does not follow from agreement in another.
const NAME = 1;
const BIRTH = 2;
const ADDRESS = 4;
const MAIL = 8;
const SUFFICIENT = 16;
const IS_BROAD = 32;
const IS_FULL_NAME = 64;

const KINDS = new Map<string, number>([
  ['email', SUFFICIENT],
  ['mailbox', SUFFICIENT],
  ['phone', SUFFICIENT],
  ['other_id', SUFFICIENT],
  ['link', SUFFICIENT],
  ['n', NAME | IS_FULL_NAME],
  ['s', NAME | IS_FULL_NAME],
  ['g', NAME | IS_FULL_NAME],
  ['~i', NAME | IS_BROAD],
  ['~d', SUFFICIENT | IS_BROAD],
  ['u', SUFFICIENT],
  ['p', BIRTH],
  ['y', BIRTH],
  ['h', SUFFICIENT],
  ['~t', ADDRESS | IS_BROAD],
  ['~c', ADDRESS | IS_BROAD],
  ['~@', MAIL | IS_BROAD],
]);

function kindOf(key: string): number {
  return KINDS.get(key.slice(0, key.indexOf(':'))) ?? 0;
}

/** A rare name suffices alone, a common one needs a second reason; small files can afford to look at everything. */
function saidBy(kind: number, size: number, recordCount: number): number {
  const isRareName = (kind & IS_FULL_NAME) > 0 && size <= MOST_RECORDS_PER_BROAD_KEY;
  return isRareName || recordCount <= FEW_RECORDS ? SUFFICIENT : kind & ~(IS_BROAD | IS_FULL_NAME);
}

function mostRecords(kind: number): number {
  return (kind & IS_BROAD) > 0 ? MOST_RECORDS_PER_BROAD_KEY : MOST_RECORDS_PER_KEY;
}

/** More than this share of the slots taken, and looking one up takes long. */
const FULLEST = 0.8;

/** Gives equal hashes one number, with a table of open addresses. */
function numberBlocks(hashes: Float64Array, kinds: Uint8Array) {
  const slotCount = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length / FULLEST)));
  const keyOfSlot = new Float64Array(slotCount).fill(-1);
  const blockOfSlot = new Int32Array(slotCount);
  const blockOfEntry = new Int32Array(hashes.length);
  const sizes = new Int32Array(hashes.length);
  const kindOfBlock = new Uint8Array(hashes.length);
  let blocks = 0;
  for (const [entry, hash] of hashes.entries()) {
    let slot = hash % slotCount;
    while (keyOfSlot[slot] !== -1 && keyOfSlot[slot] !== hash) slot = (slot + 1) % slotCount;
    if (keyOfSlot[slot] === -1) {
      keyOfSlot[slot] = hash;
      blockOfSlot[slot] = blocks;
      kindOfBlock[blocks] = kinds[entry] ?? 0;
      blocks += 1;
    }
    const block = blockOfSlot[slot] ?? 0;
    blockOfEntry[entry] = block;
    sizes[block] = (sizes[block] ?? 0) + 1;
  }
  return { blockOfEntry, sizes: sizes.subarray(0, blocks), kindOfBlock: kindOfBlock.subarray(0, blocks) };
}

/** Visits every pair whose common keys are reason enough; once, the smaller row first. */
export function forEachCandidate(index: BlockIndex, visit: (a: number, b: number) => void): void {
  const { firstEntry, blockOfEntry, recordCount } = index;
  const memory = { lastPartner: new Int32Array(recordCount).fill(-1), collected: new Uint8Array(recordCount) };
  for (let row = 0; row < recordCount; row += 1) {
    for (let entry = intAt(firstEntry, row); entry < intAt(firstEntry, row + 1); entry += 1) {
      visitBlock({ index, memory, row, block: intAt(blockOfEntry, entry), visit });
    }
  }
}

interface BlockVisit {
  index: BlockIndex;
  /** Which row each record was last met by, and what their common keys said so far. */
  memory: { lastPartner: Int32Array; collected: Uint8Array };
  row: number;
  block: number;
  visit: (a: number, b: number) => void;
}

function visitBlock({ index, memory, row, block, visit }: BlockVisit): void {
  const { firstMember, members, says } = index;
  const { lastPartner, collected } = memory;
  const said = says[block] ?? 0;
  for (let at = intAt(firstMember, block + 1) - 1; at >= intAt(firstMember, block); at -= 1) {
    const other = intAt(members, at);
    if (other <= row) break;
    const before = lastPartner[other] === row ? (collected[other] ?? 0) : 0;
    if (isEnough(before)) continue;
    lastPartner[other] = row;
    collected[other] = before | said;
    if (isEnough(before | said)) visit(row, other);
  }
}

/** One key that suffices, or keys of two families. */
function isEnough(said: number): boolean {
  return said >= SUFFICIENT || (said & (said - 1)) !== 0;
}
