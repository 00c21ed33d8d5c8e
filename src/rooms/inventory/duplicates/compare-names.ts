import { levelOf } from './fields.ts';
import { setLevel, type Outcome } from './outcome.ts';
import type { CountedValue, FamilyName, GivenName, PreparedRecord } from './prepared.ts';
import { isAlike, isWithinTypingErrors, type Spelling } from './similarity.ts';

const GIVEN = {
  exact: levelOf('first_name', 'exact'),
  part: levelOf('first_name', 'part'),
  nickname: levelOf('first_name', 'nickname'),
  similar: levelOf('first_name', 'similar'),
  initial: levelOf('first_name', 'initial'),
  swapped: levelOf('first_name', 'swapped'),
  alike: levelOf('first_name', 'alike'),
  different: levelOf('first_name', 'different'),
};
const FAMILY = {
  exact: levelOf('last_name', 'exact'),
  spelling: levelOf('last_name', 'spelling'),
  part: levelOf('last_name', 'part'),
  similar: levelOf('last_name', 'similar'),
  phonetic: levelOf('last_name', 'phonetic'),
  alike: levelOf('last_name', 'alike'),
  different: levelOf('last_name', 'different'),
};
/** Jaro–Winkler above which two names still look alike. */
const ALIKE = 0.84;

export function compareNames(a: PreparedRecord, b: PreparedRecord, out: Outcome): void {
  if (a.first && b.first) compareGivenNames(a.first, b.first, out);
  compareFamilyNames(a, b, out);
  const isFirstApart = out.levels[0] === 0 || (out.levels[0] ?? 0) >= GIVEN.alike;
  if (isFirstApart && out.levels[1] !== FAMILY.exact && out.levels[1] !== FAMILY.spelling) compareSwapped(a, b, out);
}

function compareGivenNames(a: GivenName, b: GivenName, out: Outcome): void {
  if (a.exact === b.exact) return setLevel(out, 'first_name', GIVEN.exact, a.exact);
  if (a.tokens.length + b.tokens.length > 2 && haveCommonToken(a, b)) {
    return setLevel(out, 'first_name', GIVEN.part, a.exact.people < b.exact.people ? b.exact : a.exact);
  }
  const group = a.groups.find((group) => b.groups.includes(group));
  if (group) return setLevel(out, 'first_name', GIVEN.nickname, group);
  setLevel(out, 'first_name', looseGivenLevel(a, b));
}

function looseGivenLevel(a: GivenName, b: GivenName): number {
  if (isInitial(a) || isInitial(b)) return haveSameInitial(a, b) ? GIVEN.initial : GIVEN.different;
  // Jan and Jana, Daniel and Daniela: two names that both exist are two people more often than a typing error.
  if (a.isKnown && b.isKnown) return GIVEN.different;
  if (isSpeltAlike(a, b)) return GIVEN.similar;
  return isAlike(a.plain, b.plain, ALIKE) ? GIVEN.alike : GIVEN.different;
}

function haveSameInitial(a: GivenName, b: GivenName): boolean {
  return a.written.text.charAt(0) === b.written.text.charAt(0);
}

function isSpeltAlike(a: GivenName, b: GivenName): boolean {
  return a.plain.text === b.plain.text || hasTypingError(a.written, b.written);
}

function isInitial({ written }: GivenName): boolean {
  return written.text.length === 1;
}

/** Hans-Peter and Peter, Anna Maria and Anna; a second name may be an initial. */
function haveCommonToken(a: GivenName, b: GivenName): boolean {
  return a.tokens.some((token) => token.length > 1 && b.tokens.includes(token));
}

function compareFamilyNames(a: PreparedRecord, b: PreparedRecord, out: Outcome): void {
  if (!a.last || !b.last) return;
  const { last } = a;
  const other = b.last;
  if (last === other || last.exact === other.exact) return setLevel(out, 'last_name', FAMILY.exact, last.exact);
  if (last.spelling === other.spelling) return setLevel(out, 'last_name', FAMILY.spelling, last.spelling);
  const part = commonPart(a, b);
  if (part) return setLevel(out, 'last_name', FAMILY.part, part);
  setLevel(out, 'last_name', looseFamilyLevel(last, other));
}

/** The part of a double name, or the birth name, that both records have. */
function commonPart(a: PreparedRecord, b: PreparedRecord): CountedValue | undefined {
  const [ofA, ofB] = [partsOf(a), partsOf(b)];
  return ofA.length + ofB.length > 2 ? ofA.find((part) => ofB.includes(part)) : undefined;
}

function partsOf({ last, birthName }: PreparedRecord): CountedValue[] {
  if (!last || !birthName) return (last ?? birthName)?.parts ?? [];
  return [...last.parts, ...birthName.parts];
}

function looseFamilyLevel(a: FamilyName, b: FamilyName): number {
  if (hasTypingError(a.plain, b.plain) || hasTypingError(a.written, b.written)) return FAMILY.similar;
  if (a.phonetic.length > 1 && a.phonetic === b.phonetic) return FAMILY.phonetic;
  return isAlike(a.plain, b.plain, ALIKE) ? FAMILY.alike : FAMILY.different;
}

/** One typing error in names of three letters and more, two from eight letters on. */
function hasTypingError(a: Spelling, b: Spelling): boolean {
  const length = Math.min(a.text.length, b.text.length);
  if (length < 3) return false;
  return isWithinTypingErrors(a, b, length >= 8 ? 2 : 1);
}

/**
 * First and last name in each other's column. The whole doubt is put on the first name; the last name then counts as
 * agreeing.
 */
function compareSwapped(a: PreparedRecord, b: PreparedRecord, out: Outcome): void {
  if (!a.first || !a.last || !b.first || !b.last) return;
  if (!isCrossed(a.first, b.last) || !isCrossed(b.first, a.last)) return;
  setLevel(out, 'first_name', GIVEN.swapped, commoner(a.first.exact, b.first.exact));
  setLevel(out, 'last_name', FAMILY.exact, commoner(a.last.exact, b.last.exact));
}

function isCrossed(first: GivenName, last: FamilyName): boolean {
  return first.plain.text === last.plain.text || hasTypingError(first.written, last.written);
}

function commoner(a: CountedValue, b: CountedValue): CountedValue {
  return a.people < b.people ? b : a;
}
