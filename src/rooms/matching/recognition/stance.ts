import type { Token } from '../text/tokens.ts';
import type { Stance } from './types.ts';

/** Folded words. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LACKING = set(
  'kein keine keinen keinem keiner keinerlei ohne nicht nie niemals weder fehlt fehlen no not without never neither lack lacks lacking cannot don doesn haven',
);
/** After a denying word, these make a turn of speech that denies nothing: "nicht nur", "ohne Unterbrechung", "not limited to". */
const NO_DENIAL = set(
  'nur only zuletzt least just unterbrechung unterbruch probleme problem schwierigkeiten aufsicht supervision interruption problems later limited mehr less fewer doubt zweifel weniger',
);
const TURNS = set(
  'aber sondern jedoch dafur hingegen dagegen but however instead although though while except ausser aussert',
);
/** Join the things of one list. */
const JOINS = set('und and sowie oder or noch nor bzw');
/** Before a list that is denied as a whole: "keine Erfahrung mit Java, SAP oder Python". */
const LEADS_LIST = set('mit with in of fur for an oder or noch nor');
/** A new thought begins with these: "keine Leitung, 5 Jahre Java". */
const NEW_THOUGHT = set(
  'habe haben hat hatte bin ist sind war have has had am is are was jahre jahren years seit since mit with dann then viel much',
);
const AFTER_LACKING = set('nicht keine kein none fehlt fehlen missing nein no');

const WANTING_BEFORE = set(
  'interesse interessen interessiert interessiere interessieren interested interest interests lernziel lernziele neugierig curious keen eager aspire aspiring erlernen lerne',
);
const WANTING_AFTER = set(
  'reizen reizt interessiert interessieren interessant fasziniert faszinieren appeals appeal fascinates tempting reizvoll spannend',
);
const WISH = set(
  'mochte mochten moechte will wollen wurde wuerde wunscht wunsche plane want wants wish wishes like hope hopes hoping love',
);
const LEARNING = set(
  'lernen erlernen einarbeiten vertiefen weiterbilden weiterentwickeln kennenlernen wechseln arbeiten einsteigen umsteigen learn learning explore deepen move work switch become becoming getting get werden dazulernen',
);
/** The folded word is another one where it has no umlaut: "wurde" was, "mochte" liked. */
const ONLY_WITH_UMLAUT = set('wurde mochte wunsche');
/** "would like", not "tools like". */
const BEFORE_LIKE = set('would d ll really');
const BEFORE_LOVE = set('would d');

const REACH_BEFORE = 9;
const REACH_AFTER = 3;
const REACH_OF_WISH = 14;
const MOST_WORDS_OF_ITEM = 3;
const BREAKS = /[;|•▪●■◦]/u;

export interface Neighbourhood {
  text: string;
  tokens: readonly Token[];
  /** First and last token of the finding. */
  first: number;
  last: number;
  /** The sentence, as places in the text. */
  from: number;
  to: number;
}

export function stanceOf(found: Neighbourhood): Stance {
  if (isDenied(found) || isDeniedAfter(found)) return 'denied';
  return isWished(found) ? 'interest' : 'shown';
}

function isDenied(found: Neighbourhood): boolean {
  const { tokens, first, from } = found;
  const list: ListBefore = { words: [], hasComma: false, isLed: false };
  for (let at = first - 1; at >= 0 && first - at <= REACH_BEFORE; at -= 1) {
    const token = tokens[at];
    if (!token || token.start < from || !goesBack(found, at, list)) return false;
    if (LACKING.has(token.word)) return denies(list, tokens[at + 1]);
    if (!addToList(list, token.word)) return false;
  }
  return false;
}

const denies = ({ hasComma, isLed }: ListBefore, next: Token | undefined): boolean =>
  (!hasComma || isLed) && next !== undefined && !NO_DENIAL.has(next.word);

/** Whether the gap behind a token may be passed on the way back to a word that denies. */
function goesBack({ text, tokens }: Neighbourhood, at: number, list: ListBefore): boolean {
  const gap = text.slice(tokens[at]?.end, tokens[at + 1]?.start);
  if (gap === ' ') return true;
  return !BREAKS.test(gap) && (!gap.includes(',') || stepsOver(list));
}

interface ListBefore {
  /** Words since the last comma or "und". */
  words: string[];
  hasComma: boolean;
  isLed: boolean;
}

/** Whether what stands between two commas is a thing of the list and no thought of its own. */
function stepsOver(list: ListBefore): boolean {
  const isItem = list.words.length <= MOST_WORDS_OF_ITEM && !list.words.some((word) => NEW_THOUGHT.has(word));
  list.words = [];
  list.hasComma = true;
  return isItem;
}

function addToList(list: ListBefore, word: string): boolean {
  if (TURNS.has(word)) return false;
  if (LEADS_LIST.has(word)) list.isLed = true;
  if (!JOINS.has(word)) {
    list.words.push(word);
    return true;
  }
  const hadComma = list.hasComma;
  const isItem = stepsOver(list);
  list.hasComma = hadComma;
  return isItem;
}

/** "SAP: keine", "Java (nicht vorhanden)"; but in "Java, kein SAP" the denial belongs to what follows. */
function isDeniedAfter(found: Neighbourhood): boolean {
  const { text, tokens, last, to } = found;
  const next = tokens[last + 1];
  if (!next || next.end > to || !AFTER_LACKING.has(next.word)) return false;
  return /[:(–=-]/u.test(text.slice(tokens[last]?.end ?? 0, next.start)) && tokens[last + 2]?.word !== 'nur';
}

function isWished(found: Neighbourhood): boolean {
  const before = wordsBefore(found);
  if (before.some((word) => WANTING_BEFORE.has(word))) return true;
  const after = wordsAfter(found);
  if (after.slice(0, REACH_AFTER + 1).some((word) => WANTING_AFTER.has(word))) return true;
  const wishes =
    before.some((word, at) => isWish(word, before[at + 1] ?? '')) ||
    after.some((word, at) => isWish(word, after[at - 1] ?? ''));
  return wishes && [...before, ...after].some((word) => LEARNING.has(word));
}

function isWish(word: string, previous: string): boolean {
  if (word === 'like') return BEFORE_LIKE.has(previous);
  if (word === 'love') return BEFORE_LOVE.has(previous);
  return WISH.has(word);
}

/** Nearest first. */
function wordsBefore({ text, tokens, first, from }: Neighbourhood): string[] {
  const found: string[] = [];
  for (let at = first - 1; at >= 0 && found.length < REACH_OF_WISH; at -= 1) {
    const token = tokens[at];
    if (!token || token.start < from || isBroken(text, token.end, tokens[at + 1]?.start)) break;
    found.push(asMeant(text, token));
  }
  return found;
}

function wordsAfter({ text, tokens, last, to }: Neighbourhood): string[] {
  const found: string[] = [];
  for (let at = last + 1; at < tokens.length && found.length < REACH_OF_WISH; at += 1) {
    const token = tokens[at];
    if (!token || token.end > to || isBroken(text, tokens[at - 1]?.end, token.start)) break;
    found.push(asMeant(text, token));
  }
  return found;
}

const isBroken = (text: string, start = 0, end = 0): boolean => end - start > 1 && BREAKS.test(text.slice(start, end));

const asMeant = (text: string, { word, start, end }: Token) =>
  ONLY_WITH_UMLAUT.has(word) && !/[äöü]/iu.test(text.slice(start, end)) ? '' : word;
