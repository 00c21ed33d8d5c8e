/** Chance that is the same from run to run; every generator gets its own, so that a change in one leaves the others alone. */
export interface Random {
  /** From 0 (included) to 1 (not included). */
  share: () => number;
  /** A whole number; both ends are included. */
  whole: (from: number, to: number) => number;
  happens: (share: number) => boolean;
  oneOf: <T>(list: readonly T[]) => T;
  /** Prefers the beginning of a list, as names and places are distributed. */
  oftenEarly: <T>(list: readonly T[]) => T;
  /** Follows the weights, which need not add up to anything. */
  weighted: <T extends string>(weights: Record<T, number>) => T;
  /** `count` different elements in the order of the list; all of them when there are not so many. */
  several: <T>(list: readonly T[], count: number) => T[];
}

const GOLDEN = 0x9e3779b9;
const TWO_TO_32 = 4_294_967_296;

/** A Weyl sequence whose every step is mixed by two rounds of multiply and shift. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  function share(): number {
    state = (state + GOLDEN) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / TWO_TO_32;
  }
  return { share, ...drawsBy(share) };
}

function drawsBy(share: () => number): Omit<Random, 'share'> {
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1));
  const at = <T>(list: readonly T[], index: number): T => {
    const found = list[index];
    if (found === undefined) throw new Error('Nothing can be drawn from an empty list.');
    return found;
  };
  return {
    whole,
    happens: (chance) => share() < chance,
    oneOf: (list) => at(list, Math.floor(share() * list.length)),
    oftenEarly: (list) => at(list, Math.floor(share() ** 1.7 * list.length)),
    weighted: (weights) => drawWeighted(weights, share()),
    several: (list, count) => drawSeveral(list, count, share),
  };
}

function drawWeighted<T extends string>(weights: Record<T, number>, share: number): T {
  const entries = Object.entries(weights) as [T, number][];
  let rest = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    rest -= weight;
    if (rest < 0) return name;
  }
  throw new Error('Nothing can be drawn without weights.');
}

/** Selection sampling: each element is taken with the chance that fills the count exactly. */
function drawSeveral<T>(list: readonly T[], count: number, share: () => number): T[] {
  let wanted = Math.min(count, list.length);
  return list.filter((_, index) => {
    const isTaken = share() * (list.length - index) < wanted;
    if (isTaken) wanted -= 1;
    return isTaken;
  });
}
