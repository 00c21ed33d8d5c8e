import { readEmails } from '../values/parse-email.ts';
import { readPhones } from '../values/parse-phone.ts';
import { tidyText } from '../values/text-form.ts';
import { dropValue, type Cell, type RowDraft } from './row-draft.ts';

/** Characters; long enough for anything real, short enough that no cell can fill the database. */
export const LIMITS = { name: 120, short: 200, reason: 500, url: 500, tag: 80, note: 20_000 };
const MOST_VALUES = 100;
const MOST_CONTACTS = 10;

/** The text within its limit; a longer one is cut and named. */
export function limited(draft: RowDraft, { text, mapping }: Cell, limit: number): string {
  if (text.length <= limit) return text;
  dropValue(draft, mapping, 'shortened', { limit });
  return text.slice(0, limit).trimEnd();
}

export function readEmailCell(draft: RowDraft, { text, mapping }: Cell): void {
  const { emails, refused } = readEmails(text);
  for (const { address } of emails)
    if (!draft.person.emails.includes(address) && draft.person.emails.length < MOST_CONTACTS)
      draft.person.emails.push(address);
  for (const { text: value, why } of refused) dropValue(draft, mapping, `email_${why}`, { value });
}

export function readPhoneCell(draft: RowDraft, { text, mapping, context }: Cell): void {
  const { phones, refused } = readPhones(text, draft.person.country ?? context.country);
  for (const { number } of phones)
    if (!draft.person.phones.includes(number) && draft.person.phones.length < MOST_CONTACTS)
      draft.person.phones.push(number);
  for (const { text: value, why } of refused) dropValue(draft, mapping, `phone_${why}`, { value: value.slice(0, 80) });
}

export function readLinkCell(draft: RowDraft, cell: Cell): void {
  for (const piece of cell.text.split(/[\s;|]+|,(?=\s*(?:https?:|www\.))/).filter(Boolean)) addLink(draft, cell, piece);
}

function addLink(draft: RowDraft, { mapping }: Cell, piece: string): void {
  const url = webAddress(piece, mapping.field);
  if (!url || piece.length > LIMITS.url) {
    dropValue(draft, mapping, 'url_unreadable', { value: piece.slice(0, 80) });
    return;
  }
  const kind = /(?:^|\.)linkedin\.com$/.test(url.hostname)
    ? 'linkedin'
    : /(?:^|\.)xing\.(?:com|to)$/.test(url.hostname)
      ? 'xing'
      : 'website';
  const address = kind === 'website' ? url.href : profileAddress(url);
  if (!draft.person.links.some((link) => link.url === address) && draft.person.links.length < MOST_CONTACTS)
    draft.person.links.push({ kind, url: address });
}

/** Only http and https: a `javascript:` address must never become a link. */
function webAddress(text: string, field: Cell['mapping']['field']): URL | null {
  const isHandle = field === 'linkedin_url' && /^(?:in\/)?[\w-]{3,100}\/?$/.test(text);
  if (isHandle) return URL.parse(`https://www.linkedin.com/in/${text.replace(/^in\//, '')}`);
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text);
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  return url && isPublic(url) ? url : null;
}

function isPublic({ protocol, hostname, username }: URL): boolean {
  return /^https?:$/.test(protocol) && hostname.includes('.') && username === '';
}

/** One form per profile: https, lower case, no query, no slash at the end. */
function profileAddress(url: URL): string {
  return `https://${url.hostname.replace(/^(?:[a-z]{2}\.|m\.)(?=linkedin)/, 'www.')}${url.pathname.replace(/\/+$/, '').toLowerCase()}`;
}

/** Lists in one cell: `;`, `|`, line breaks and bullets separate; commas too, unless they stand in brackets. */
export function listOf(draft: RowDraft, { text, mapping }: Cell): string[] {
  const pieces = text
    .split(/[;|\n•·]+|,(?![^(]*\))/)
    .map((piece) => tidyText(piece).replace(/^[-–*]\s+/, ''))
    .filter(Boolean);
  const distinct = [...new Set(pieces)];
  const fitting = distinct.filter((piece) => piece.length <= LIMITS.tag).slice(0, MOST_VALUES);
  if (fitting.length < distinct.length)
    dropValue(draft, mapping, 'list_too_long', { count: distinct.length - fitting.length });
  return fitting;
}
