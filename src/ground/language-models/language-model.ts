import { modelAddressOf } from './address.ts';
import { vectorsFrom, wordsFrom } from './answers.ts';
import { unlessResting } from './breaker.ts';
import { postJson } from './post-json.ts';

export interface LanguageModelAt {
  /** Up to and with the version, e.g. `http://localhost:11434/v1` or `https://models.company.example/v1`. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** For one request, all of it. */
  timeoutMs: number;
  /** Milliseconds of a clock that only runs forward. */
  now?: () => number;
}

export interface ChatQuestion {
  system: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
  /** In the model's own tokens. */
  maxTokens: number;
  /** The answer is JSON, and is refused when it is not. The shape is for the caller to check. */
  json?: boolean;
}

export interface LanguageModel {
  /** One vector per text, in the same order, all of one length. @throws LanguageModelError */
  embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Words, never acts: no tools are offered to the model. @throws LanguageModelError */
  chat: (question: ChatQuestion) => Promise<string>;
}

const TEXTS_PER_REQUEST = 32;

/**
 * A model behind an address that speaks the protocol of OpenAI: Ollama, vLLM, LiteLLM, Mistral and most others.
 * @source docs/decisions/0017-language-models.md
 * @throws LanguageModelError address_refused
 */
export function openLanguageModel({
  baseUrl,
  apiKey,
  model,
  timeoutMs,
  now = () => performance.now(),
}: LanguageModelAt): LanguageModel {
  const base = modelAddressOf(baseUrl).href.replace(/\/$/, '');
  const ask = (path: string, body: object) =>
    postJson({ url: new URL(`${base}${path}`), apiKey, body: { model, ...body }, timeoutMs });
  const guarded = <T>(call: () => Promise<T>) => unlessResting(`${baseUrl} ${model}`, call, now);

  return {
    embed: (texts) => guarded(() => embedAll(ask, texts)),
    chat: ({ system, messages, maxTokens, json = false }) =>
      guarded(async () => {
        const answer = await ask('/chat/completions', {
          messages: [{ role: 'system', content: system }, ...messages],
          max_tokens: maxTokens,
          temperature: 0,
          stream: false,
          ...(json ? { response_format: { type: 'json_object' } } : {}),
        });
        return wordsFrom(answer, json ? 'json' : 'text');
      }),
  };
}

async function embedAll(ask: (path: string, body: object) => Promise<unknown>, texts: readonly string[]) {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += TEXTS_PER_REQUEST) {
    const input = texts.slice(start, start + TEXTS_PER_REQUEST);
    vectors.push(...vectorsFrom(await ask('/embeddings', { input, encoding_format: 'float' }), input.length));
  }
  return vectors;
}
