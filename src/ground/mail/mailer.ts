import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';
import { isOneAddress, oneLine } from './one-line.ts';
import type { MailServer } from './server-address.ts';
import { mailServerOf } from './server-address.ts';

/** Everything together; shorter than the first pause between two tries, so that no mail is tried twice at once. */
export const LONGEST_SENDING_MS = 90_000;
const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 30_000;
const MOST_CONNECTIONS = 2;
const IDLE_MS = 15_000;

export interface Mailbox {
  name: string;
  address: string;
}

export interface OutgoingMail {
  /** The same for every try of one mail: it becomes the Message-ID, by which mailboxes see that two are one. */
  id: string;
  form: 'notice' | 'letter';
  toAddress: string;
  fromName: string;
  replyTo: Mailbox | undefined;
  subject: string;
  text: string;
  language: string;
}

/** What became of one try. Codes hold neither names nor addresses: they are stored and logged. */
export type Handover =
  | { kind: 'accepted' }
  /** The server will not take it, today or tomorrow. */
  | { kind: 'refused'; code: string }
  /** Surely not taken; later may be better. */
  | { kind: 'put_off'; code: string }
  /** The text was on its way and no answer came. */
  | { kind: 'uncertain'; code: string };

export interface Mailer {
  send: (mail: OutgoingMail) => Promise<Handover>;
  close: () => void;
}

/**
 * The one way out for mails, over a few kept connections; undefined without SMTP_URL.
 * @throws ConfigError when SMTP_URL cannot be used
 */
export function openMailer({ smtpUrl }: Pick<Config, 'smtpUrl'>): Mailer | undefined {
  if (smtpUrl === undefined) return undefined;
  const server = mailServerOf(smtpUrl);
  const transport = createTransport(optionsFor(server));
  /** Mails whose text has begun to leave: from here on a broken connection says nothing about what the server has. */
  const onTheirWay = new Set<string>();
  transport.use('stream', (mail, done) => {
    mail.message.transform(() => {
      onTheirWay.add(mail.message.messageId());
      return new PassThrough();
    });
    done();
  });

  return {
    send: async (mail) => {
      if (!isOneAddress(mail.toAddress)) return { kind: 'refused', code: 'address_unusable' };
      const message = messageFor(mail, server.from);
      try {
        await transport.sendMail(message);
        return { kind: 'accepted' };
      } catch (error) {
        return judge(error as SmtpFailure, onTheirWay.has(message.messageId) ? 'on_its_way' : 'not_begun');
      } finally {
        onTheirWay.delete(message.messageId);
      }
    },
    close: () => transport.close(),
  };
}

const optionsFor = ({ host, port, tls, user, password }: MailServer) => ({
  pool: true as const,
  host,
  port,
  secure: tls === 'from_start',
  requireTLS: tls === 'required',
  ignoreTLS: tls === 'none',
  ...(user === undefined ? {} : { auth: { user, pass: password } }),
  maxConnections: MOST_CONNECTIONS,
  idleTimeout: IDLE_MS,
  // The outbox alone decides whether something is sent again.
  maxRequeues: 0,
  dnsTimeout: CONNECT_WITHIN_MS,
  connectionTimeout: CONNECT_WITHIN_MS,
  greetingTimeout: CONNECT_WITHIN_MS,
  socketTimeout: ANSWER_WITHIN_MS,
  disableFileAccess: true,
  disableUrlAccess: true,
});

function messageFor(mail: OutgoingMail, from: string) {
  const replyTo = mail.replyTo && isOneAddress(mail.replyTo.address) ? mail.replyTo : undefined;
  return {
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    from: { name: oneLine(mail.fromName), address: from },
    to: { name: '', address: mail.toAddress },
    ...(replyTo ? { replyTo: { name: oneLine(replyTo.name), address: replyTo.address } } : {}),
    subject: oneLine(mail.subject),
    text: mail.text,
    headers: {
      'Content-Language': mail.language,
      // An absence note need not answer a program; it may well answer a person.
      ...(mail.form === 'notice' ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    signal: AbortSignal.timeout(LONGEST_SENDING_MS),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface SmtpFailure {
  code?: string;
  responseCode?: number;
  /** A 5xx answer. */
  permanent?: boolean;
}

const CODES: Record<string, string> = {
  EAUTH: 'sign_in_refused',
  EDNS: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'timed_out',
  ETLS: 'tls_failed',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
};
/** What is about this mail; a wrong password is about the house, and waits until somebody mends it. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** An answer of the server is a fact, wherever it comes; without one it depends on how far the mail had got. */
function judge({ code = '', responseCode, permanent }: SmtpFailure, reached: 'not_begun' | 'on_its_way'): Handover {
  const word = CODES[code] ?? 'not_sent';
  if (responseCode !== undefined) {
    const isFinal = permanent === true && ABOUT_THE_MAIL.has(code);
    return { kind: isFinal ? 'refused' : 'put_off', code: `${word}_${responseCode}` };
  }
  if (ABOUT_THE_MAIL.has(code)) return { kind: 'refused', code: word };
  return reached === 'on_its_way' ? { kind: 'uncertain', code: 'uncertain' } : { kind: 'put_off', code: word };
}
