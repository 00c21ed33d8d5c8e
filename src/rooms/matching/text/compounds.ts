/** Letters that German puts between the parts of a compound: "Arbeit-s-zeit", "Blume-n-laden", "Kind-er-garten". */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'] as const;
export const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 2 * SHORTEST_PART;
const LONGEST_COMPOUND = 60;
const MOST_PARTS = 6;

export type Splitter = (word: string) => readonly string[];

/**
 * Splits folded German compounds into the words of a vocabulary: the first part is the longest that lets the rest be split too.
 * Parts are split again as far as the vocabulary goes. A word that cannot be split whole has no parts.
 * @param vocabulary folded words that may be parts
 */
export function createSplitter(vocabulary: ReadonlySet<string>): Splitter {
  const known = new Map<string, readonly string[]>();
  const split = (word: string): readonly string[] => {
    const before = known.get(word);
    if (before) return before;
    const parts = divide(word, vocabulary, MOST_PARTS) ?? [];
    const fine = parts.flatMap((part) => [...atLeast(split(part), part)]);
    remember(known, word, fine);
    return fine;
  };
  return split;
}

const MOST_REMEMBERED = 200_000;

/** Endless text must not fill the memory: a full memory is emptied, the frequent words come back at once. */
function remember(known: Map<string, readonly string[]>, word: string, parts: readonly string[]): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(word, parts);
}

const atLeast = (parts: readonly string[], whole: string) => (parts.length > 0 ? parts : [whole]);

function divide(word: string, vocabulary: ReadonlySet<string>, parts: number): string[] | undefined {
  if (parts < 2 || word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND) return undefined;
  for (let end = word.length - SHORTEST_PART; end >= SHORTEST_PART; end -= 1) {
    const part = word.slice(0, end);
    if (!vocabulary.has(part)) continue;
    const rest = afterLink(word.slice(end), vocabulary, parts);
    if (rest) return [part, ...rest];
  }
  return undefined;
}

/** What follows a part, without a linking element, as one word of the vocabulary or as further parts. */
function afterLink(rest: string, vocabulary: ReadonlySet<string>, parts: number): string[] | undefined {
  for (const link of LINKS) {
    const next = rest.slice(link.length);
    if (!rest.startsWith(link) || next.length < SHORTEST_PART) continue;
    if (vocabulary.has(next)) return [next];
    const further = divide(next, vocabulary, parts - 1);
    if (further) return further;
  }
  return undefined;
}
