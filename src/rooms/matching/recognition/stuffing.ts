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
  const parts: Ignored[] = [];
  for (let at = 0; at < found.length;) {
    const { from, to } = found[at] ?? { from: 0, to: 0 };
    const counts = new Map<number, number>();
    let most = 0;
    for (; found[at]?.from === from; at += 1) {
      const concept = found[at]?.finding.concept ?? 0;
      const count = (counts.get(concept) ?? 0) + 1;
      counts.set(concept, count);
      most = Math.max(most, count);
    }
    if (most >= MOST_REPEATS || counts.size > MOST_IN_SENTENCE) parts.push({ start: from, end: to, why: 'stuffing' });
  }
  return parts;
}
