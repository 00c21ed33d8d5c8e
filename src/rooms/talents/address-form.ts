import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import type { AddressKind } from './types.ts';

const GOOGLE = new Set(['gmail.com', 'googlemail.com']);
const MAIL = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/u;

export interface AddressForm {
  /** As it is shown and used. */
  value: string;
  /** As it is compared: equal for two writings of one address. */
  normalForm: string;
}

/**
 * Undefined when it is no address of that kind.
 * @param country ISO 3166-1 alpha-2, for phone numbers without country code
 */
export function addressForm(kind: AddressKind, given: string, country: string): AddressForm | undefined {
  if (kind === 'email') return mailForm(given);
  if (kind === 'phone') return phoneForm(given, country);
  return linkForm(given);
}

function mailForm(given: string): AddressForm | undefined {
  const value = given.trim().normalize('NFKC').toLowerCase();
  if (!MAIL.test(value) || value.length > 254) return undefined;
  return { value, normalForm: comparableMail(value) };
}

/** One mailbox, many writings: everything after a plus is a label, and Google ignores dots. */
function comparableMail(value: string): string {
  const at = value.lastIndexOf('@');
  const domain = value.slice(at + 1);
  const mailbox = value.slice(0, at).replace(/\+.*$/u, '') || value.slice(0, at);
  return GOOGLE.has(domain) ? `${mailbox.replaceAll('.', '')}@gmail.com` : `${mailbox}@${domain}`;
}

function phoneForm(given: string, country: string): AddressForm | undefined {
  const number = parsePhoneNumberFromString(given, country as CountryCode);
  return number?.isPossible() ? { value: number.number, normalForm: number.number } : undefined;
}

function linkForm(given: string): AddressForm | undefined {
  try {
    const url = new URL(/^https?:\/\//i.test(given) ? given : `https://${given}`);
    if (!url.hostname.includes('.')) return undefined;
    const path = url.pathname.replace(/\/+$/, '');
    return {
      value: url.href,
      normalForm: `${url.hostname.toLowerCase().replace(/^(www|[a-z]{2})\./, '')}${path}`.toLowerCase(),
    };
  } catch {
    return undefined;
  }
}

/** The form for comparison of an address that was checked before; what cannot be read is compared as it is. */
export function comparableAddress(kind: AddressKind, value: string): string {
  if (kind === 'email') return mailForm(value)?.normalForm ?? value.trim().toLowerCase();
  return kind === 'phone' ? value : (linkForm(value)?.normalForm ?? value.trim().toLowerCase());
}
