import type { Socket } from 'node:net';
import { connect as connectPlain, isIP } from 'node:net';
import { hostname } from 'node:os';
import type { TLSSocket } from 'node:tls';
import { connect as connectTls } from 'node:tls';
import type { MailServer } from '#ground/mail/server-address.ts';
import type { SmtpReply } from './smtp-replies.ts';
import { replyReader } from './smtp-replies.ts';

const CONNECT_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 60_000;

/** The connection is of no more use; whether a message that was under way arrived, its own steps say. */
export class WireError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'WireError';
    this.code = code;
  }
}

/** Commands out, answers in, in the same order (RFC 2920). */
export interface Wire {
  /** Writes, and waits for as many answers as there are commands. @throws WireError */
  ask: (commands: string, answers: number) => Promise<SmtpReply[]>;
  /** The same with several pieces in one go. @throws WireError */
  tell: (pieces: readonly (string | Buffer)[], answers: number) => Promise<SmtpReply[]>;
  /** Goes on encrypted. @throws WireError */
  secure: (host: string) => Promise<void>;
  isOpen: () => boolean;
  /** With a goodbye. */
  close: () => void;
  /** Without one. */
  drop: () => void;
}

interface Waiting {
  wanted: number;
  replies: SmtpReply[];
  resolve: (replies: SmtpReply[]) => void;
  reject: (error: Error) => void;
}

/** @throws WireError unreachable, timed_out */
export async function openWire({ host, port, tls }: Pick<MailServer, 'host' | 'port' | 'tls'>): Promise<Wire> {
  const socket = tls === 'from_start' ? connectTls(tlsOptions(host, port)) : connectPlain({ host, port });
  await untilOpen(socket, tls === 'from_start' ? 'secureConnect' : 'connect');
  return wireOn(socket);
}

const tlsOptions = (host: string, port: number) => ({
  host,
  port,
  minVersion: 'TLSv1.2' as const,
  ...(isIP(host) ? {} : { servername: host }),
});

function untilOpen(socket: Socket | TLSSocket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => socket.destroy(new WireError('timed_out')), CONNECT_WITHIN_MS);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(patience);
      reject(new WireError(error instanceof WireError ? error.code : codeOf(error)));
    });
    socket.once(event, () => {
      clearTimeout(patience);
      resolve();
    });
  });
}

/** Certificates that do not fit have codes of many kinds; no network error is among them. */
const codeOf = ({ code = '' }: NodeJS.ErrnoException) =>
  /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO/.test(code) ? 'tls_failed' : 'unreachable';

function wireOn(first: Socket): Wire {
  const waiting: Waiting[] = [];
  let socket = first;
  let reader = replyReader();
  let broken: WireError | undefined;

  const fail = (error: WireError) => {
    broken ??= error;
    socket.destroy();
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  const hear = (piece: Buffer) => {
    try {
      for (const reply of reader.read(piece.toString('latin1'))) give(waiting, reply);
    } catch {
      fail(new WireError('not_a_mail_server'));
    }
  };
  const end = () => fail(new WireError('connection_broken'));
  const listen = () => {
    socket.setNoDelay(true);
    socket.setTimeout(ANSWER_WITHIN_MS, () => waiting.length > 0 && fail(new WireError('timed_out')));
    socket.on('data', hear).on('error', end).on('close', end);
  };
  listen();

  const tell: Wire['tell'] = (pieces, answers) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      waiting.push({ wanted: answers, replies: [], resolve, reject });
      writeTogether(socket, pieces);
    });
  return {
    tell,
    ask: (commands, answers) => tell([commands], answers),
    secure: async (host) => {
      socket.removeAllListeners();
      const inner = connectTls({ socket, minVersion: 'TLSv1.2', ...(isIP(host) ? {} : { servername: host }) });
      await untilOpen(inner, 'secureConnect');
      socket = inner;
      // What somebody slipped in before the encryption is not heard (RFC 3207, 6).
      reader = replyReader();
      listen();
    },
    isOpen: () => broken === undefined,
    drop: () => fail(new WireError('closed')),
    close: () => {
      if (!broken) socket.end('QUIT\r\n');
      broken ??= new WireError('closed');
      setTimeout(() => socket.destroy(), 1000).unref();
    },
  };
}

/** In one system call, and as few packets as possible. */
function writeTogether(socket: Socket, pieces: readonly (string | Buffer)[]) {
  socket.cork();
  for (const piece of pieces) if (piece.length > 0) socket.write(piece);
  socket.uncork();
}

function give(waiting: Waiting[], reply: SmtpReply) {
  const [first] = waiting;
  // Nobody asked: a server that says goodbye; the end of the connection says the rest.
  if (!first) return;
  first.replies.push(reply);
  if (first.replies.length < first.wanted) return;
  waiting.shift();
  first.resolve(first.replies);
}

export interface Features {
  pipelining: boolean;
  startTls: boolean;
  utf8: boolean;
  auth: string[];
}

/** @throws WireError ehlo_refused */
export async function greet(wire: Wire): Promise<Features> {
  const [reply] = await wire.ask(`EHLO ${ownName()}\r\n`, 1);
  if (reply?.code !== 250) throw new WireError(`ehlo_refused_${reply?.code ?? 0}`);
  const words = reply.lines.slice(1).map((line) => line.toUpperCase().split(' '));
  const has = (name: string) => words.some(([first]) => first === name);
  return {
    pipelining: has('PIPELINING'),
    startTls: has('STARTTLS'),
    utf8: has('SMTPUTF8'),
    auth: words.find(([first]) => first === 'AUTH')?.slice(1) ?? [],
  };
}

const ownName = () => (/^[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/.test(hostname()) ? hostname() : '[127.0.0.1]');
