import type { Passage } from '../people/documents.ts';
import { ignoredParts } from '../recognition/ignored.ts';
import { sentenceFinder } from '../recognition/sentences.ts';
import { stanceOf } from '../recognition/stance.ts';
import type { Recogniser, Stance } from '../recognition/types.ts';
import type { Token } from '../text/tokens.ts';
import { tokenise } from '../text/tokens.ts';
import type { Proof } from './types.ts';

const WISHES: ReadonlySet<Passage['source']> = new Set(['application', 'wishes']);

/** Where folded words stand one after the other, letter by letter: for wishes that the directory lacks. The best stance wins. */
export function literalWords(passages: readonly Passage[], text: string): { stance: Stance; proof: Proof } | undefined {
  const wanted = text.split(' ').filter(Boolean);
  if (wanted.length === 0) return undefined;
  const found = passages.flatMap((passage) => inPassage(passage, wanted) ?? []);
  return found.find(({ stance }) => stance === 'shown') ?? found.find(({ stance }) => stance === 'denied') ?? found[0];
}

function inPassage(passage: Passage, wanted: readonly string[]): { stance: Stance; proof: Proof } | undefined {
  const tokens = tokenise(passage.text);
  const first = tokens.findIndex((_, at) => wanted.every((word, step) => tokens[at + step]?.word === word));
  const [start, end] = [tokens[first], tokens[first + wanted.length - 1]];
  if (!start || !end || ignoredParts(passage.text).some((part) => start.start < part.end && end.end > part.start))
    return undefined;
  const sentence = sentenceFinder(passage.text)(start.start, end.end);
  const place = {
    text: passage.text,
    tokens,
    first,
    last: first + wanted.length - 1,
    from: sentence.start,
    to: sentence.end,
  };
  const stance = WISHES.has(passage.source) ? 'interest' : stanceOf(place);
  return { stance, proof: proofBetween(passage, sentence.shown, start, end) };
}

export function proofOfStemIn(passages: readonly Passage[], { lexicon }: Recogniser, stem: number): Proof | undefined {
  for (const passage of passages) {
    if (WISHES.has(passage.source)) continue;
    const token = tokenise(passage.text).find(({ word }) => lexicon.read(word).stems.includes(stem));
    if (token) return proofBetween(passage, sentenceFinder(passage.text)(token.start, token.end).shown, token, token);
  }
  return undefined;
}

function proofBetween(
  { text, source, sourceId, on }: Passage,
  shown: { start: number; end: number },
  first: Token,
  last: Token,
): Proof {
  return {
    sentence: text.slice(shown.start, shown.end),
    spanFrom: first.start - shown.start,
    spanTo: last.end - shown.start,
    source,
    sourceId,
    on,
  };
}
