import { z } from 'zod';
import { LanguageModelError } from './failure.ts';

/** Longer vectors are no known model's; the number also bounds what is kept. */
const DIMENSIONS_AT_MOST = 8192;

const embeddingsAnswer = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()) })),
});
const chatAnswer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * One vector per text, in the order of the texts.
 * @throws LanguageModelError nonsense: another number, different lengths, no numbers, or nothing but zeros
 */
export function vectorsFrom(answer: unknown, count: number): Float32Array[] {
  const { data } = understood(embeddingsAnswer, answer);
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const [at, { index, embedding }] of data.entries()) vectors[index ?? at] = Float32Array.from(embedding);
  const [first] = vectors;
  const whole = vectors.filter((vector) => vector !== undefined);
  if (!first || data.length !== count || whole.length !== count || vectors.length !== count) return refuse();
  return whole.every((vector) => isVector(vector, first.length)) ? whole : refuse();
}

const isVector = (vector: Float32Array, length: number) =>
  vector.length === length &&
  length > 1 &&
  length <= DIMENSIONS_AT_MOST &&
  vector.every(Number.isFinite) &&
  vector.some((one) => one !== 0);

/** @throws LanguageModelError nonsense: no words, or no JSON where JSON was asked for */
export function wordsFrom(answer: unknown, form: 'text' | 'json'): string {
  const content = understood(chatAnswer, answer).choices[0]?.message.content.trim();
  if (!content) return refuse();
  return form === 'json' ? jsonText(content) : content;
}

/** Many models put a fence round JSON; the answer is what is inside. */
function jsonText(content: string): string {
  const inside = /^```(?:json)?\s*([^]*?)\s*```$/.exec(content)?.[1] ?? content;
  try {
    JSON.parse(inside);
    return inside;
  } catch {
    return refuse();
  }
}

function understood<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const { data } = schema.safeParse(answer);
  return data ?? refuse();
}

function refuse(): never {
  throw new LanguageModelError('nonsense');
}
