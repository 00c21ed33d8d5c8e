import { domainToASCII } from 'node:url';
import { isOneAddress, oneLine } from '#ground/mail/one-line.ts';

const SHORT_LINE = 60;
/** `=?UTF-8?B?…?=` is at most 75 characters: 45 bytes become 60. */
const WORD_BYTES = 45;
const PRINTABLE = /^[\x20-\x7e]*$/;
const PLAIN_DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const ATOMS = /^[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*$/;

export interface Header {
  name: string;
  /** With its folds: CRLF and a blank. */
  value: string;
}

/** Free text of a header: whatever it holds, it stays one header (RFC 2047). */
export function wordsOf(text: string): string {
  const plain = oneLine(text.toWellFormed());
  return isShortAscii(plain) ? plain : encodedWords(plain);
}

const isShortAscii = (text: string) => text.length <= SHORT_LINE && PRINTABLE.test(text) && !text.includes('=?');

function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (Buffer.byteLength(part + character) > WORD_BYTES) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  words.push(part);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

/** A name in front of an address. */
function phraseOf(name: string): string {
  const plain = oneLine(name.toWellFormed());
  if (!isShortAscii(plain)) return encodedWords(plain);
  return ATOMS.test(plain) ? plain : `"${plain.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Name and address; the address alone where there is no name. @throws Error when it is not exactly one address */
export function mailboxOf({ name, address }: { name: string; address: string }): string {
  const plain = addressOf(address);
  const phrase = phraseOf(name);
  if (phrase === '') return plain;
  return `${phrase}${phrase.length + plain.length > 70 ? '\r\n ' : ' '}<${plain}>`;
}

/** As it goes over the wire: the domain in ASCII, the part before it as the person writes it. @throws Error when it is not exactly one address */
export function addressOf(address: string): string {
  if (!isOneAddress(address)) throw new Error('not one address');
  const at = address.lastIndexOf('@');
  const written = address.slice(at + 1);
  const domain = PLAIN_DOMAIN.test(written) ? written : domainToASCII(written);
  if (domain === '' || domain.length > 253) throw new Error('not one address');
  return `${address.slice(0, at)}@${domain}`;
}

export const isAscii = (text: string): boolean => PRINTABLE.test(text);

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** RFC 5322, 3.3; in UTC. */
export function dateOf(at: Date): string {
  const day = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}
