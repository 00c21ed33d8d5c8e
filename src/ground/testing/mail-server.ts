import type { AddressInfo, Socket } from 'node:net';
import type { SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  /** As the envelope says. */
  from: string;
  to: string[];
  /** Unfolded and decoded, names in small letters; one entry per line of the header. */
  headers: [name: string, value: string][];
  text: string;
  raw: string;
}

/** How the server treats the next mails; `cut` takes the whole text and hangs up without a word. */
type Mood = 'accept' | 'refuse' | 'busy' | 'cut';

export interface MailServerForTests {
  url: string;
  received: ReceivedMail[];
  mood: Mood;
  stop: () => Promise<void>;
  /** Listens again on the same port. */
  start: () => Promise<void>;
}

/** A real SMTP server on this machine that keeps what it accepts. */
export async function mailServerForTests(): Promise<MailServerForTests> {
  const received: ReceivedMail[] = [];
  let server: SMTPServer | undefined;
  let port = 0;
  const here: MailServerForTests = {
    url: '',
    received,
    mood: 'accept',
    start: async () => {
      server = serverFor(here);
      const listening = server;
      await new Promise<void>((resolve) => {
        listening.listen(port, '127.0.0.1', resolve);
      });
      ({ port } = listening.server.address() as AddressInfo);
      here.url = `smtp://127.0.0.1:${port}?from=talente@kellermatt.example`;
    },
    stop: () => new Promise((resolve) => (server ? server.close(() => resolve()) : resolve())),
  };
  await here.start();
  return here;
}

function serverFor(here: MailServerForTests): SMTPServer {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (here.mood === 'cut') return sockets.forEach((socket) => socket.destroy());
        if (here.mood !== 'accept') return answer(refusal(here.mood));
        here.received.push(read(Buffer.concat(chunks).toString('latin1'), session));
        answer();
      });
    },
  });
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  // Connections that a test cuts off are no news.
  server.on('error', () => {});
  return server;
}

const refusal = (mood: Mood) =>
  Object.assign(new Error(mood === 'busy' ? 'Try later' : 'No such mailbox'), {
    responseCode: mood === 'busy' ? 451 : 550,
  });

function read(raw: string, { envelope }: SMTPServerSession): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    });
  const encoding = headers.find(([name]) => name === 'content-transfer-encoding')?.[1] ?? '7bit';
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
    headers,
    text: decodeBody(raw.slice(end + 4), encoding),
    raw,
  };
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` (RFC 2047). */
const decodeWords = (value: string): string =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : bytesOf(word.replaceAll('_', ' ')).toString('utf8'),
    );

function decodeBody(body: string, encoding: string): string {
  const lines = body.replaceAll('\r\n', '\n');
  if (encoding === 'base64') return Buffer.from(lines, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  return encoding === 'quoted-printable'
    ? bytesOf(lines.replaceAll('=\n', '')).toString('utf8')
    : Buffer.from(lines, 'latin1').toString('utf8');
}

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
