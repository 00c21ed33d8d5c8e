import { remembered } from './remembered.ts';
import { isBlank } from './text-form.ts';

type EmailFault = 'without_at' | 'without_dot' | 'malformed' | 'too_long' | 'no_reply';

interface EmailsReading {
  /** Lower-cased, domain in its ASCII form. `isRole`: an address of a team such as `info@`. */
  emails: { address: string; isRole: boolean }[];
  refused: { text: string; why: EmailFault }[];
}

/** Reads all mail addresses of a cell: `Name <mail>`, `mailto:`, several separated by `;`, `,`, `/` or spaces. */
export function readEmails(raw: string): EmailsReading {
  const reading: EmailsReading = { emails: [], refused: [] };
  if (isBlank(raw)) return reading;
  for (const piece of piecesOf(raw.slice(0, 2_000))) {
    const address = normal(piece);
    const fault = faultOf(address);
    if (fault) reading.refused.push({ text: piece.slice(0, 80), why: fault });
    else if (!reading.emails.some((email) => email.address === address))
      reading.emails.push({ address, isRole: isRole(address) });
  }
  return reading;
}

const SIMPLE = /^[\w.+-]+@[\w.-]+$/;

function piecesOf(raw: string): string[] {
  if (SIMPLE.test(raw)) return [raw];
  const text = raw
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s*[([{]\s*(?:at|ät)\s*[)\]}]\s*|\s+at\s+(?=[\w.-]+\.\w{2,}\s*$)/gi, '@')
    .replace(/\s*[([{]\s*(?:dot|punkt)\s*[)\]}]\s*/gi, '.')
    .replace(/\s*@\s*/g, '@');
  const bracketed = [...text.matchAll(/<([^<>\s]*@[^<>\s]*)>/g)].map(([, inside]) => inside ?? '');
  if (bracketed.length > 0) return bracketed;
  const words = text.split(/[;,|\s/]+|(?<=\w)\](?=\w)/).filter((word) => word !== '');
  const addresses = words.filter((word) => word.includes('@'));
  return addresses.length > 0 ? addresses : [text.trim()];
}

function normal(piece: string): string {
  const stripped = piece
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/^[<("'«„.\s]+|[>)"'»“.,;:\s]+$/g, '')
    .toLowerCase();
  const at = stripped.lastIndexOf('@');
  return at < 0 ? stripped : `${stripped.slice(0, at).normalize('NFC')}@${asciiDomain(stripped.slice(at + 1))}`;
}

function asciiDomain(domain: string): string {
  if (/^[\w.-]*$/.test(domain)) return domain;
  const url = URL.parse(`http://${domain}`);
  return url && !/[/@:?#[\]]/.test(domain) ? url.hostname : domain;
}

/** Letters beyond ASCII are allowed before the @ (RFC 6531); quoted local parts are not: nobody has one. */
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

function faultOf(address: string): EmailFault | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0) return 'without_at';
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  // 64 and 254 octets are the limits of RFC 5321.
  if (local.length > 64 || address.length > 254) return 'too_long';
  if (!LOCAL.test(local) || domain === '') return 'malformed';
  return domainFault(domain) ?? (NO_REPLY.test(local) ? 'no_reply' : undefined);
}

/** Null where the domain is well formed: most people have their mailbox at one of a few. */
const domainFault: (domain: string) => EmailFault | null = remembered((domain) => {
  if (!domain.includes('.')) return 'without_dot';
  const hasTopLevel = /\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(domain);
  return hasTopLevel && domain.split('.').every((label) => LABEL.test(label)) ? null : 'malformed';
});

const NO_REPLY =
  /^(?:no-?_?\.?reply|do-?not-?reply|donotreply|keine-?antwort|mailer-daemon|postmaster|noemail|keinemail)/;
const ROLE =
  /^(?:info|kontakt|contact|office|jobs?|karriere|career|careers|bewerbung|bewerbungen|recruiting|hr|personal|personalabteilung|sekretariat|empfang|mail|team|admin|buchhaltung|verkauf|sales|support|hello|hallo|service|zentrale)$/;

function isRole(address: string): boolean {
  return ROLE.test(address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, ''));
}
