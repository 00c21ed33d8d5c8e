import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { LanguageModelError } from '#ground/language-models/failure.ts';
import type { Engine } from '../engine/engine.ts';
import { dayOf } from '../engine/read-index.ts';
import type { ModelPart } from '../schema-model.ts';
import type { ModelWishes } from '../scoring/people-index-types.ts';
import type { DemandQuery, SkillWish } from '../scoring/types.ts';
import { closeConcepts } from './closeness.ts';
import { directoryAsSeen, showDirectoryJob, textOf } from './directory.ts';
import type { ModelInForce } from './settings.ts';
import { modelInForce } from './settings.ts';
import { askFor, listVectors, modelKey } from './vectors.ts';

export interface AskedModel {
  part: ModelPart;
  /** Absent where nothing came: then the visible rules rank alone. */
  wishes?: ModelWishes;
}

/** What the model says about a demand; undefined where it is off or nothing could be asked. Whatever it does, a list comes. */
export async function askModel(
  ctx: Ctx,
  engine: Engine,
  { demandId, query }: { demandId: string; query: DemandQuery },
): Promise<AskedModel | undefined> {
  const settings = await modelInForce(ctx);
  const asked = [...query.must, ...query.nice];
  if (!settings || asked.length === 0) return undefined;
  const { model, weight } = settings;
  try {
    const seen = await directoryAsSeen(ctx, engine, settings);
    if (!seen) {
      await ctx.jobs(ctx, showDirectoryJob, {});
      return { part: { model, weight, state: 'preparing' } };
    }
    const vectors = await vectorsFor(
      ctx,
      settings,
      asked.map((wish) => wordsOf(engine, wish)),
      demandId,
    );
    const wishes = asked.map((wish) => ({
      label: wish.label,
      close: closeConcepts(seen, vectors.get(wordsOf(engine, wish)) ?? new Float32Array()),
    }));
    return { part: { model, weight, state: 'answered' }, wishes: { weight, wishes, agreed: await listAgreed(ctx) } };
  } catch (error) {
    if (error instanceof LanguageModelError) return { part: { model, weight, state: error.reason } };
    throw error;
  }
}

/** A wish that the directory knows has been shown to the model already; another one goes as it was written into the demand. */
const wordsOf = ({ recogniser }: Engine, { concept, label }: SkillWish) =>
  concept === undefined ? label : textOf(recogniser, concept);

async function vectorsFor(
  ctx: Ctx,
  settings: ModelInForce,
  texts: string[],
  demandId: string,
): Promise<Map<string, Float32Array>> {
  const known = await listVectors(ctx, modelKey(settings), texts);
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  if (missing.length === 0) return known;
  return new Map([...known, ...(await askFor(ctx, settings, missing, demandId))]);
}

/** Only who said yes to learned models in particular; what a recruiter noted is no yes until it is confirmed (AI-1, CO-2, CO-6). */
export async function listAgreed(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.talent_id as id from consent_view c
    where c.purpose = 'learned_matching' and (c.kind = 'confirmed' or (c.kind = 'given' and c.form = 'portal'))
      and (c.expires_on is null or c.expires_on > ${dayOf(ctx)}::date)`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
