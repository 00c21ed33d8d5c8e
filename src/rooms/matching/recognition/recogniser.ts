import type { Directory } from '../directory/types.ts';
import { CONCEPT_KINDS } from '../directory/types.ts';
import { tokenise } from '../text/tokens.ts';
import { isMeant } from './context.ts';
import type { Hit, TextReading } from './hits.ts';
import { findHits } from './hits.ts';
import { ignoredParts, withoutOverlaps } from './ignored.ts';
import { labelBook } from './label-book.ts';
import { languageLevel } from './language-level.ts';
import type { LanguageNames } from './language-names.ts';
import { languageNames } from './language-names.ts';
import { createLexicon } from './lexicon.ts';
import { wishedParts } from './sections.ts';
import type { Sentence, Span } from './sentences.ts';
import { sentenceFinder } from './sentences.ts';
import { stanceOf } from './stance.ts';
import { stuffedParts } from './stuffing.ts';
import type { Finding, FindingKind, Ignored, Reading, ReadOptions, Recogniser } from './types.ts';

/** A paper of 150 pages; what comes after it is not read, and the reading says so. */
export const LONGEST_TEXT = 400_000;

/** Takes about a second for our own directory and three for ESCO; serves for the life of the process. */
export function buildRecogniser(directory: Directory): Recogniser {
  const lexicon = createLexicon(directory);
  const names = languageNames(directory);
  const kinds = kindsOf(directory, names);
  const read = (text: string, options: ReadOptions = {}) => readText({ lexicon, kinds }, text, options);
  return {
    directory,
    directoryVersion: directory.provenances
      .map(({ source, version }) => `${source}-${version}`)
      .sort()
      .join('+'),
    lexicon,
    read,
    recognise: (text, options) => read(text, options).findings,
    stemCount: lexicon.vocabulary.count,
    wordOfStem: lexicon.vocabulary.wordOf,
    rarityOfStem: lexicon.vocabulary.rarityOf,
    ...labelBook(directory, kinds, (text) => read(text, { as: 'title' })),
    kindOf: (concept) => kinds[concept] ?? 'skill',
    languageConcept: (code) => names.conceptOf.get(code.toLowerCase()),
  };
}

function kindsOf({ concepts }: Directory, names: LanguageNames): FindingKind[] {
  return Array.from({ length: concepts.count }, (_, concept) => {
    if (concepts.natures[concept] === 'language' || names.codeOf.has(concept)) return 'language';
    return CONCEPT_KINDS[concepts.kinds[concept] ?? 0] === 'occupation' ? 'occupation' : 'skill';
  });
}

interface Reader {
  lexicon: Recogniser['lexicon'];
  kinds: readonly FindingKind[];
}

interface Placed {
  finding: Finding;
  from: number;
  to: number;
}

function readText(reader: Reader, written: string, { as = 'text' }: ReadOptions): Reading {
  const isCut = written.length > LONGEST_TEXT;
  const text = isCut ? written.slice(0, LONGEST_TEXT) : written;
  const tokens = tokenise(text);
  const reading = { lexicon: reader.lexicon, text, tokens, parts: tokens.map(({ word }) => reader.lexicon.read(word)) };
  const early = ignoredParts(text);
  const found = findings(reader, reading, as).filter(({ finding }) => !isWithin(early, finding));
  const ignored = withoutOverlaps([...early, ...stuffedParts(found, tokens.length, text.length)]);
  return {
    findings: found.flatMap(({ finding }) => (isWithin(ignored, finding) ? [] : [finding])),
    ignored,
    stems: stemsOf(reading, ignored),
    isCut,
  };
}

function findings({ kinds }: Reader, reading: TextReading, as: NonNullable<ReadOptions['as']>): Placed[] {
  const { text } = reading;
  const hits = findHits(reading);
  const sentenceAt = sentenceFinder(text);
  const wished = wishedParts(text);
  return hits.flatMap((hit, at) => {
    const sentence = sentenceAt(reading.tokens[hit.first]?.start ?? 0, reading.tokens[hit.last]?.end ?? 0);
    const kind = kinds[hit.entry.concept] ?? 'skill';
    if (as === 'text' && kind === 'occupation' && isVerb(reading, hit)) return [];
    if (kind === 'language' && ORIGIN.test(text.slice(sentence.start, sentence.end))) return [];
    const finding = toFinding(reading, hit, sentence, kind);
    if (!isMeant(reading, hits, { hit, at, sentence, stance: finding.stance, isTitle: as === 'title' })) return [];
    if (finding.stance === 'shown' && isWithin(wished, finding)) finding.stance = 'interest';
    return [{ finding, from: sentence.start, to: sentence.end }];
  });
}

/** "Ich programmiere": German nouns begin with a capital, and an occupation of one word is a noun. */
function isVerb({ text, tokens }: TextReading, { entry, first, last }: Hit): boolean {
  const letter = text.charAt(tokens[first]?.start ?? 0);
  return entry.language === 'de' && first === last && letter === letter.toLowerCase();
}

function toFinding(
  { lexicon, text, tokens }: TextReading,
  { entry, first, last }: Hit,
  sentence: Sentence,
  kind: FindingKind,
): Finding {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const { shown } = sentence;
  const words = text.slice(shown.start, shown.end);
  const [spanFrom, spanTo] = [start - shown.start, end - shown.start];
  return {
    concept: entry.concept,
    conceptId: lexicon.directory.concepts.ids[entry.concept] ?? '',
    kind,
    label: entry.text,
    stance: stanceOf({ text, tokens, first, last, from: sentence.start, to: sentence.end }),
    level: kind === 'language' ? languageLevel(words, spanFrom, spanTo) : null,
    sentence: words,
    spanFrom,
    spanTo,
    start,
    end,
  };
}

/** "Staatsangehörigkeit: türkisch" names no language, and where somebody comes from never counts (AI-5). */
const ORIGIN =
  /staatsangeh|staatsbürger|nationalit|herkunft|citizen|\borigin\b|geboren|\bborn\b|geburtsort|birthplace|heimat/iu;

const isWithin = (parts: readonly (Span | Ignored)[], { start, end }: Span) =>
  parts.length > 0 && parts.some((part) => start < part.end && end > part.start);

function stemsOf({ tokens, parts }: TextReading, ignored: readonly Ignored[]): number[] {
  const seen = new Set<number>();
  for (let at = 0; at < parts.length; at += 1) {
    const stems = parts[at]?.stems;
    const token = tokens[at];
    if (!stems || stems.length === 0 || !token || isWithin(ignored, token)) continue;
    for (const stem of stems) seen.add(stem);
  }
  return [...seen];
}
