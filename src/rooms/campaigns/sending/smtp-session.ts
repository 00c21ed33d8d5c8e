import type { MailServer } from '#ground/mail/server-address.ts';
import { isAscii } from './headers.ts';
import type { SmtpReply } from './smtp-replies.ts';
import type { Features, Wire } from './smtp-wire.ts';
import { greet, openWire, WireError } from './smtp-wire.ts';

/** What became of one try. Codes hold neither names nor addresses: they are stored and logged. */
export type Outcome =
  | { kind: 'accepted' }
  /** The server will not take it, today or tomorrow. */
  | { kind: 'failed'; code: string }
  /** Surely not taken; later may be better. */
  | { kind: 'put_off'; code: string }
  /** About the sender, not about this letter: nobody gets anything before a human has looked. */
  | { kind: 'sender_refused'; code: string }
  /** The text was on its way and no answer came. */
  | { kind: 'uncertain'; code: string };

export interface Envelope {
  from: string;
  to: string;
}

export interface Session {
  /** Asks whether the server takes a letter for this address; undefined: it does. */
  offer: (envelope: Envelope) => Promise<Outcome | undefined>;
  /** The server waits for the text. */
  begin: () => Promise<Outcome | undefined>;
  /** Hands the text over, and offers the next letter in the same breath where the server allows that. */
  finish: (
    raw: Buffer,
    next: Envelope | undefined,
  ) => { outcome: Promise<Outcome>; offered: Promise<Outcome | undefined> | undefined };
  /** Takes an offer back. */
  withdraw: () => Promise<void>;
  isOpen: () => boolean;
  close: () => void;
}

/** @throws WireError unreachable, timed_out, tls_failed, sign_in_refused … */
export async function openSession(server: MailServer): Promise<Session> {
  const wire = await openWire(server);
  try {
    return sessionOn(wire, await introduce(wire, server));
  } catch (error) {
    wire.close();
    throw error;
  }
}

async function introduce(wire: Wire, server: MailServer): Promise<Features> {
  const [welcome] = await wire.ask('', 1);
  if (welcome?.code !== 220) throw new WireError(`greeting_${welcome?.code ?? 0}`);
  const features = await encrypt(wire, server, await greet(wire));
  if (server.user !== undefined)
    await signIn(wire, { user: server.user, password: server.password, ways: features.auth });
  return features;
}

/** As the policy for this server says; what it can do is asked again behind the encryption. */
async function encrypt(wire: Wire, { tls, host }: MailServer, features: Features): Promise<Features> {
  if (tls === 'required' && !features.startTls) throw new WireError('tls_missing');
  if (!features.startTls || (tls !== 'required' && tls !== 'offered')) return features;
  const [ready] = await wire.ask('STARTTLS\r\n', 1);
  if (ready?.code !== 220) throw new WireError('tls_failed');
  await wire.secure(host);
  return greet(wire);
}

interface SignIn {
  user: string;
  password: string;
  ways: string[];
}

async function signIn(wire: Wire, { user, password, ways }: SignIn) {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  if (ways.includes('PLAIN') || !ways.includes('LOGIN')) {
    const [said] = await wire.ask(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}\r\n`, 1);
    return refuseUnless(235, said);
  }
  refuseUnless(334, (await wire.ask('AUTH LOGIN\r\n', 1))[0]);
  refuseUnless(334, (await wire.ask(`${base64(user)}\r\n`, 1))[0]);
  refuseUnless(235, (await wire.ask(`${base64(password)}\r\n`, 1))[0]);
}

function refuseUnless(wanted: number, reply: SmtpReply | undefined) {
  const code = reply?.code ?? 0;
  if (code === wanted) return;
  throw new WireError(code >= 500 ? `sign_in_refused_${code}` : `sign_in_put_off_${code}`);
}

/** Offers go out as one group (RFC 2920): sender, recipient and the wish to send the text; the answer to the last one opens the way. */
function sessionOn(wire: Wire, features: Features): Session {
  return features.pipelining ? groupedSession(wire, features) : steppedSession(wire, features);
}

function groupedSession(wire: Wire, { utf8 }: Features): Session {
  let isTextAwaited = false;
  const hear = (replies: SmtpReply[]): Outcome | undefined => {
    const refused = judgeOffer(replies);
    const last = replies.at(-1);
    isTextAwaited = last?.code === 354;
    // It waits for a text that nobody may have.
    if (refused && isTextAwaited) wire.drop();
    return refused ?? (isTextAwaited ? undefined : judge(last, 'data'));
  };
  const groupFor = (envelope: Envelope) => {
    const commands = commandsFor(envelope, utf8);
    return commands && `${commands.join('')}DATA\r\n`;
  };
  return {
    offer: async (envelope) => {
      const group = groupFor(envelope);
      return group === undefined ? NEEDS_UTF8 : hear(await wire.ask(group, 3));
    },
    begin: async () => undefined,
    finish: (raw, next) => {
      const ahead = next && groupFor(next);
      isTextAwaited = false;
      return handOver(wire, raw, ahead === undefined ? undefined : { commands: ahead, answers: 3, judge: hear });
    },
    withdraw: async () => {
      // Between the answer to DATA and the end of the text there is no way back but to hang up.
      if (isTextAwaited) wire.drop();
      else await wire.ask('RSET\r\n', 1);
    },
    isOpen: wire.isOpen,
    close: () => (isTextAwaited ? wire.drop() : wire.close()),
  };
}

function steppedSession(wire: Wire, { utf8 }: Features): Session {
  return {
    offer: async (envelope) => {
      const commands = commandsFor(envelope, utf8);
      if (commands === undefined) return NEEDS_UTF8;
      const [from] = await wire.ask(commands[0], 1);
      return judgeOffer(from?.code === 250 ? [from, ...(await wire.ask(commands[1], 1))] : [from]);
    },
    begin: async () => {
      const [ready] = await wire.ask('DATA\r\n', 1);
      return ready?.code === 354 ? undefined : judge(ready, 'data');
    },
    finish: (raw) => handOver(wire, raw, undefined),
    withdraw: async () => void (await wire.ask('RSET\r\n', 1)),
    isOpen: wire.isOpen,
    close: wire.close,
  };
}

interface Ahead {
  commands: string;
  answers: number;
  judge: (replies: SmtpReply[]) => Outcome | undefined;
}

function handOver(wire: Wire, raw: Buffer, ahead: Ahead | undefined): ReturnType<Session['finish']> {
  if (!wire.isOpen())
    return { outcome: Promise.resolve({ kind: 'put_off', code: 'connection_broken' }), offered: undefined };
  const outcome = wire.tell([stuffed(raw), `.\r\n${ahead?.commands ?? ''}`], 1).then(
    ([reply]) => (reply?.code === 250 ? { kind: 'accepted' as const } : judge(reply, 'text')),
    // From here on a broken connection says nothing about what the server has.
    (): Outcome => ({ kind: 'uncertain', code: 'connection_broken' }),
  );
  const offered = ahead && wire.ask('', ahead.answers).then(ahead.judge);
  offered?.catch(() => {});
  return { outcome, offered };
}

const NEEDS_UTF8: Outcome = { kind: 'failed', code: 'address_needs_utf8' };

function commandsFor({ from, to }: Envelope, utf8: boolean): [string, string] | undefined {
  const needsUtf8 = !isAscii(from) || !isAscii(to);
  if (needsUtf8 && !utf8) return undefined;
  return [`MAIL FROM:<${from}>${needsUtf8 ? ' SMTPUTF8' : ''}\r\n`, `RCPT TO:<${to}>\r\n`];
}

function judgeOffer([from, to]: (SmtpReply | undefined)[]): Outcome | undefined {
  if (from?.code !== 250) return judge(from, 'sender');
  return to?.code === 250 || to?.code === 251 ? undefined : judge(to, 'recipient');
}

/** An answer is a fact, wherever it comes. */
function judge(reply: SmtpReply | undefined, step: 'sender' | 'recipient' | 'data' | 'text'): Outcome {
  const code = `${step}_${reply?.code ?? 0}${enhanced(reply)}`;
  if (reply === undefined || reply.code < 500) return { kind: 'put_off', code };
  return step === 'sender' ? { kind: 'sender_refused', code } : { kind: 'failed', code };
}

/** `5.1.1` of `550 5.1.1 No such user` (RFC 2034). */
function enhanced(reply: SmtpReply | undefined): string {
  const [, status] = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply?.lines[0] ?? '') ?? [];
  return status === undefined ? '' : `_${status}`;
}

/** A line that begins with a full stop would end the text (RFC 5321, 4.5.2); ours never do, those of others may. */
function stuffed(raw: Buffer): Buffer {
  const ended = raw.subarray(-2).toString('latin1') === '\r\n' ? raw : Buffer.concat([raw, Buffer.from('\r\n')]);
  if (ended[0] !== 46 && ended.indexOf('\r\n.') === -1) return ended;
  return Buffer.from(ended.toString('latin1').replaceAll(/(^|\r\n)\./g, '$1..'), 'latin1');
}
