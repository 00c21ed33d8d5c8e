import { guessLanguage } from '../text/language.ts';
import { words } from '../text/tokens.ts';
import type { Finding, Recogniser, UnderstoodDemand } from './types.ts';

const MUST =
  /zwingend|voraussetzung|vorausgesetzt|erforderlich|notwendig|nötig|\bmuss\b|müssen|must|required|requirement|essential|mandatory|unbedingt|setzen wir voraus|need(?:ed)?\b|brauch/giu;
const NICE =
  /von vorteil|wünschenswert|wünschen|nice to have|nice-to-have|\bplus\b|bonus|ideal(?:erweise|ly)?|preferred|optional|gern gesehen|gerne gesehen|vorteilhaft|desirable|advantage|\bkann\b|schön wäre|would be (?:good|nice|great)|runden/giu;
/** A line that ends in a colon, or is short and has no other words, speaks for the lines below it. */
const HEADING = /^[^\n]{0,60}:\s*$|^[^\n.,;]{0,40}$/u;

/** What the free text of a demand asks for. What is denied ("SAP ist nicht nötig") is not asked for. */
export function understandDemand(text: string, recogniser: Recogniser): UnderstoodDemand {
  const language = readableLanguage(text, recogniser);
  if (!language) return { occupations: [], skills: [], languages: [], language: null };
  const found = firstOfEach(recogniser.recognise(text)).filter(
    ({ stance, end }) => stance !== 'denied' && !isNotNeeded(text, end),
  );
  const named = ({ concept, conceptId, sentence }: Finding) => ({
    concept,
    conceptId,
    label: recogniser.labelOf(concept, language),
    sentence,
  });
  const codes = codesOf(recogniser);
  return {
    occupations: found.filter(({ kind }) => kind === 'occupation').map(named),
    skills: found.filter(({ kind }) => kind === 'skill').map((one) => ({ ...named(one), isMust: isMust(text, one) })),
    languages: found.flatMap(({ kind, concept, level, sentence }) => {
      const code = kind === 'language' ? codes(concept) : undefined;
      return code ? [{ concept, language: code, level, sentence }] : [];
    }),
    language,
  };
}

function firstOfEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<number>();
  return findings.filter(({ concept }) => !seen.has(concept) && seen.add(concept));
}

const LEAST_KNOWN_SHARE = 0.3;
const SMALL = new Set(
  'wir ich und oder der die das ein eine einen mit in im fur von zu zum zur auf bei als ist sind wird werden suchen sucht gesucht ab an aus den dem des uns du sie er es we i and or the a an with in for of to at as is are will be looking need you our who on from by this that'.split(
    ' ',
  ),
);

/** German or English, or null: of a third language only the words that the directory shares with it would be read, by chance. */
export function readableLanguage(text: string, { lexicon }: Recogniser): 'de' | 'en' | null {
  const found = words(text.slice(0, 4000));
  if (found.length === 0) return null;
  const known = found.filter((word) => SMALL.has(word) || /^\d+$/u.test(word) || lexicon.read(word).stems.length > 0);
  if (known.length < LEAST_KNOWN_SHARE * found.length) return null;
  const guessed = guessLanguage(text, 'de');
  if (guessed === 'de' || guessed === 'en') return guessed;
  return known.length > 2 * LEAST_KNOWN_SHARE * found.length ? 'de' : null;
}

const NOT_NEEDED =
  /^[^.,;\n]{0,25}(?:nicht (?:nötig|notwendig|erforderlich|gefragt)|not (?:needed|required|necessary)|kein muss|no must)/iu;
const isNotNeeded = (text: string, end: number) => NOT_NEEDED.test(text.slice(end, end + 60));

/** What a manager writes down is what they need, unless they say that it would only be good to have. */
function isMust(text: string, finding: Finding): boolean {
  const own = markersOf(clauseOf(text, finding)) ?? markersOf(sentenceAt(text, finding));
  return own ?? markersOf(headingAbove(text, finding.start)) ?? true;
}

/** Undefined where neither is said, or both. */
function markersOf(words: string): boolean | undefined {
  const must = words.search(MUST) !== -1;
  const nice = words.search(NICE) !== -1;
  return must === nice ? undefined : must;
}

/** From the comma before to the comma after; an "und" binds. */
function clauseOf(text: string, { start, end }: Finding): string {
  const before = /[^,;.\n•]*$/u.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const after = /^[^,;.\n•]*/u.exec(text.slice(end, end + 120))?.[0] ?? '';
  return before + after;
}

/** Nearest sign in the sentence where its ends speak differently: first what follows, then what went before. */
function sentenceAt(text: string, { start, end }: Finding): string {
  const before = matchOf(/[^.;\n•]*$/u, text.slice(Math.max(0, start - 300), start));
  const following = positions(matchOf(/^[^.;\n•]*/u, text.slice(end, end + 300)))[0] ?? '';
  const leading = positions(before).at(-1) ?? '';
  if (leading !== '' && before.includes(':')) return leading;
  // "Python, SQL und Spark von Vorteil" speaks of all three, "Buchhaltung, ideal mit Abacus" of what follows.
  return AT_THE_END.test(following) ? following : leading;
}

const matchOf = (pattern: RegExp, words: string): string => pattern.exec(words)?.[0] ?? '';

const AT_THE_END =
  /vorteil|wünschenswert|zwingend|erforderlich|notwendig|nötig|required|plus|nice|preferred|desirable|gesehen|vorausgesetzt|mandatory|essential/iu;
const positions = (words: string): string[] =>
  [...words.matchAll(MUST), ...words.matchAll(NICE)].sort((a, b) => a.index - b.index).map(([marker]) => marker);

function headingAbove(text: string, start: number): string {
  const lines = text.slice(0, start).split('\n').slice(0, -1).reverse();
  for (const line of lines) {
    if (HEADING.test(line.trim()) && markersOf(line) !== undefined) return line;
    if (line.trim().endsWith(':')) return line;
  }
  return '';
}

function codesOf({ languageConcept }: Recogniser): (concept: number) => string | undefined {
  const codes = new Map<number, string>();
  for (const code of CODES) {
    const concept = languageConcept(code);
    if (concept !== undefined && !codes.has(concept)) codes.set(concept, code);
  }
  return (concept) => codes.get(concept);
}

const CODES =
  'de en fr it es pt nl pl ru uk cs sk hu sl hr sr bs mk sq ro bg el tr ku ar fa ps he zh ja ko hi ur ta ti so vi th id sv no da fi et lv lt ca rm lb is'.split(
    ' ',
  );
