import type { Evidence } from '../schema-matches.ts';

type Span = Pick<Evidence, 'spanFrom' | 'spanTo'>;

/** The same sentence of the same source stands once, with all its marks. */
export function sameSentences(evidence: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const key = `${one.source} ${one.sourceId} ${one.sentence}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** A sentence cut at its marks; marks that overlap become one. */
export function markedParts(sentence: string, spans: readonly Span[]): { text: string; isMarked: boolean }[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { spanFrom, spanTo } of spans.toSorted((a, b) => a.spanFrom - b.spanFrom)) {
    const from = Math.max(at, spanFrom);
    if (spanTo <= from) continue;
    if (from > at) parts.push({ text: sentence.slice(at, from), isMarked: false });
    parts.push({ text: sentence.slice(from, spanTo), isMarked: true });
    at = spanTo;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), isMarked: false });
  return parts;
}
