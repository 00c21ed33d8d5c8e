import { probabilityOf } from './weights.ts';

/** A weaker pair cannot carry a chain. */
const LEAST_LINK_BITS = -3;
/** A record with more partners than this is a shared mailbox rather than a person: no chain goes through it. */
const MOST_PARTNERS = 40;

export interface Link {
  a: number;
  b: number;
  /** log2 of the odds that both are one person, from their own fields. */
  bits: number;
}

/** Two records that a third one may join. */
interface Chain {
  a: number;
  b: number;
  /** The two links through the common record, in bits; both at least `LEAST_LINK_BITS`. */
  linkBits: [number, number];
}

/**
 * Pairs with a common partner. Two records can be one person although they share too little to be found by
 * themselves: an old address in the one, a new name in the other, a third record that has both.
 */
export function findChains(links: Link[], visit: (chain: Chain) => void): void {
  for (const partners of partnersOf(links).values()) {
    if (partners.length < 2 || partners.length > MOST_PARTNERS) continue;
    for (const [at, one] of partners.entries()) {
      for (const other of partners.slice(at + 1)) {
        const [a, b] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
        visit({ a, b, linkBits: [one.bits, other.bits] });
      }
    }
  }
}

interface Partner {
  row: number;
  bits: number;
}

function partnersOf(links: Link[]): Map<number, Partner[]> {
  const partners = new Map<number, Partner[]>();
  const add = (row: number, partner: Partner) => {
    const known = partners.get(row);
    if (known) known.push(partner);
    else partners.set(row, [partner]);
  };
  for (const { a, b, bits } of links) {
    if (bits < LEAST_LINK_BITS) continue;
    add(a, { row: b, bits });
    add(b, { row: a, bits });
  }
  return partners;
}

/**
 * How much a common record adds. Five stories are weighed against each other: all three are one person, one of the
 * three pairs is, none is. Agreement of the two ends was already counted on the way, so only their disagreement counts.
 * @param directBits odds of the two ends from their own fields, prior included
 * @param evidenceBits the same without the prior
 * @returns bits to add, 0 or more
 */
export function chainBits(directBits: number, evidenceBits: number, [oneBits, otherBits]: [number, number]): number {
  const allThree = 2 ** Math.min(oneBits + otherBits + Math.min(0, evidenceBits), 400);
  const direct = 2 ** Math.min(directBits, 400);
  const against = 1 + 2 ** Math.min(oneBits, 400) + 2 ** Math.min(otherBits, 400);
  const withChain = Math.log2((allThree + direct) / against);
  return Math.max(0, withChain - directBits);
}

/** Whether a chain could lift a pair into the review queue at all. */
export function isWorthFollowing({ linkBits: [oneBits, otherBits] }: Chain, leastProbability: number): boolean {
  return probabilityOf(oneBits) * probabilityOf(otherBits) >= leastProbability;
}
