import { normalise, tokenise } from '../text/tokens.ts';

/** Shares of full time, 0 to 1, and where in the text they stand. */
export interface StatedHours {
  from: number;
  to: number;
  start: number;
  end: number;
}

const RANGE = /(\d{2,3})\s*%?\s*(?:bis|to|-|–|—|und|oder|or)\s*(\d{2,3})\s*(?:%|prozent|percent)/iu;
const ONE =
  /(höchstens|maximal|max\.?|bis(?: zu)?|up to|at most|mindestens|min\.?|wenigstens|at least|ab)?\s*(\d{2,3})\s*(?:%|prozent|percent)/iu;
const WEEKLY =
  /(\d{1,2})(?:\s*(?:-|–|bis|to)\s*(\d{1,2}))?\s*(?:wochenstunden|stunden(?:\s*(?:pro|in der|\/)\s*woche)?|std\.?|h\s*\/\s*woche|hours(?:\s*(?:per|a)\s*week)?)/iu;
const FULL = /\b(?:vollzeit|full[- ]?time)\b/iu;
const MOST = /höchst|max|bis|up to|at most/iu;
const LEAST = /mindest|min|wenigstens|at least|ab/iu;
const FULL_WEEK_HOURS = 40;
const LEAST_SHARE = 0.05;

/** "80 bis 90 %", "Teilzeit 60%", "höchstens 80 Prozent", "30 Stunden pro Woche", "Vollzeit". Null where none is stated. */
export function statedHours(text: string): StatedHours | null {
  const range = RANGE.exec(text);
  if (range) return hours(range, Number(range[1]) / 100, Number(range[2]) / 100);
  const one = ONE.exec(text);
  if (one) return oneShare(one);
  const weekly = WEEKLY.exec(text);
  if (weekly)
    return hours(weekly, Number(weekly[1]) / FULL_WEEK_HOURS, Number(weekly[2] ?? weekly[1]) / FULL_WEEK_HOURS);
  const full = FULL.exec(text);
  return full ? hours(full, 1, 1) : null;
}

function oneShare(match: RegExpExecArray): StatedHours | null {
  const share = Number(match[2]) / 100;
  const bound = match[1] ?? '';
  if (bound !== '' && MOST.test(bound)) return hours(match, LEAST_SHARE, share);
  return bound !== '' && LEAST.test(bound) ? hours(match, share, 1) : hours(match, share, share);
}

function hours(match: RegExpExecArray, one: number, other: number): StatedHours | null {
  const [from, to] = [Math.min(one, other), Math.min(1, Math.max(one, other))];
  if (from < LEAST_SHARE || from > 1) return null;
  const lead = match[0].length - match[0].trimStart().length;
  return { from, to, start: match.index + lead, end: match.index + match[0].length };
}

const MOVES =
  /umzugsbereit|(?:würde|bereit|kann|möchte)[^.\n]{0,30}(?:umziehen|umzug|zügeln)|umzug[^.\n]{0,20}möglich|bundesweit|schweizweit|österreichweit|deutschlandweit|ortsunabhängig|willing to (?:relocate|move)|open to relocat|anywhere|relocation possible/iu;
const STAYS = /(?:nicht|kein\w*|not|no)\s[^.\n]{0,20}(?:umzug|umziehen|umzugsbereit|relocat|move)/iu;

export const wouldMove = (wishes: string): boolean => MOVES.test(wishes) && !STAYS.test(wishes);

const BEHIND = /^(?:am|an|im|in|ob|bei|a)$/u;
const NOT = new Set('nicht kein keine not no ausser except ungern'.split(' '));
const MOST_NAMES = 12;

/** "Frankfurt am Main" and "Frankfurt" are one town; "Bad Homburg" and "Bad Nauheim" are two. */
export function foldedTown(city: string): string {
  const parts = normalise(city.replace(/[(/,].*$/u, '')).split(' ');
  const cut = parts.findIndex((part, at) => at > 0 && BEHIND.test(part));
  return (cut === -1 ? parts : parts.slice(0, cut)).join(' ');
}

/** Names in somebody's wishes that may be towns, each alone and with the name before it: only the town of a demand is ever looked up here. */
export function namesIn(wishes: string): string[] {
  const tokens = tokenise(wishes);
  const isName = (at: number) => /\p{Lu}/u.test(wishes.charAt(tokens[at]?.start ?? 0));
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  const isDenied = (at: number) => NOT.has(wordAt(at - 1)) || NOT.has(wordAt(at - 2));
  const isSecond = (at: number, start: number) => at > 0 && isName(at - 1) && start - (tokens[at - 1]?.end ?? 0) <= 2;
  const names = tokens.flatMap(({ word, start }, at) => {
    if (!isName(at) || isDenied(at)) return [];
    return isSecond(at, start) ? [word, `${wordAt(at - 1)} ${word}`] : [word];
  });
  return [...new Set(names)].slice(0, MOST_NAMES);
}
