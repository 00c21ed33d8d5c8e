import { FIELD, levelOf, type FieldName } from './fields.ts';
import { setLevel, type Outcome } from './outcome.ts';
import type { BirthDate, EmailAddress, Phone, PlainValue } from './prepared.ts';
import { isAlike, isWithinTypingErrors } from './similarity.ts';

const EMAIL = {
  exact: levelOf('email', 'exact'),
  sameMailbox: levelOf('email', 'same_mailbox'),
  sameName: levelOf('email', 'same_name'),
  similar: levelOf('email', 'similar'),
  different: levelOf('email', 'different'),
};
const BIRTH = {
  exact: levelOf('birth_date', 'exact'),
  swapped: levelOf('birth_date', 'swapped'),
  twoParts: levelOf('birth_date', 'two_parts'),
  year: levelOf('birth_date', 'year'),
  different: levelOf('birth_date', 'different'),
};
/** Plain values have the levels exact, similar, different in this order. */
const EXACT = 1;
const SIMILAR = 2;
const PLAIN_DIFFERENT = 3;
const LINK_DIFFERENT = levelOf('link', 'different');

/** The best agreement among all pairs of addresses counts: people have several. */
export function compareEmails(a: EmailAddress[], b: EmailAddress[], out: Outcome): void {
  for (const one of a) for (const other of b) keepBest(out, 'email', emailLevel(one, other), one);
}

function emailLevel(a: EmailAddress, b: EmailAddress): number {
  if (a.exact === b.exact) return EMAIL.exact;
  if (a.mailbox === b.mailbox) return a.isMadeOfName && b.isMadeOfName ? EMAIL.sameName : EMAIL.sameMailbox;
  return isWithinTypingErrors(a.written, b.written, 2) ? EMAIL.similar : EMAIL.different;
}

function keepBest(out: Outcome, field: FieldName, level: number, value: EmailAddress): void {
  const before = out.levels[FIELD[field]] ?? 0;
  if (before !== 0 && before <= level) return;
  if (level === EMAIL.exact) return setLevel(out, field, level, value.exact);
  setLevel(out, field, level, level === EMAIL.sameMailbox ? value.mailbox : undefined);
}

export function comparePhones(a: Phone[], b: Phone[], out: Outcome): void {
  for (const one of a) {
    for (const other of b) {
      const isSame = one.exact === other.exact;
      const isClose = !isSame && isWithinTypingErrors(one.written, other.written, 1);
      keepBestPlain(out, 'phone', plainLevel(isSame, isClose), one);
    }
  }
}

export function compareOtherIds(a: PlainValue[], b: PlainValue[], out: Outcome): void {
  for (const one of a) {
    for (const other of b) {
      const isSame = one.exact === other.exact;
      const isClose = !isSame && isWithinTypingErrors(one.written, other.written, 1);
      keepBestPlain(out, 'other_id', plainLevel(isSame, isClose), one);
    }
  }
}

export function compareLinks(a: PlainValue[], b: PlainValue[], out: Outcome): void {
  for (const one of a) {
    for (const other of b) keepBestPlain(out, 'link', one.exact === other.exact ? EXACT : LINK_DIFFERENT, one);
  }
}

export function compareEmployers(a: PlainValue, b: PlainValue, out: Outcome): void {
  const isSame = a.exact === b.exact;
  const isClose = !isSame && (isBeginning(a.written.text, b.written.text) || isAlike(a.written, b.written, 0.92));
  keepBestPlain(out, 'employer', plainLevel(isSame, isClose), a);
}

/** Siemens and Siemens Energy. */
function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 5 && (a.startsWith(b) || b.startsWith(a));
}

function plainLevel(isSame: boolean, isClose: boolean): number {
  if (isSame) return EXACT;
  return isClose ? SIMILAR : PLAIN_DIFFERENT;
}

function keepBestPlain(out: Outcome, field: FieldName, level: number, value: Phone | PlainValue): void {
  const before = out.levels[FIELD[field]] ?? 0;
  if (before !== 0 && before <= level) return;
  setLevel(out, field, level, level === EXACT ? value.exact : undefined);
}

export function compareBirthDates(a: BirthDate, b: BirthDate, out: Outcome): void {
  const level = birthLevel(a, b);
  setLevel(out, 'birth_date', level, level === BIRTH.exact ? a.exact : undefined);
}

function birthLevel({ keys: a }: BirthDate, { keys: b }: BirthDate): number {
  if (a.whole === b.whole) return BIRTH.exact;
  if (a.dayMonthUnordered === b.dayMonthUnordered) return BIRTH.swapped;
  if (a.yearMonth === b.yearMonth || a.yearDay === b.yearDay || a.monthDay === b.monthDay) return BIRTH.twoParts;
  return a.year === b.year ? BIRTH.year : BIRTH.different;
}
