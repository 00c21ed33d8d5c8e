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
  const reader = { lexicon, kinds, seen: { inText: new Int32Array(lexicon.vocabulary.count), text: 0 } };
  const read = (text: string, options: ReadOptions = {}) => readText(reader, text, options);
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
  seen: Seen;
}

/** In which text, counted from the first, a stem was last met. */
interface Seen {
  inText: Int32Array;
  text: number;
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
    stems: stemsOf(reading, ignored, reader.seen),
    isCut,
  };
}

function findings({ kinds }: Reader, reading: TextReading, as: NonNullable<ReadOptions['as']>): Placed[] {
  const hits = findHits(reading);
  const sentenceAt = sentenceFinder(reading.text);
  const wished = wishedParts(reading.text);
  const isTitle = as === 'title';
  const found: Placed[] = [];
  for (const [at, hit] of hits.entries()) {
    const { start, end } = placeOf(reading, hit);
    const sentence = sentenceAt(start, end);
    const finding = toFinding(reading, hit, sentence, kinds);
    if (isOther(reading, hit, sentence, finding.kind, isTitle)) continue;
    if (!isMeant(reading, hits, { hit, at, sentence, stance: finding.stance, isTitle })) continue;
    if (finding.stance === 'shown' && isWithin(wished, finding)) finding.stance = 'interest';
    found.push({ finding, from: sentence.start, to: sentence.end });
  }
  return found;
}

function placeOf({ tokens }: TextReading, { first, last }: Hit): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** A verb that reads like an occupation, or an origin that reads like a language. */
function isOther(reading: TextReading, hit: Hit, sentence: Span, kind: FindingKind, isTitle: boolean): boolean {
  if (kind === 'language') return ORIGIN.test(reading.text.slice(sentence.start, sentence.end));
  return kind === 'occupation' && !isTitle && isVerb(reading, hit);
}

/** "Ich programmiere": German nouns begin with a capital, and an occupation of one word is a noun. */
function isVerb({ text, tokens }: TextReading, { entry, first, last }: Hit): boolean {
  const letter = text.charAt(tokens[first]?.start ?? 0);
  return entry.language === 'de' && first === last && letter === letter.toLowerCase();
}

function toFinding(reading: TextReading, hit: Hit, sentence: Sentence, kinds: readonly FindingKind[]): Finding {
  const { lexicon, text, tokens } = reading;
  const { entry, first, last } = hit;
  const { start, end } = placeOf(reading, hit);
  const kind = kinds[entry.concept] ?? 'skill';
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

const isWithin = (parts: readonly Span[], { start, end }: Span) =>
  parts.some((part) => start < part.end && end > part.start);

function stemsOf({ tokens, parts }: TextReading, ignored: readonly Ignored[], seen: Seen): number[] {
  seen.text += 1;
  const found: number[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const stems = parts[at]?.stems;
    const token = tokens[at];
    if (!stems || !token || isWithin(ignored, token)) continue;
    for (const stem of stems) if (isNew(seen, stem)) found.push(stem);
  }
  return found;
}

function isNew({ inText, text }: Seen, stem: number): boolean {
  if (inText[stem] === text) return false;
  inText[stem] = text;
  return true;
}
