/** For a stem of one language the stems of another that it is probably translated as, best first. */
export type Translations = ReadonlyMap<string, readonly { stem: string; probability: number }[]>;

/** Two texts of the same meaning, as the stems they hold. */
export interface TextPair {
  from: readonly string[];
  to: readonly string[];
}

const ROUNDS = 4;
const MOST_TRANSLATIONS = 4;
const LEAST_PROBABILITY = 0.08;
/** Stands for words of the translation that nothing in the original explains. */
const NOTHING = 0;

interface Counts {
  /** For each pair of texts, for each word of the translation, one link per word of the original. */
  links: Int32Array;
  widths: Uint16Array;
  origin: Int32Array;
  target: Int32Array;
  origins: number;
}

/**
 * Learns from the labels of a bilingual directory which words translate which, by expectation maximisation.
 * @source Brown et al.: The Mathematics of Statistical Machine Translation (1993), model 1
 */
export function learnTranslations(pairs: readonly TextPair[]): Translations {
  const fromNumbers = new Map<string, number>([['', NOTHING]]);
  const toNumbers = new Map<string, number>();
  const counts = count(pairs, fromNumbers, toNumbers);
  const probabilities = maximise(counts);
  return collect(counts, probabilities, [...fromNumbers.keys()], [...toNumbers.keys()]);
}

function numberIn(numbers: Map<string, number>, word: string): number {
  const before = numbers.get(word);
  if (before !== undefined) return before;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

const MOST_TARGETS = 2 ** 26;

function count(pairs: readonly TextPair[], from: Map<string, number>, to: Map<string, number>): Counts {
  const slots = new Map<number, number>();
  const links: number[] = [];
  const widths: number[] = [];
  const origin: number[] = [];
  const target: number[] = [];
  for (const pair of pairs) {
    const origins = [NOTHING, ...new Set(pair.from.map((word) => numberIn(from, word)))];
    for (const word of new Set(pair.to)) {
      const end = numberIn(to, word);
      widths.push(origins.length);
      for (const start of origins) {
        const key = start * MOST_TARGETS + end;
        let slot = slots.get(key);
        if (slot === undefined) {
          slot = slots.size;
          slots.set(key, slot);
          origin.push(start);
          target.push(end);
        }
        links.push(slot);
      }
    }
  }
  return {
    links: Int32Array.from(links),
    widths: Uint16Array.from(widths),
    origin: Int32Array.from(origin),
    target: Int32Array.from(target),
    origins: from.size,
  };
}

function maximise(counts: Counts): Float64Array {
  let probabilities: Float64Array = new Float64Array(counts.origin.length).fill(1);
  for (let round = 0; round < ROUNDS; round += 1) probabilities = normalised(counts, expected(counts, probabilities));
  return probabilities;
}

/** How often each word stands for each other one, as far as the last round can tell. */
function expected({ links, widths, origin }: Counts, probabilities: Float64Array): Float64Array {
  const found = new Float64Array(origin.length);
  let start = 0;
  for (const width of widths) {
    const slots = links.subarray(start, start + width);
    start += width;
    let sum = 0;
    for (const slot of slots) sum += at(probabilities, slot);
    if (sum === 0) continue;
    for (const slot of slots) found[slot] = at(found, slot) + at(probabilities, slot) / sum;
  }
  return found;
}

function normalised({ origin, origins }: Counts, found: Float64Array): Float64Array {
  const totals = new Float64Array(origins);
  for (const [slot, start] of origin.entries()) totals[start] = at(totals, start) + at(found, slot);
  return found.map((value, slot) => value / (at(totals, at(origin, slot)) || 1));
}

const at = (values: ArrayLike<number>, place: number): number => values[place] ?? 0;

function collect(
  { origin, target }: Counts,
  probabilities: Float64Array,
  fromWords: readonly string[],
  toWords: readonly string[],
): Translations {
  const found = new Map<string, { stem: string; probability: number }[]>();
  for (const [slot, probability] of probabilities.entries()) {
    const word = fromWords[at(origin, slot)];
    const stem = toWords[at(target, slot)];
    if (probability < LEAST_PROBABILITY || !word || !stem) continue;
    const list = found.get(word);
    if (list) list.push({ stem, probability });
    else found.set(word, [{ stem, probability }]);
  }
  return new Map(Array.from(found, ([word, list]) => [word, best(list)]));
}

const best = (list: readonly { stem: string; probability: number }[]) =>
  list.toSorted((a, b) => b.probability - a.probability || (a.stem < b.stem ? -1 : 1)).slice(0, MOST_TRANSLATIONS);
