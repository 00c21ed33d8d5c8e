import { hashText } from '../duplicates/fold.ts';

const FIRST_SLOTS = 1024;
/** Open addressing slows down when more than this share of the slots is taken. */
const FULLEST = 0.6;

/** A second hash of the same text, independent of `hashText`: together more than a hundred bits. */
const checkText = (text: string) => hashText(`\u0001${text}`) | 0;

interface Entries {
  hashes: Float64Array;
  checks: Int32Array;
  /** One more than the first number under the key; 0 marks a free slot. */
  heads: Int32Array;
}

const emptyEntries = (slots: number): Entries => ({
  hashes: new Float64Array(slots),
  checks: new Int32Array(slots),
  heads: new Int32Array(slots),
});

/** Numbers by text; 30 bytes or so for each, where a map of strings takes two hundred. The texts themselves are not kept. */
export class CompactIndex {
  #entries = emptyEntries(FIRST_SLOTS);
  #size = 0;
  #numbers: number[] = [];
  #next: number[] = [];

  /** First added first. */
  of(text: string): number[] {
    const found: number[] = [];
    const slot = this.#slotOf(hashText(text), checkText(text));
    for (let at = (this.#entries.heads[slot] ?? 0) - 1; at >= 0; at = this.#next[at] ?? -1)
      found.push(this.#numbers[at] ?? 0);
    return found;
  }

  has(text: string): boolean {
    return this.#entries.heads[this.#slotOf(hashText(text), checkText(text))] !== 0;
  }

  add(text: string, number = 0): void {
    if (this.#size > this.#entries.heads.length * FULLEST) this.#grow();
    const [hash, check] = [hashText(text), checkText(text)];
    const slot = this.#slotOf(hash, check);
    const head = this.#entries.heads[slot] ?? 0;
    const at = this.#numbers.push(number) - 1;
    this.#next.push(-1);
    if (head > 0) this.#next[this.#lastFrom(head - 1)] = at;
    else {
      this.#put(slot, hash, check, at + 1);
      this.#size += 1;
    }
  }

  #lastFrom(first: number): number {
    let at = first;
    for (let next = this.#next[at] ?? -1; next >= 0; next = this.#next[at] ?? -1) at = next;
    return at;
  }

  #slotOf(hash: number, check: number): number {
    const { hashes, checks, heads } = this.#entries;
    let slot = hash % heads.length;
    while (heads[slot] !== 0 && (hashes[slot] !== hash || checks[slot] !== check)) slot = (slot + 1) % heads.length;
    return slot;
  }

  #put(slot: number, hash: number, check: number, head: number) {
    this.#entries.hashes[slot] = hash;
    this.#entries.checks[slot] = check;
    this.#entries.heads[slot] = head;
  }

  #grow() {
    const { hashes, checks, heads } = this.#entries;
    this.#entries = emptyEntries(heads.length * 2);
    for (const [at, head] of heads.entries()) {
      if (head === 0) continue;
      const [hash, check] = [hashes[at] ?? 0, checks[at] ?? 0];
      this.#put(this.#slotOf(hash, check), hash, check, head);
    }
  }
}

/** Which texts were added, in some fifteen bytes each: by a hash of 53 bits alone, so it serves where one mistake in a billion is none. */
export class CompactSet {
  #marks = new Float64Array(FIRST_SLOTS);
  #size = 0;

  has(text: string): boolean {
    return this.#marks[this.#slotOf(markOf(text))] !== 0;
  }

  add(text: string): void {
    if (this.#size > this.#marks.length * FULLEST) this.#grow();
    const mark = markOf(text);
    const slot = this.#slotOf(mark);
    if (this.#marks[slot] === 0) this.#size += 1;
    this.#marks[slot] = mark;
  }

  #slotOf(mark: number): number {
    const marks = this.#marks;
    let slot = mark % marks.length;
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) % marks.length;
    return slot;
  }

  #grow() {
    const before = this.#marks;
    this.#marks = new Float64Array(before.length * 2);
    for (const mark of before) if (mark !== 0) this.#marks[this.#slotOf(mark)] = mark;
  }
}

/** Never 0, which marks a free slot. */
const markOf = (text: string) => hashText(text) || 1;
