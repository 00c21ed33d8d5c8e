import type { DkimSigner } from './dkim.ts';
import { signatures } from './dkim.ts';
import type { Header } from './headers.ts';
import { dateOf, mailboxOf, wordsOf } from './headers.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** What is the same for everybody who gets a letter. */
export interface Stationery {
  from: { name: string; address: string };
  replyTo: string | undefined;
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
  html: Buffer;
  text: Buffer;
  language: string;
  /** Address of the one click (RFC 8058), and the word that says who asks when it comes by mail. */
  unsubscribe: { url: string; token: string } | undefined;
  at: Date;
}

/** A whole message, ready for the wire: two parts, text first (RFC 5322, 2045, 2046). */
export async function messageOf(stationery: Stationery, letter: OwnLetter): Promise<Buffer> {
  const boundary = `=_${letter.messageId.slice(1, 25).replaceAll(/[^A-Za-z0-9]/g, 'x')}_`;
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\n${partHead('plain')}`),
    quotedPrintable(letter.text),
    Buffer.from(`\r\n--${boundary}\r\n${partHead('html')}`),
    quotedPrintable(letter.html),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const headers = headersOf(stationery, letter, boundary);
  const seals = await signatures(stationery.signers, { headers, body, at: letter.at });
  const head = [...seals, ...headers].map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${head}\r\n`), body]);
}

const partHead = (kind: 'plain' | 'html') =>
  `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;

function headersOf(stationery: Stationery, letter: OwnLetter, boundary: string): Header[] {
  const { from, replyTo, list } = stationery;
  return [
    { name: 'From', value: mailboxOf(from) },
    { name: 'To', value: mailboxOf(letter.to) },
    ...(replyTo === undefined ? [] : [{ name: 'Reply-To', value: mailboxOf({ name: '', address: replyTo }) }]),
    { name: 'Subject', value: wordsOf(letter.subject) },
    { name: 'Date', value: dateOf(letter.at) },
    { name: 'Message-ID', value: letter.messageId },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Content-Language', value: letter.language },
    ...(list === undefined ? [] : [{ name: 'List-Id', value: `${wordsOf(list.name)}\r\n <${list.id}>`.trimStart() }]),
    ...wayOut(stationery, letter),
    { name: 'Content-Type', value: `multipart/alternative;\r\n boundary="${boundary}"` },
  ];
}

/** Both lines are signed: who reads them knows that they are ours (RFC 8058, 4). */
function wayOut({ unsubscribeAddress }: Stationery, { unsubscribe }: OwnLetter): Header[] {
  if (unsubscribe === undefined) return [];
  const byMail =
    unsubscribeAddress === undefined
      ? ''
      : `,\r\n <mailto:${unsubscribeAddress}?subject=unsubscribe%20${unsubscribe.token}>`;
  return [
    { name: 'List-Unsubscribe', value: `<${unsubscribe.url}>${byMail}` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}
