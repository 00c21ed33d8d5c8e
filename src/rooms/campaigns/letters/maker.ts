import type { LetterInStretches, MadeLetter, ReaderFacts, Stretch } from '../sending/letters.ts';
import type { LetterLanguage } from '../types.ts';
import type { PageParts } from './look/page.ts';
import type { Passage, TextParts } from './plain/text-parts.ts';
import { passageText } from './plain/text-parts.ts';
import { escapeHtml, oneLine } from './words/clean.ts';
import type { Piece } from './words/pieces.ts';
import { valueOf } from './words/values.ts';

/** A block as the maker knows it. */
export interface MakerBlock {
  id: string;
  /** Its place among the rules; undefined: everybody sees it. */
  bit: number | undefined;
  /** Whether a letter with only this in it says something. */
  speaks: boolean;
}

/** A letter in one language and form, rendered. */
export interface Variant {
  language: LetterLanguage;
  subject: readonly Piece[];
  blocks: readonly MakerBlock[];
  page: PageParts;
  text: TextParts;
  onlyWithOwnBlock: boolean;
}

/** Bytes that are the same for everybody, and words that are found for each. */
type Part = Buffer | ((reader: ReaderFacts) => string);

interface Plan {
  html: readonly Part[];
  text: readonly Part[];
}

const LONGEST_SUBJECT = 250;
/** Readers with the same rules share a plan; so many different ones are kept. */
const MOST_PLANS = 512;

/** Which of the blocks a reader sees; none when they get no letter. */
export function seenBlocks(
  { blocks, onlyWithOwnBlock }: Pick<Variant, 'blocks' | 'onlyWithOwnBlock'>,
  visible: bigint,
) {
  const seen = blocks.map(({ bit }) => bit === undefined || ((visible >> BigInt(bit)) & 1n) === 1n);
  const hasOwn = blocks.some(({ bit }, i) => bit !== undefined && seen[i]);
  const hasRules = blocks.some(({ bit }) => bit !== undefined);
  const speaks = blocks.some((block, i) => block.speaks && seen[i]);
  return speaks && (hasOwn || !hasRules || !onlyWithOwnBlock) ? seen : [];
}

export interface Maker {
  make: (reader: ReaderFacts) => MadeLetter | undefined;
  stretches: (reader: ReaderFacts) => LetterInStretches | undefined;
}

/** Joins a reader's own words with the bytes that were made before; nothing is rendered any more. */
export function makerOf(variant: Variant): Maker {
  const plans = new Map<bigint, Plan | undefined>();
  const whole = wholePlan(variant);
  const planFor = (visible: bigint): Plan | undefined => {
    if (plans.has(visible)) return plans.get(visible);
    if (plans.size >= MOST_PLANS) plans.clear();
    const plan = planOf(whole, seenBlocks(variant, visible));
    plans.set(visible, plan);
    return plan;
  };
  const stretches = (reader: ReaderFacts): LetterInStretches | undefined => {
    const plan = planFor(reader.visible);
    if (!plan) return undefined;
    const said = (part: Part): Stretch => (typeof part === 'function' ? part(reader) : part);
    return {
      language: variant.language,
      subject: subjectFor(variant, reader),
      html: plan.html.map(said),
      text: plan.text.map(said),
    };
  };
  return {
    stretches,
    make: (reader) => {
      const made = stretches(reader);
      return made && { ...made, html: joined(made.html), text: joined(made.text) };
    },
  };
}

export const subjectFor = ({ subject, language }: Pick<Variant, 'subject' | 'language'>, reader: ReaderFacts): string =>
  oneLine(subject.map((piece) => valueOf(piece, reader, language)).join(''))
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .toWellFormed();

interface WholePlan {
  html: Framed;
  text: Framed;
}

interface Framed {
  head: readonly Part[];
  blocks: readonly (readonly Part[])[];
  tail: readonly Part[];
}

/** The bytes of a block are the same object in all plans: who puts them into wire form does so once. */
function wholePlan({ language, page, text }: Variant): WholePlan {
  const html = (pieces: readonly Piece[]) => merged(pieces.map((piece) => htmlPart(piece, language)));
  const plain = (passages: readonly Passage[]) => merged(passages.map((passage) => textPart(passage, language)));
  return {
    html: { head: html(page.head), blocks: page.blocks.map(html), tail: html(page.tail) },
    text: { head: plain(text.head), blocks: text.blocks.map(plain), tail: plain(text.tail) },
  };
}

function planOf({ html, text }: WholePlan, seen: readonly boolean[]): Plan | undefined {
  if (seen.length === 0) return undefined;
  const only = ({ head, blocks, tail }: Framed) => [...head, ...blocks.filter((_, i) => seen[i]).flat(), ...tail];
  return { html: only(html), text: only(text) };
}

type Loose = string | ((reader: ReaderFacts) => string);

const htmlPart = (piece: Piece, language: LetterLanguage): Loose =>
  piece.kind === 'static' ? piece.words : (reader) => escapeHtml(oneLine(valueOf(piece, reader, language)));

function textPart(passage: Passage, language: LetterLanguage): Loose {
  if (passage.pieces.every(({ kind }) => kind === 'static'))
    return passageText(passage, (piece) => (piece.kind === 'static' ? piece.words : ''));
  return (reader) => passageText(passage, (piece) => valueOf(piece, reader, language));
}

function merged(parts: readonly Loose[]): Part[] {
  const out: Part[] = [];
  let words = '';
  const settle = () => {
    if (words !== '') out.push(Buffer.from(words));
    words = '';
  };
  for (const part of parts)
    if (typeof part === 'string') words += part;
    else {
      settle();
      out.push(part);
    }
  settle();
  return out;
}

function joined(parts: readonly Stretch[]): Buffer {
  const bytes = parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? Buffer.byteLength(part) : part.length),
    0,
  );
  const whole = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (const part of parts) at += typeof part === 'string' ? whole.write(part, at) : part.copy(whole, at);
  return whole;
}
