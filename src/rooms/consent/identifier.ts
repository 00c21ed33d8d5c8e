import { domainToASCII } from 'node:url';

export type SuppressedKind = 'email' | 'phone' | 'source_id';

export interface Identifier {
  kind: SuppressedKind;
  /** In any writing; a source id as `<system>:<id>`. */
  value: string;
}

const GOOGLE = new Set(['gmail.com', 'googlemail.com']);

/**
 * One form for all writings of an identifier, so that nobody comes back under another spelling of the same address: letter case,
 * width of letters, labels behind a plus, dots where Google ignores them, international domains.
 * @source SU-3
 */
export function identifierForm({ kind, value }: Identifier): string {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  if (kind === 'email') return mailForm(plain);
  return kind === 'phone' ? phoneForm(plain) : plain;
}

/** Names without a label of another alphabet (`xn--`) stay as they are. */
const PLAIN_DOMAIN = /^(?!.*xn--)[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/;

function mailForm(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return address;
  const written = address.slice(at + 1).replace(/\.$/u, '');
  const domain = PLAIN_DOMAIN.test(written) ? written : domainToASCII(written) || written;
  const mailbox = address.slice(0, at).replace(/\+.*$/u, '') || address.slice(0, at);
  return GOOGLE.has(domain) ? `${mailbox.replaceAll('.', '')}@gmail.com` : `${mailbox}@${domain}`;
}

/** `00` and `+` are the same way out of the country; what else stands between digits says nothing. */
const phoneForm = (number: string): string => number.replace(/^00/u, '+').replaceAll(/[^\d+]/gu, '');
