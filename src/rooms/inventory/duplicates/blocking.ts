import { hashText } from './fold.ts';
import { prepareRecord } from './prepare.ts';
import type { FamilyName, PreparedRecord } from './prepared.ts';
import type { ComparisonRecord } from './types.ts';
import { emptyValueBook } from './values.ts';

/**
 * Two records are compared when they share at least one key. A key that more than this many records share says too
 * little about any two of them and is left out; the size of a block does not depend on the order of the records.
 */
const MOST_RECORDS_PER_KEY = 150;
/** The same for broad keys, behind each of which stand narrower ones that take over in large files. */
const MOST_RECORDS_PER_BROAD_KEY = 24;
const BROAD = '~';
/** A weak key alone brings no two records together; any second key does. */
const WEAK_KEY = /^(p:|y:|~[cti@]:)/;

/** Keys for an index: any two records that may be one person share at least one, as far as that is possible. */
export function blockingKeys(record: ComparisonRecord): string[] {
  return keysOf(prepareRecord(emptyValueBook(), record));
}

export function keysOf(record: PreparedRecord): string[] {
  const keys = [...contactKeys(record), ...nameKeys(record), ...birthKeys(record), ...addressKeys(record)];
  return [...new Set(keys)];
}

function contactKeys(record: PreparedRecord): string[] {
  const exact = [...record.emails, ...record.phones, ...record.otherIds, ...record.links].map(({ exact }) => exact.key);
  const mailboxes = record.emails.filter(({ mailbox }) => mailbox.key.length > 'mailbox:'.length + 4);
  const domains = record.emails.map(({ domain, written }) => `${BROAD}@:${written.text[0]}|${domain}`);
  return [...exact, ...mailboxes.map(({ mailbox }) => mailbox.key), ...domains];
}

function nameKeys({ first, last, birthName }: PreparedRecord): string[] {
  const families = [last, birthName].filter((name) => name !== undefined);
  if (!first) return [];
  const sorted = families.map((family) => `n:${[first.plain.text, family.plain.text].sort().join('|')}`);
  const sound = families.map((family) => `s:${first.phonetic}|${family.phonetic}`);
  const groups = families.flatMap((family) => first.groups.map(({ key }) => `g:${key}|${family.phonetic}`));
  const initials = families.flatMap((family) => partsOf(family).map((part) => `${BROAD}i:${first.written.text[0]}|${part}`));
  return [...sorted, ...sound, ...groups, ...initials];
}

function partsOf(name: FamilyName): string[] {
  return name.parts.map(({ key }) => key.slice('last_part:'.length));
}

function birthKeys({ birth, first, last }: PreparedRecord): string[] {
  if (!birth) return [];
  const { whole, dayMonthUnordered, yearMonth, yearDay, monthDay, year } = birth.keys;
  const keys = [`${BROAD}d:${whole}`];
  for (const name of [first, last]) {
    if (!name) continue;
    keys.push(`u:${dayMonthUnordered}|${name.written.text[0]}`);
    for (const part of [yearMonth, yearDay, monthDay]) keys.push(`p:${part}|${name.phonetic}`);
  }
  if (last) keys.push(`y:${year}|${last.phonetic}`);
  return keys;
}

function addressKeys({ street, postcode, city, first, last }: PreparedRecord): string[] {
  const keys: string[] = [];
  for (const name of [first, last]) {
    if (!name) continue;
    if (street) keys.push(`h:${street.house.key}|${name.written.text[0]}`, `${BROAD}t:${street.name.text}|${name.phonetic}`);
    for (const place of [postcode, city]) {
      if (place) keys.push(`${BROAD}c:${place.written.text}|${name.phonetic}`);
    }
  }
  return keys;
}

/** Which records share which keys, in flat arrays: a million records stay small. */
export interface BlockIndex {
  recordCount: number;
  /** 1 for weak keys, 2 for those that suffice alone; per block. */
  points: Uint8Array;
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
  const firstMember = new Int32Array(sizes.length + 1);
  for (const [block, size] of sizes.entries()) {
    const most = ((kindOfBlock[block] ?? 0) & IS_BROAD) > 0 ? MOST_RECORDS_PER_BROAD_KEY : MOST_RECORDS_PER_KEY;
    firstMember[block + 1] = (firstMember[block] ?? 0) + (size < 2 || size > most ? 0 : size);
  }
  const members = new Int32Array(firstMember.at(-1) ?? 0);
  const filled = firstMember.slice(0, -1);
  for (let row = 0; row < records.length; row += 1) {
    for (let entry = firstEntry[row] ?? 0; entry < (firstEntry[row + 1] ?? 0); entry += 1) {
      const block = blockOfEntry[entry] ?? 0;
      if (firstMember[block] === firstMember[block + 1]) continue;
      members[filled[block] ?? 0] = row;
      filled[block] = (filled[block] ?? 0) + 1;
    }
  }
  const points = Uint8Array.from(kindOfBlock, (kind) => ((kind & IS_WEAK) > 0 ? 1 : ENOUGH_POINTS));
  return { recordCount: records.length, points, firstEntry, blockOfEntry, firstMember, members };
}

const IS_BROAD = 1;
const IS_WEAK = 2;
const ENOUGH_POINTS = 2;

function kindOf(key: string): number {
  return (key.startsWith(BROAD) ? IS_BROAD : 0) | (WEAK_KEY.test(key) ? IS_WEAK : 0);
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

/** Visits every pair of records that share a key that suffices alone, or two weak ones; once, the smaller row first. */
export function forEachCandidate(index: BlockIndex, visit: (a: number, b: number) => void): void {
  const { firstEntry, blockOfEntry, firstMember, members, points } = index;
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
        if (before >= ENOUGH_POINTS) continue;
        lastPartner[other] = row;
        collected[other] = before + (points[block] ?? 0);
        if (before + (points[block] ?? 0) >= ENOUGH_POINTS) visit(row, other);
      }
    }
  }
}
