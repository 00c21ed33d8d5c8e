import { isCraft } from './crafts.ts';
import type { Hit, TextReading } from './hits.ts';
import type { Sentence } from './sentences.ts';
import type { Stance } from './types.ts';

/** Near one of these a name such as "R", "Go" or "Spring" is a tool. */
const TECHNICAL =
  /programm|entwickl|software|script|sprache|develop|coding|language|stack|framework|datenbank|database|backend|frontend|\bIT\b|\bAPI|tools?\b|werkzeug|libraries|bibliothek/iu;
/** Near one of these a word such as "Verkauf" or "Kommunikation" is a skill. */
const WORK =
  /kenntnis|erfahrung|experience|knowledge|skills?\b|fähigkeit|stärke|strength|stark in|strong|jahre|years|verantwort|responsib|gearbeitet|worked|aufgabe|tasks?\b|ausbildung|training|weiterbildung|zertifi|certif|sicher in|proficient|expert|tätig|leitung|led\b|leiten|managed|managing|abteilung|department|bereich|team/iu;
const WITH = new Set(
  'mit with using via in jahre jahren years kenntnisse erfahrung experience knowledge einsatz programmiersprache sprache und and plus fur for of'.split(
    ' ',
  ),
);
const STRONG_WITH = new Set('mit with using via programmiersprache einsatz'.split(' '));
const TOOLS = new Set(['tool', 'software']);
const NEIGHBOURS = 5;
const LIST_GAP = /^[\s,/&+|·•()-]*(?:und|and|oder|or|sowie)?[\s,/&+|·•()-]*$/iu;

export interface Candidate {
  hit: Hit;
  /** Place in the list of hits. */
  at: number;
  sentence: Sentence;
  stance: Stance;
  /** A title, or a field for skills: what stands there is meant. */
  isTitle: boolean;
}

/** Whether enough stands around a hit to take it for what its label says. */
export function isMeant(reading: TextReading, hits: readonly Hit[], candidate: Candidate): boolean {
  const { hit, isTitle } = candidate;
  if (hit.isOtherCase) return isTitle ? hit.entry.text.length > 2 : isListedTool(reading, hits, candidate);
  if (hit.entry.needs === 'nothing' || (isTitle && hit.entry.text.length > 2)) return true;
  return hit.entry.needs === 'work' ? isWork(reading, candidate) : isField(reading, hits, candidate);
}

function isWork({ text, tokens }: TextReading, { hit, sentence: { start, end } }: Candidate): boolean {
  const wordAt = (at: number) => {
    const token = tokens[at];
    return token && token.start >= start && token.end <= end ? token.word : '';
  };
  // "Müller-Bäcker" is a name, "Bäcker-Konditor" is none: both need words of work around them.
  return isCraft({ sentence: text.slice(start, end), before: wordAt(hit.first - 1), after: wordAt(hit.last + 1) });
}

function isField(reading: TextReading, hits: readonly Hit[], candidate: Candidate): boolean {
  const { hit, at, sentence, stance } = candidate;
  // "Kein Java", "learn Rust": only of a skill one says so.
  if (stance !== 'shown' || isYears(reading, hit)) return true;
  const { natures } = reading.lexicon.directory.concepts;
  const isTool = TOOLS.has(natures[hit.entry.concept] ?? '');
  if (speaksOfField(reading, candidate, isTool)) return true;
  return (
    isInList(reading, hits, at) ||
    hasNeighbour(reading, hits, at, sentence) ||
    (!isTool && standsAlone(reading, hit, sentence))
  );
}

function speaksOfField({ text, tokens, lexicon }: TextReading, { hit, sentence }: Candidate, isTool: boolean): boolean {
  const before = tokens[hit.first - 1];
  const isInside = before !== undefined && before.start >= sentence.start;
  if (isInside && (isTool ? STRONG_WITH : WITH).has(before.word)) return true;
  const whole = text.slice(sentence.start, sentence.end);
  return (isTool ? TECHNICAL : WORK).test(whole) || namesContext(lexicon, hit.entry.concept, whole);
}

/** "5 Jahre Java", "3 years of Go". */
function isYears({ tokens }: TextReading, { first }: Hit): boolean {
  const near = [tokens[first - 1]?.word ?? '', tokens[first - 2]?.word ?? ''];
  return near.some((word) => word === 'jahre' || word === 'jahren' || word === 'years');
}

function namesContext(lexicon: TextReading['lexicon'], concept: number, sentence: string): boolean {
  const words = lexicon.directory.concepts.context[concept] ?? [];
  const lower = sentence.toLowerCase();
  return words.some((word) => word !== 'yes' && lower.includes(word.toLowerCase()));
}

function hasNeighbour({ tokens }: TextReading, hits: readonly Hit[], at: number, { start, end }: Sentence): boolean {
  const first = hits[at]?.first ?? 0;
  return [hits[at - 1], hits[at + 1]].some((other) => {
    const token = tokens[other?.first ?? -1];
    if (!other || !token || !isSure(other) || token.start < start || token.end > end) return false;
    return Math.abs(other.first - first) <= NEIGHBOURS;
  });
}

/** A sure label stands beside it with nothing but a comma between, or another unsure one and beside that a sure one. */
function isInList(reading: TextReading, hits: readonly Hit[], at: number): boolean {
  return [-1, 1].some((step) => {
    for (let place = at; hits[place + step]; place += step) {
      if (!areListed(reading, hits[place], hits[place + step])) return false;
      if (isSure(hits[place + step])) return true;
    }
    return false;
  });
}

/** "programming languages: java, go". */
function isListedTool(reading: TextReading, hits: readonly Hit[], { hit, at, sentence }: Candidate): boolean {
  if (isInList(reading, hits, at)) return true;
  const isListed = [hits[at - 1], hits[at + 1]].some((other) => areListed(reading, hit, other));
  return isListed && TECHNICAL.test(reading.text.slice(sentence.start, sentence.end));
}

const isSure = (hit: Hit | undefined) => hit !== undefined && hit.entry.needs === 'nothing' && !hit.isOtherCase;

function areListed({ text, tokens }: TextReading, one: Hit | undefined, other: Hit | undefined): boolean {
  if (!one || !other) return false;
  const [left, right] = one.first < other.first ? [one, other] : [other, one];
  const gap = text.slice(tokens[left.last]?.end, tokens[right.first]?.start);
  return gap.length <= 12 && LIST_GAP.test(gap);
}

function standsAlone({ text, tokens }: TextReading, { first, last }: Hit, { start, end }: Sentence): boolean {
  const before = text.slice(start, tokens[first]?.start);
  const after = text.slice(tokens[last]?.end, end);
  return !/[\p{L}\d]/u.test(before) && !/[\p{L}\d]/u.test(after);
}
