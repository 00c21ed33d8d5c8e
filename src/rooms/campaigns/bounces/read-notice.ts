import type { Attachment, Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import type { Severity } from './severity.ts';
import { severityOf } from './severity.ts';

/** What a message that came back says. `tokens`: words that look like our Message-IDs, in the order of trust. */
export type Notice =
  | { kind: 'bounce'; severity: Severity; code: string; recipient: string | undefined; tokens: string[] }
  | { kind: 'complaint'; code: string; tokens: string[] }
  | { kind: 'auto_reply'; tokens: string[] }
  | { kind: 'reply'; subject: string; tokens: string[] }
  | { kind: 'unsubscribe'; token: string }
  | { kind: 'unknown' };

const TOKEN = /(?<![A-Za-z0-9_-])([A-Za-z0-9_-]{64})@[A-Za-z0-9.-]+/g;
const UNSUBSCRIBE = /^\s*(?:re:\s*)?unsubscribe[ +]([A-Za-z0-9_-]{64})\s*$/i;
const FROM_A_SERVER = /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/i;
const STATUS = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

/** Reads a message of any origin: reports of delivery (RFC 3464), complaints (RFC 5965), absence notes (RFC 3834), answers. @throws when it is no message */
export async function readNotice(raw: Uint8Array): Promise<Notice> {
  const mail = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
  });
  return complaintIn(mail) ?? reportIn(mail) ?? plainBounceIn(mail) ?? writtenIn(mail);
}

const contentOf = (attachment: Attachment | undefined): string =>
  typeof attachment?.content === 'string' ? attachment.content : '';
const partOf = (mail: Email, ...types: string[]) => mail.attachments.find(({ mimeType }) => types.includes(mimeType));
const headerOf = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value;

/** The message that it is about travels as an attachment; what stands in the text is trusted last. */
function tokensIn(mail: Email): string[] {
  const texts = [
    contentOf(partOf(mail, 'message/rfc822', 'message/rfc822-headers', 'text/rfc822-headers')),
    ...mail.attachments.map(contentOf),
    mail.text ?? '',
    mail.html ?? '',
  ];
  return distinct(texts.flatMap((text) => [...text.matchAll(TOKEN)].map(([, token = '']) => token)));
}

const distinct = (words: string[]) => [...new Set(words)];

function complaintIn(mail: Email): Notice | undefined {
  const report = partOf(mail, 'message/feedback-report');
  if (!report) return undefined;
  const kind = fieldsOf(contentOf(report)).get('feedback-type') ?? 'abuse';
  // "Not spam" is praise; a report about authentication or policy is no word of the person.
  return ['abuse', 'fraud', 'virus', 'other', 'opt-out', 'opt-out-list'].includes(kind)
    ? { kind: 'complaint', code: kind, tokens: tokensIn(mail) }
    : { kind: 'unknown' };
}

function reportIn(mail: Email): Notice | undefined {
  const report = partOf(mail, 'message/delivery-status', 'message/global-delivery-status');
  if (!report) return undefined;
  const fields = aboutRecipient(contentOf(report));
  return fields === undefined ? { kind: 'unknown' } : bounceFrom(Object.fromEntries(fields), mail);
}

function bounceFrom(fields: Record<string, string>, mail: Email): Notice {
  const { action = 'failed', status, 'diagnostic-code': diagnostic = '' } = fields;
  if (ARRIVED.has(action)) return { kind: 'unknown' };
  const code = codeIn(status ?? '') || codeIn(diagnostic);
  return {
    kind: 'bounce',
    severity: action === 'delayed' ? 'delay' : severityOf(code, diagnostic),
    code,
    recipient: addressIn(fields['original-recipient'] ?? fields['final-recipient']),
    tokens: tokensIn(mail),
  };
}

const ARRIVED = new Set(['delivered', 'relayed', 'expanded']);

/** The fields about the recipient; of several, those that failed. */
function aboutRecipient(report: string): Map<string, string> | undefined {
  const groups = report
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map(fieldsOf);
  const about = groups.filter((fields) => fields.has('action') || fields.has('status'));
  return about.find((fields) => fields.get('action') === 'failed') ?? about[0];
}

/** `550` becomes `5.0.0`. */
function codeIn(diagnostic: string): string {
  const status = STATUS.exec(diagnostic)?.[1];
  if (status) return status;
  const [, basic] = /\b([45])\d\d\b/.exec(diagnostic) ?? [];
  return basic ? `${basic}.0.0` : '';
}

/** `rfc822; ilse@mail.example` */
const addressIn = (field: string | undefined): string | undefined =>
  /(?:^|;)\s*<?([^\s<>;]+@[^\s<>;]+)>?\s*$/.exec(field ?? '')?.[1]?.toLowerCase();

/** Fields of a report, folded lines joined, names and first words in small letters. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const [, name = '', value = ''] = /^([A-Za-z-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim().toLowerCase());
  }
  return fields;
}

/** Servers that write no report, only a text: they are known by their name, and by our Message-ID in what they send back. */
function plainBounceIn(mail: Email): Notice | undefined {
  if (!isFromServer(mail) || isAutomatic(mail) === 'person') return undefined;
  const text = `${mail.text ?? ''}\n${mail.html ?? ''}`;
  const code = codeIn(text);
  const tokens = tokensIn(mail);
  if (code === '' || tokens.length === 0) return undefined;
  return {
    kind: 'bounce',
    severity: severityOf(code, text),
    code,
    recipient: addressIn(headerOf(mail, 'x-failed-recipients')),
    tokens,
  };
}

function isFromServer(mail: Email): boolean {
  const from = mail.from && 'address' in mail.from ? (mail.from.address ?? '') : '';
  return FROM_A_SERVER.test(from) || mail.returnPath === '' || headerOf(mail, 'x-failed-recipients') !== undefined;
}

/** Whether a program wrote it: 'person' stands for an absence note, which answers in the name of a person. */
function isAutomatic(mail: Email): 'no' | 'person' | 'program' {
  const submitted = headerOf(mail, 'auto-submitted')?.toLowerCase() ?? 'no';
  if (submitted.startsWith('auto-replied')) return 'person';
  const marks = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-mail-autoreply'];
  if (marks.some((name) => headerOf(mail, name) !== undefined)) return 'person';
  if (/auto_reply/i.test(headerOf(mail, 'precedence') ?? '')) return 'person';
  return submitted === 'no' ? 'no' : 'program';
}

/** Absence notes of programs that mark nothing. */
const AWAY =
  /^(re: )?(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|abwesen(d|heit)|automatische antwort|réponse automatique|risposta automatica)/i;

function writtenIn(mail: Email): Notice {
  const subject = mail.subject ?? '';
  const [, token] = UNSUBSCRIBE.exec(subject) ?? [];
  if (token) return { kind: 'unsubscribe', token };
  const tokens = answeredTokens(mail);
  if (tokens.length === 0) return { kind: 'unknown' };
  return isAutomatic(mail) !== 'no' || AWAY.test(subject)
    ? { kind: 'auto_reply', tokens }
    : { kind: 'reply', subject, tokens };
}

function answeredTokens({ inReplyTo = '', references = '' }: Email): string[] {
  return distinct([...`${inReplyTo} ${references}`.matchAll(TOKEN)].map(([, known = '']) => known));
}
