/** For each slot its three best label scores, and the best label itself. */
export interface BestThree {
  first: Float32Array;
  second: Float32Array;
  third: Float32Array;
  label: Int32Array;
}

export function createBestThree(slots: number): BestThree {
  return {
    first: new Float32Array(slots),
    second: new Float32Array(slots),
    third: new Float32Array(slots),
    label: new Int32Array(slots).fill(-1),
  };
}

/** Moves the scores of the labels touched into their slots and leaves the scores empty for the next title. */
export function moveToSlots(
  best: BestThree,
  { scores, touched, slotOfLabel }: { scores: Float32Array; touched: Int32Array; slotOfLabel: Int32Array },
): void {
  for (const label of touched) {
    const score = scores[label] ?? 0;
    scores[label] = 0;
    take(best, slotOfLabel[label] ?? 0, score, label);
  }
}

function take(best: BestThree, slot: number, score: number, label: number): void {
  const { first, second, third } = best;
  const [one = 0, two = 0, three = 0] = [first[slot], second[slot], third[slot]];
  if (score > one) {
    [first[slot], second[slot], third[slot]] = [score, one, two];
    best.label[slot] = label;
  } else if (score > two) {
    [second[slot], third[slot]] = [score, two];
  } else if (score > three) third[slot] = score;
}

export function clear({ first, second, third, label }: BestThree): void {
  first.fill(0);
  second.fill(0);
  third.fill(0);
  label.fill(-1);
}
