/** Ids of people as numbers, without an object for each: sixteen bytes and an entry in a table of places. */
export interface IdTable {
  /** Slot of an id, -1 for none. */
  find: (id: string) => number;
  set: (id: string, slot: number) => void;
  remove: (id: string) => void;
  idAt: (slot: number) => string;
  /** Below zero where the id of the first slot stands before the other's. */
  compare: (slot: number, other: number) => number;
  count: () => number;
  bytes: () => number;
}

const WORDS = 4;
const EMPTY = -1;
const GONE = -2;
/** Of the table; above it a look-up takes too many steps. */
const MOST_FILLED = 0.6;

export function createIdTable(): IdTable {
  let ids = new Uint32Array(WORDS * 1024);
  let table = new Int32Array(2048).fill(EMPTY);
  const counts = { used: 0, filled: 0 };
  const wanted = new Uint32Array(WORDS);

  const isAt = (slot: number) =>
    ids[slot * WORDS] === wanted[0] &&
    ids[slot * WORDS + 1] === wanted[1] &&
    ids[slot * WORDS + 2] === wanted[2] &&
    ids[slot * WORDS + 3] === wanted[3];
  const placeOf = (): number => {
    const mask = table.length - 1;
    let at = hashOf(wanted) & mask;
    for (; table[at] !== EMPTY; at = (at + 1) & mask) if ((table[at] ?? EMPTY) >= 0 && isAt(table[at] ?? 0)) return at;
    return -1 - at;
  };
  const grow = () => {
    const slots = table.filter((slot) => slot >= 0);
    table = new Int32Array(slots.length * 2 > table.length * MOST_FILLED ? table.length * 2 : table.length).fill(EMPTY);
    const mask = table.length - 1;
    for (const slot of slots) {
      let at = hashOf(ids.subarray(slot * WORDS, slot * WORDS + WORDS)) & mask;
      while (table[at] !== EMPTY) at = (at + 1) & mask;
      table[at] = slot;
    }
    counts.filled = slots.length;
  };
  return {
    find: (id) => {
      readId(id, wanted);
      const place = placeOf();
      return place < 0 ? -1 : (table[place] ?? -1);
    },
    set: (id, slot) => {
      if (counts.filled + 1 > table.length * MOST_FILLED) grow();
      if ((slot + 1) * WORDS > ids.length) ids = enlarged(ids, (slot + 1) * WORDS);
      readId(id, wanted);
      const place = placeOf();
      ids.set(wanted, slot * WORDS);
      if (place >= 0) {
        table[place] = slot;
        return;
      }
      table[-1 - place] = slot;
      counts.used += 1;
      counts.filled += 1;
    },
    remove: (id) => {
      readId(id, wanted);
      const place = placeOf();
      if (place < 0) return;
      table[place] = GONE;
      counts.used -= 1;
    },
    idAt: (slot) => writeId(ids, slot * WORDS),
    compare: (slot, other) => {
      for (let word = 0; word < WORDS; word += 1) {
        const difference = (ids[slot * WORDS + word] ?? 0) - (ids[other * WORDS + word] ?? 0);
        if (difference !== 0) return difference;
      }
      return 0;
    },
    count: () => counts.used,
    bytes: () => ids.byteLength + table.byteLength,
  };
}

const hashOf = (words: Uint32Array): number =>
  (Math.imul(words[0] ?? 0, 0x9e37_79b1) ^
    Math.imul(words[1] ?? 0, 0x85eb_ca6b) ^
    Math.imul(words[2] ?? 0, 0xc2b2_ae35) ^
    Math.imul(words[3] ?? 0, 0x27d4_eb2f)) >>>
  7;

/** @param id a UUID */
function readId(id: string, into: Uint32Array): void {
  const digits = id.replaceAll('-', '');
  for (let word = 0; word < WORDS; word += 1)
    into[word] = Number.parseInt(digits.slice(word * 8, word * 8 + 8), 16) >>> 0;
}

function writeId(ids: Uint32Array, at: number): string {
  const digits = Array.from(ids.subarray(at, at + WORDS), (word) => word.toString(16).padStart(8, '0')).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

export function enlarged(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
