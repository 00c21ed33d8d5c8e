import type { Passage, PersonDocuments } from '../people/documents.ts';
import { sentenceFinder } from '../recognition/sentences.ts';
import { foldedTown, namesIn, statedHours, wouldMove } from './stated.ts';
import type { PersonProfile, Proof } from './types.ts';

export type StatedWishes = Pick<
  PersonProfile,
  'town' | 'wishedTowns' | 'wouldMove' | 'hours' | 'availableFrom' | 'wishProofs'
>;

/** Place, hours and start as somebody stated them: only their wishes and fields, never how they worked before. */
export function statedWishes(
  { city, availableFrom }: Pick<PersonDocuments, 'city' | 'availableFrom'>,
  passages: readonly Passage[],
): StatedWishes {
  const wishes = passages.filter(({ source }) => source === 'wishes');
  const [hours] = wishes.flatMap(hoursIn);
  const [first] = wishes;
  return {
    town: townOf(city),
    wishedTowns: [...new Set(wishes.flatMap(({ text }) => namesIn(text)))],
    wouldMove: wishes.some(({ text }) => wouldMove(text)),
    hours: hours?.share ?? null,
    availableFrom: availableFrom?.slice(0, 10) ?? null,
    wishProofs: { hours: hours?.proof ?? null, town: first ? proofAt(first, 0, first.text.length) : null },
  };
}

const townOf = (city: string | null) => (city === null || city.trim() === '' ? null : foldedTown(city));

function hoursIn(passage: Passage) {
  const found = statedHours(passage.text);
  if (!found) return [];
  return [{ share: { from: found.from, to: found.to }, proof: proofAt(passage, found.start, found.end) }];
}

function proofAt({ text, source, sourceId, on }: Passage, start: number, end: number): Proof {
  const { shown } = sentenceFinder(text)(start, Math.min(end, start + 200));
  const sentence = text.slice(shown.start, shown.end);
  return {
    sentence,
    spanFrom: Math.max(0, start - shown.start),
    spanTo: Math.min(sentence.length, end - shown.start),
    source,
    sourceId,
    on,
  };
}
