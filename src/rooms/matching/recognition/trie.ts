/** Sequences of numbers and what they stand for, walked one number at a time. Node 0 is the root, -1 leads nowhere. */
export interface Trie {
  next: (node: number, atom: number) => number;
  /** Place in the list of entries that end at a node, -1 for none. */
  entryAt: (node: number) => number;
}

const NOWHERE = -1;
const ROOT = 0;
/** Slots per edge of the table: half empty, so that a look-up takes one or two steps. */
const SPACE = 2;

/** @param sequences the sequence at place n stands for entry n; of equal sequences the first one stays */
export function createTrie(sequences: readonly (readonly number[])[]): Trie {
  const edges = sequences.reduce((sum, sequence) => sum + sequence.length, 1);
  const size = 2 ** Math.ceil(Math.log2(edges * SPACE + 2));
  const nodes = new Int32Array(size).fill(NOWHERE);
  const atoms = new Int32Array(size);
  const targets = new Int32Array(size);
  const entries = new Int32Array(edges + 1).fill(NOWHERE);
  let count = 1;
  const place = (node: number, atom: number) => {
    let at = (Math.imul(node, 0x9e37_79b1) ^ Math.imul(atom, 0x85eb_ca6b)) & (size - 1);
    while (nodes[at] !== NOWHERE && (nodes[at] !== node || atoms[at] !== atom)) at = (at + 1) & (size - 1);
    return at;
  };
  for (const [entry, sequence] of sequences.entries()) {
    let node = ROOT;
    for (const atom of sequence) {
      const at = place(node, atom);
      if (nodes[at] === NOWHERE) {
        nodes[at] = node;
        atoms[at] = atom;
        targets[at] = count;
        count += 1;
      }
      node = targets[at] ?? ROOT;
    }
    if (node !== ROOT && entries[node] === NOWHERE) entries[node] = entry;
  }
  return {
    next: (node, atom) => {
      if (atom < 0) return NOWHERE;
      const at = place(node, atom);
      return nodes[at] === NOWHERE ? NOWHERE : (targets[at] ?? NOWHERE);
    },
    entryAt: (node) => entries[node] ?? NOWHERE,
  };
}
