import http from 'node:http';
import https from 'node:https';
import { lookupFor } from './address.ts';
import { LanguageModelError, type ModelFailure } from './failure.ts';

export interface Question {
  url: URL;
  apiKey: string | undefined;
  body: unknown;
  /** For everything together: looking up, connecting, and the last byte of the answer. */
  timeoutMs: number;
}

/** More than any true answer needs; whoever sends more is not asked for the rest. */
const ANSWER_BYTES_AT_MOST = 16 * 1024 * 1024;

/**
 * Asks and returns what was answered, as JSON. Follows no redirect: another address was never allowed.
 * @throws LanguageModelError
 */
export async function postJson(question: Question): Promise<unknown> {
  const deadline = AbortSignal.timeout(question.timeoutMs);
  try {
    const { status, text } = await answerTo(question, deadline);
    if (status < 200 || status > 299) throw new LanguageModelError(failureFor(status), status);
    return jsonOf(text);
  } catch (error) {
    if (error instanceof LanguageModelError) throw error;
    throw new LanguageModelError(deadline.aborted ? 'timed_out' : 'unreachable');
  }
}

function answerTo({ url, apiKey, body }: Question, signal: AbortSignal): Promise<{ status: number; text: string }> {
  const sent = Buffer.from(JSON.stringify(body));
  const headers = {
    'content-type': 'application/json',
    'content-length': sent.byteLength,
    accept: 'application/json',
    ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
  };
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // A connection of its own: one that was kept and closed by the other side would look like a failure of the model.
    const asking = request(url, { method: 'POST', headers, signal, agent: false, lookup: lookupFor(url) }, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > ANSWER_BYTES_AT_MOST) asking.destroy(new LanguageModelError('nonsense'));
        else chunks.push(chunk);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      answer.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(sent);
  });
}

function failureFor(status: number): ModelFailure {
  if (status === 401 || status === 403) return 'not_let_in';
  if (status === 404) return 'unknown_model';
  if (status === 429 || status === 503) return 'busy';
  return status >= 300 && status < 400 ? 'nonsense' : 'server_failed';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LanguageModelError('nonsense');
  }
}
