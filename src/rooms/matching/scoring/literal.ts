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

/** Where each stem stands first. The texts are gone through once, and only when somebody asks. */
export function stemProofs(passages: readonly Passage[], recogniser: Recogniser): (stem: number) => Proof | undefined {
  let places: Map<number, { passage: Passage; token: Token }> | undefined;
  return (stem) => {
    places ??= firstPlaces(passages, recogniser);
    const place = places.get(stem);
    if (!place) return undefined;
    const { passage, token } = place;
    return proofBetween(passage, sentenceFinder(passage.text)(token.start, token.end).shown, token, token);
  };
}

function firstPlaces(passages: readonly Passage[], { lexicon }: Recogniser) {
  const places = new Map<number, { passage: Passage; token: Token }>();
  for (const passage of passages.filter(({ source }) => !WISHES.has(source)))
    for (const token of tokenise(passage.text))
      for (const stem of lexicon.read(token.word).stems) if (!places.has(stem)) places.set(stem, { passage, token });
  return places;
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
