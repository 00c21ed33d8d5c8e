import type { DkimSigner } from './dkim.ts';
import { signatures } from './dkim.ts';
import type { Header } from './headers.ts';
import { dateOf, mailboxOf, wordsOf } from './headers.ts';
import type { Stretch } from './letters.ts';
import {
  breakLine,
  copyWritten,
  makeRoom,
  openPen,
  quotedPrintable,
  writeQuotedPrintable,
} from './quoted-printable.ts';

/** What is the same for everybody who gets a letter. */
export interface Stationery {
  from: { name: string; address: string };
  replyTo: readonly string[];
  /** Of the list: `<topic.company.example>` with the name that people know it by. */
  list: { id: string; name: string } | undefined;
  /** Where the request to leave may be sent by mail. */
  unsubscribeAddress: string | undefined;
  signers: readonly DkimSigner[];
}

/** What is somebody's own. */
export interface OwnLetter {
  /** The same for every try of one delivery. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  html: Buffer | readonly Stretch[];
  text: Buffer | readonly Stretch[];
  language: string;
  /** Address of the one click (RFC 8058), and the word that says who asks when it comes by mail. */
  unsubscribe: { url: string; token: string } | undefined;
  at: Date;
}

/** Messages are written here one after the other, and copied out as they are done. */
const pen = openPen(64 * 1024);
const IN_WIRE_FORM = new WeakMap<Buffer, Buffer>();

/** A whole message, ready for the wire: two parts, text first (RFC 5322, 2045, 2046). */
export async function messageOf(stationery: Stationery, letter: OwnLetter): Promise<Buffer> {
  const boundary = `=_${letter.messageId.slice(1, 25).replaceAll(/[^A-Za-z0-9]/g, 'x')}_`;
  const headers = headersOf(stationery, letter, boundary);
  if (stationery.signers.length === 0) return whole(headers, letter, boundary);
  const body = whole([], letter, boundary).subarray(2);
  const seals = await signatures(stationery.signers, { headers, body, at: letter.at });
  return Buffer.concat([Buffer.from(`${linesOf([...seals, ...headers])}\r\n`), body]);
}

const linesOf = (headers: readonly Header[]) => headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');

function whole(headers: readonly Header[], { text, html }: OwnLetter, boundary: string): Buffer {
  pen.at = 0;
  write(`${linesOf(headers)}\r\n--${boundary}\r\n${partHead('plain')}`);
  writePart(text);
  write(`\r\n--${boundary}\r\n${partHead('html')}`);
  writePart(html);
  write(`\r\n--${boundary}--\r\n`);
  return Buffer.from(pen.out.subarray(0, pen.at));
}

function write(words: string) {
  makeRoom(pen, Buffer.byteLength(words));
  pen.at += pen.out.write(words, pen.at);
  pen.column = 0;
}

function writePart(part: OwnLetter['html']) {
  if (Buffer.isBuffer(part)) return writeQuotedPrintable(pen, part);
  for (const stretch of part) {
    breakLine(pen);
    if (typeof stretch === 'string') writeQuotedPrintable(pen, Buffer.from(stretch));
    else copyWritten(pen, wireFormOf(stretch));
  }
}

function wireFormOf(bytes: Buffer): Buffer {
  const known = IN_WIRE_FORM.get(bytes);
  if (known) return known;
  const made = quotedPrintable(bytes);
  IN_WIRE_FORM.set(bytes, made);
  return made;
}

const partHead = (kind: 'plain' | 'html') =>
  `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;

/** The lines that are the same on every letter. */
interface FixedHead {
  from: Header;
  replyTo: Header[];
  list: Header[];
  /** Behind the address of the one click, up to the word that says who asks. */
  byMail: string;
}

const fixedHeads = new WeakMap<Stationery, FixedHead>();

function fixedHeadOf(stationery: Stationery): FixedHead {
  const known = fixedHeads.get(stationery);
  if (known) return known;
  const { from, replyTo, list, unsubscribeAddress } = stationery;
  const answers = replyTo.map((address) => mailboxOf({ name: '', address })).join(',\r\n ');
  const made: FixedHead = {
    from: { name: 'From', value: mailboxOf(from) },
    replyTo: answers === '' ? [] : [{ name: 'Reply-To', value: answers }],
    list: list === undefined ? [] : [{ name: 'List-Id', value: `${wordsOf(list.name)}\r\n <${list.id}>`.trimStart() }],
    byMail: unsubscribeAddress === undefined ? '' : `,\r\n <mailto:${unsubscribeAddress}?subject=unsubscribe%20`,
  };
  fixedHeads.set(stationery, made);
  return made;
}

function headersOf(stationery: Stationery, letter: OwnLetter, boundary: string): Header[] {
  const { from, replyTo, list, byMail } = fixedHeadOf(stationery);
  return [
    from,
    { name: 'To', value: mailboxOf(letter.to) },
    ...replyTo,
    { name: 'Subject', value: wordsOf(letter.subject) },
    { name: 'Date', value: dateOf(letter.at) },
    { name: 'Message-ID', value: letter.messageId },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Content-Language', value: letter.language },
    ...list,
    ...wayOut(byMail, letter),
    { name: 'Content-Type', value: `multipart/alternative;\r\n boundary="${boundary}"` },
  ];
}

/** Both lines are signed: who reads them knows that they are ours (RFC 8058, 4). */
function wayOut(byMail: string, { unsubscribe }: OwnLetter): Header[] {
  if (unsubscribe === undefined) return [];
  const mail = byMail === '' ? '' : `${byMail}${unsubscribe.token}>`;
  return [
    { name: 'List-Unsubscribe', value: `<${unsubscribe.url}>${mail}` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}
