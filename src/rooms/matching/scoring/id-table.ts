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

interface Table {
  ids: Uint32Array;
  /** Slots, by the hash of their id. */
  places: Int32Array;
  used: number;
  /** Used, or once used and not emptied since. */
  filled: number;
  wanted: Uint32Array;
}

export function createIdTable(): IdTable {
  const table: Table = {
    ids: new Uint32Array(WORDS * 1024),
    places: new Int32Array(2048).fill(EMPTY),
    used: 0,
    filled: 0,
    wanted: new Uint32Array(WORDS),
  };
  return {
    find: (id) => {
      const place = placeOf(table, id);
      return place < 0 ? -1 : (table.places[place] ?? -1);
    },
    set: (id, slot) => setSlot(table, id, slot),
    remove: (id) => {
      const place = placeOf(table, id);
      if (place < 0) return;
      table.places[place] = GONE;
      table.used -= 1;
    },
    idAt: (slot) => writeId(table.ids, slot * WORDS),
    compare: (slot, other) => compareIds(table.ids, slot * WORDS, other * WORDS),
    count: () => table.used,
    bytes: () => table.ids.byteLength + table.places.byteLength,
  };
}

/** Where the slot of an id stands; -1 minus the place where it may be put, if it is not there. */
function placeOf({ ids, places, wanted }: Table, id: string): number {
  readId(id, wanted);
  const mask = places.length - 1;
  let at = hashOf(wanted, 0) & mask;
  for (let slot = slotIn(places, at); slot !== EMPTY; slot = slotIn(places, at)) {
    if (slot >= 0 && compareTo(ids, slot * WORDS, wanted)) return at;
    at = (at + 1) & mask;
  }
  return -1 - at;
}

const slotIn = (places: Int32Array, at: number): number => places[at] ?? EMPTY;

function compareTo(ids: Uint32Array, at: number, wanted: Uint32Array): boolean {
  for (let word = 0; word < WORDS; word += 1) if (ids[at + word] !== wanted[word]) return false;
  return true;
}

function setSlot(table: Table, id: string, slot: number): void {
  if (table.filled + 1 > table.places.length * MOST_FILLED) rehash(table);
  if ((slot + 1) * WORDS > table.ids.length) table.ids = enlarged(table.ids, (slot + 1) * WORDS);
  const place = placeOf(table, id);
  table.ids.set(table.wanted, slot * WORDS);
  table.places[place < 0 ? -1 - place : place] = slot;
  if (place >= 0) return;
  table.used += 1;
  table.filled += 1;
}

function rehash(table: Table): void {
  const slots = table.places.filter((slot) => slot >= 0);
  const isCrowded = slots.length * 2 > table.places.length * MOST_FILLED;
  const places = new Int32Array(isCrowded ? table.places.length * 2 : table.places.length).fill(EMPTY);
  for (const slot of slots) {
    let at = hashOf(table.ids, slot * WORDS) & (places.length - 1);
    while (places[at] !== EMPTY) at = (at + 1) & (places.length - 1);
    places[at] = slot;
  }
  table.places = places;
  table.filled = slots.length;
}

const FACTORS = [0x9e37_79b1, 0x85eb_ca6b, 0xc2b2_ae35, 0x27d4_eb2f] as const;

function hashOf(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let word = 0; word < WORDS; word += 1) hash ^= Math.imul(words[at + word] ?? 0, FACTORS[word] ?? 1);
  return hash >>> 7;
}

function compareIds(ids: Uint32Array, one: number, other: number): number {
  for (let word = 0; word < WORDS; word += 1) {
    const difference = (ids[one + word] ?? 0) - (ids[other + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

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

function enlarged(array: Uint32Array, least: number): Uint32Array {
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
