import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { LanguageModelError } from '#ground/language-models/failure.ts';
import { defineJob } from '#ground/jobs/job.ts';
import type { Engine } from '../engine/engine.ts';
import { engineFor } from '../engine/engine.ts';
import type { Recogniser } from '../recognition/types.ts';
import type { DirectoryVectors } from './closeness.ts';
import { directoryVectors } from './closeness.ts';
import type { ModelInForce } from './settings.ts';
import { modelInForce } from './settings.ts';
import { askFor, listVectors, modelKey } from './vectors.ts';

const TEXTS_AT_ONCE = 256;

/** What the model is shown of a concept: its names, and nothing that anybody wrote. */
export function textOf({ labelOf }: Recogniser, concept: number): string {
  const [german, english] = [labelOf(concept, 'de'), labelOf(concept, 'en')];
  return german === english ? german : `${german} / ${english}`;
}

const kept = new WeakMap<Engine, Map<string, DirectoryVectors>>();

/** Read from the database once per process and model; undefined while the model has not seen the whole directory. */
export async function directoryAsSeen(
  ctx: Ctx,
  engine: Engine,
  settings: ModelInForce,
): Promise<DirectoryVectors | undefined> {
  const byModel = kept.get(engine) ?? new Map<string, DirectoryVectors>();
  kept.set(engine, byModel);
  const key = modelKey(settings);
  const known = byModel.get(key);
  if (known) return known;
  const texts = textsOf(engine);
  const vectors = await listVectors(ctx, key, texts);
  if (vectors.size < new Set(texts).size) return undefined;
  const seen = directoryVectors(texts.map((text, concept) => [concept, vectors.get(text)]));
  if (seen) byModel.set(key, seen);
  return seen;
}

const textsOf = ({ directory, recogniser }: Engine): string[] =>
  Array.from({ length: directory.concepts.count }, (_, concept) => textOf(recogniser, concept));

export async function countPrepared(
  ctx: Ctx,
  engine: Engine,
  settings: ModelInForce | undefined,
): Promise<{ seen: number; all: number }> {
  const texts = [...new Set(textsOf(engine))];
  if (!settings) return { seen: 0, all: texts.length };
  const key = modelKey(settings);
  return { seen: (await listVectors(ctx, key, texts)).size, all: texts.length };
}

/** Shows the model what it has not seen yet, a few hundred names at a time; what was answered is kept whatever comes next. */
export const showDirectoryJob = defineJob({
  name: 'matching.show_directory_to_model',
  payload: z.object({}),
  key: () => 'one',
  expireInSeconds: 3600,
  run: async (ctx) => {
    const settings = await modelInForce(ctx);
    if (settings) await showDirectory(ctx, settings);
  },
});

async function showDirectory(ctx: Ctx, settings: ModelInForce): Promise<void> {
  const texts = [...new Set(textsOf(await engineFor(ctx)))];
  const seen = await listVectors(ctx, modelKey(settings), texts);
  const missing = texts.filter((text) => !seen.has(text));
  for (let start = 0; start < missing.length; start += TEXTS_AT_ONCE) {
    try {
      await askFor(ctx, settings, missing.slice(start, start + TEXTS_AT_ONCE), null);
    } catch (error) {
      // Written down with its reason; the next list that asks for the model sends the job again.
      if (error instanceof LanguageModelError) return;
      throw error;
    }
  }
}
