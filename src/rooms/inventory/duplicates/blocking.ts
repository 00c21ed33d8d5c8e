import type { FamilyName, PreparedRecord } from './prepared.ts';
import { keyOf } from './values.ts';

// Marks broad keys; behind each stand narrower ones that take over in large files.
const BROAD = '~';

/** Keys for an index: any two records that may be one person share at least one, as far as that is possible. */
export function keysOf(record: PreparedRecord): string[] {
  const keys = [...contactKeys(record), ...nameKeys(record), ...birthKeys(record), ...addressKeys(record)];
  return [...new Set(keys)];
}

function contactKeys(record: PreparedRecord): string[] {
  const exact = [...record.emails, ...record.phones, ...record.otherIds, ...record.links].map(({ exact }) =>
    keyOf(exact),
  );
  const mailboxes = record.emails.filter(({ mailbox }) => mailbox.text.length > 4);
  const domains = record.emails.map(({ domain, written }) => `${BROAD}@:${written.text[0]}|${domain}`);
  return [...exact, ...mailboxes.map(({ mailbox }) => keyOf(mailbox)), ...domains];
}

function nameKeys({ first, last, birthName }: PreparedRecord): string[] {
  const families = [last, birthName].filter((name) => name !== undefined);
  if (!first) return [];
  const sorted = families.map((family) => `n:${[first.plain.text, family.plain.text].sort().join('|')}`);
  const sound = families.map((family) => `s:${first.phonetic}|${family.phonetic}`);
  const groups = families.flatMap((family) => first.groups.map((group) => `g:${keyOf(group)}|${family.phonetic}`));
  const initials = families.flatMap((family) =>
    partsOf(family).map((part) => `${BROAD}i:${first.written.text[0]}|${part}`),
  );
  return [...sorted, ...sound, ...groups, ...initials];
}

function partsOf(name: FamilyName): string[] {
  return name.parts.map(({ text }) => text);
}

function birthKeys({ birth, first, last }: PreparedRecord): string[] {
  if (!birth) return [];
  const { whole, dayMonthUnordered, yearMonth, yearDay, monthDay, year } = birth.keys;
  const keys = [`${BROAD}d:${whole}`];
  for (const name of [first, last]) {
    if (!name) continue;
    keys.push(`u:${dayMonthUnordered}|${name.written.text[0]}`);
  }
  if (first) for (const part of [yearMonth, yearDay, monthDay]) keys.push(`p:${part}|${first.phonetic}`);
  if (last) keys.push(`y:${year}|${last.phonetic}`);
  return keys;
}

function addressKeys({ street, postcode, city, first, last }: PreparedRecord): string[] {
  const keys: string[] = [];
  if (street && first) {
    keys.push(`h:${keyOf(street.house)}|${first.written.text[0]}`, `${BROAD}t:${street.name.text}|${first.phonetic}`);
  }
  for (const name of [first, last]) if (name && city) keys.push(`${BROAD}c:${city.written.text}|${name.phonetic}`);
  if (last && postcode) keys.push(`${BROAD}c:${postcode.written.text}|${last.phonetic}`);
  return keys;
}
