import type { EmailAddress, FamilyName, GivenName } from './prepared.ts';
import { spellingOf } from './similarity.ts';
import { countedValue, type ValueBook } from './values.ts';

// Mailboxes of offices say where somebody works, not who it is.
const OFFICE_MAILBOXES = new Set(
  'info kontakt contact office mail post jobs job bewerbung bewerbungen karriere career careers hr personal sekretariat admin service team noreply hello hallo support sales vertrieb'.split(
    ' ',
  ),
);

interface Names {
  first?: GivenName;
  last?: FamilyName;
  birthName?: FamilyName;
}

/** Undefined for what is no address and for mailboxes of offices. */
export function prepareEmail(book: ValueBook, raw: string, names: Names): EmailAddress | undefined {
  const address = raw.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) return undefined;
  const domain = address.slice(at + 1);
  const mailbox = mailboxOf(address.slice(0, at), domain);
  if (OFFICE_MAILBOXES.has(mailbox)) return undefined;
  const text = `${mailbox}@${domain}`;
  return {
    exact: countedValue(book, 'email', text),
    written: spellingOf(text),
    mailbox: countedValue(book, 'mailbox', mailbox),
    domain,
    isMadeOfName: isMadeOfName(mailbox.replace(/[._-]/g, ''), names),
  };
}

/** Without what the provider ignores: the tag behind a plus and, at Google, dots. */
function mailboxOf(local: string, domain: string): string {
  const withoutTag = local.replace(/(.)\+.*$/, '$1');
  return /^(gmail|googlemail)\.com$/.test(domain) ? withoutTag.replaceAll('.', '') : withoutTag;
}

/** True when nothing but at most one letter is left after the person's names are taken out. */
function isMadeOfName(mailbox: string, names: Names): boolean {
  let rest = mailbox;
  for (const name of wordsOf(names)) rest = rest.replace(name, '');
  return rest !== mailbox && /^[^\d]?$/.test(rest);
}

/** Longest first where one contains the other: family names, then the whole first name, then its parts. */
function wordsOf({ first, last, birthName }: Names): string[] {
  const families = [last, birthName].filter((name) => name !== undefined).map(({ written }) => written.text);
  const words = first ? [...families, first.written.text, ...first.tokens] : families;
  return words.filter((word) => word.length > 1);
}
