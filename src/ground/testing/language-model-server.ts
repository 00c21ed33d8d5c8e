import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server treats the next questions. */
type Mood =
  | 'well'
  /** Takes the question and says nothing, ever. */
  | 'hangs'
  /** Answers rightly after `lateMs`. */
  | 'late'
  /** Begins to answer and goes on, a byte now and then, without an end. */
  | 'trickles'
  /** JSON of another kind. */
  | 'nonsense'
  | 'not_json'
  /** One vector too few; for words: none. */
  | 'too_few'
  | 'not_let_in'
  | 'unknown_model'
  | 'busy'
  | 'broken'
  | 'cut'
  /** Sends on to another address. */
  | 'elsewhere';

export interface AskedModel {
  path: string;
  authorization: string | undefined;
  body: { model: string; input?: string[]; messages?: { role: string; content: string }[] } & Record<string, unknown>;
}

export interface LanguageModelServerForTests {
  /** As an operator would write it, with `/v1`. */
  baseUrl: string;
  mood: Mood;
  lateMs: number;
  /** What the next chats are answered with. */
  words: string;
  asked: AskedModel[];
  stop: () => Promise<void>;
}

/** A real HTTP server on this machine that speaks the protocol of OpenAI, well or badly. */
export async function languageModelServerForTests(): Promise<LanguageModelServerForTests> {
  const here: LanguageModelServerForTests = {
    baseUrl: '',
    mood: 'well',
    lateMs: 1_000,
    words: 'Guten Tag',
    asked: [],
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => void answer(here, request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  here.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return here;
}

async function answer(here: LanguageModelServerForTests, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as AskedModel['body'];
  here.asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
  BEHAVIOURS[here.mood](here, body, response);
}

type Behaviour = (here: LanguageModelServerForTests, body: AskedModel['body'], response: ServerResponse) => void;

const refusing =
  (status: number): Behaviour =>
  (_here, _body, response) =>
    send(response, status, { error: { message: 'no' } });
const answering: Behaviour = (here, body, response) => send(response, 200, truth(here, body));

const BEHAVIOURS: Record<Mood, Behaviour> = {
  well: answering,
  too_few: answering,
  hangs: () => {},
  late: (here, body, response) => void setTimeout(() => answering(here, body, response), here.lateMs).unref(),
  trickles: (_here, _body, response) => trickle(response),
  nonsense: (_here, _body, response) =>
    send(response, 200, { data: [{ embedding: ['viel', null] }], choices: [{ message: {} }] }),
  not_json: (_here, _body, response) => void response.writeHead(200).end('<html>Bitte melden Sie sich an.</html>'),
  not_let_in: refusing(401),
  unknown_model: refusing(404),
  busy: refusing(429),
  broken: refusing(500),
  cut: (_here, _body, response) => void response.socket?.destroy(),
  elsewhere: (_here, _body, response) =>
    void response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
};

function trickle(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 50).unref();
  response.on('close', () => clearInterval(drip));
}

function truth({ mood, words }: LanguageModelServerForTests, { input, messages }: AskedModel['body']): unknown {
  if (messages) return { choices: mood === 'too_few' ? [] : [{ message: { role: 'assistant', content: words } }] };
  const vectors = (input ?? []).map((text, index) => ({ index, embedding: lettersOf(text) }));
  // Some servers answer in another order and say so by the index.
  return { data: (mood === 'too_few' ? vectors.slice(1) : vectors).toReversed() };
}

const send = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const DIMENSIONS = 64;

/** Texts with the same pieces of words lie close together: little, and enough to tell near from far. */
function lettersOf(text: string): number[] {
  const counts = Array.from({ length: DIMENSIONS }, () => 0.001);
  const letters = ` ${text.toLowerCase()} `;
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    let hash = 7;
    for (const letter of letters.slice(at, at + 3)) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 100_003;
    const place = hash % DIMENSIONS;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
