import type { Finding, Ignored } from './types.ts';

/** The same word so often in one sentence is no sentence. */
const MOST_REPEATS = 6;
/** A list of tools has 30 things, no more. */
const MOST_IN_SENTENCE = 50;
/** A whole paper that names so many different things, and little else, is a copy of a dictionary. */
const MOST_IN_DENSE_TEXT = 120;
const DENSE = 0.3;

interface Placed {
  finding: Finding;
  /** The whole sentence, as places in the text. */
  from: number;
  to: number;
}

/** Words piled up to be found: such sentences do not count (AI-11). Repeats within reason count once anyway. */
export function stuffedParts(found: readonly Placed[], wordCount: number, textLength: number): Ignored[] {
  const distinct = new Set(found.map(({ finding }) => finding.concept)).size;
  if (distinct > MOST_IN_DENSE_TEXT && found.length > DENSE * wordCount)
    return [{ start: 0, end: textLength, why: 'stuffing' }];
  const sentences = Map.groupBy(found, ({ from }) => from);
  return [...sentences.values()]
    .filter((placed) => placed.length >= MOST_REPEATS && isStuffed(placed))
    .flatMap(([first]) => {
      return first ? [{ start: first.from, end: first.to, why: 'stuffing' as const }] : [];
    });
}

function isStuffed(placed: readonly Placed[]): boolean {
  const concepts = Map.groupBy(placed, ({ finding }) => finding.concept);
  return concepts.size > MOST_IN_SENTENCE || [...concepts.values()].some(({ length }) => length >= MOST_REPEATS);
}
