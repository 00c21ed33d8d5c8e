/**
 * For each term the people who have it: one number each, the slot above and eight bits of what is said below. People who left stay in the
 * lists until they are swept, and are passed over by whoever reads them.
 */
export interface PostingLists {
  add: (term: number, slot: number, payload: number) => void;
  /** As many entries as {@link lengthOf} says. */
  entriesOf: (term: number) => Uint32Array;
  lengthOf: (term: number) => number;
  /** Sweeps some lists; answers true when it has come round to the first list again. */
  sweep: (isAlive: Uint8Array) => boolean;
  bytes: () => number;
}

export const PAYLOAD_BITS = 8;
export const MOST_SLOTS = 2 ** (32 - PAYLOAD_BITS);
const PAYLOAD = 2 ** PAYLOAD_BITS - 1;
const GROWTH = 1.4;
const FIRST_SIZE = 4;
/** Entries looked at per call: a fraction of a millisecond. */
const SWEPT_AT_ONCE = 20_000;
const NONE = new Uint32Array(0);

export const slotOf = (entry: number): number => entry >>> PAYLOAD_BITS;
export const payloadOf = (entry: number): number => entry & PAYLOAD;

/** @param terms known from the start; more may come */
export function createPostingLists(terms: number): PostingLists {
  const lists: (Uint32Array | undefined)[] = Array.from({ length: terms }, () => undefined);
  const lengths: number[] = Array.from({ length: terms }, () => 0);
  let next = 0;
  return {
    add: (term, slot, payload) => {
      while (lists.length <= term) {
        lists.push(undefined);
        lengths.push(0);
      }
      const length = lengths[term] ?? 0;
      let list = lists[term];
      if (!list || length === list.length) {
        const larger: Uint32Array = new Uint32Array(list ? Math.ceil(length * GROWTH) + 1 : FIRST_SIZE);
        if (list) larger.set(list);
        lists[term] = larger;
        list = larger;
      }
      list[length] = (slot << PAYLOAD_BITS) | payload;
      lengths[term] = length + 1;
    },
    entriesOf: (term) => lists[term] ?? NONE,
    lengthOf: (term) => lengths[term] ?? 0,
    sweep: (isAlive) => {
      for (let left = SWEPT_AT_ONCE; left > 0 && next < lists.length; next += 1) {
        const list = lists[next];
        left -= 1 + (lengths[next] ?? 0);
        if (list) lengths[next] = swept(list, lengths[next] ?? 0, isAlive);
      }
      if (next < lists.length) return false;
      next = 0;
      return true;
    },
    bytes: () => lists.reduce((sum, list) => sum + (list?.byteLength ?? 0), 0) + lists.length * 16,
  };
}

function swept(list: Uint32Array, length: number, isAlive: Uint8Array): number {
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    const entry = list[at] ?? 0;
    if (isAlive[slotOf(entry)] !== 1) continue;
    list[kept] = entry;
    kept += 1;
  }
  return kept;
}
