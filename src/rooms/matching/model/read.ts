import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { isThisMachine, modelAddressOf } from '#ground/language-models/address.ts';
import { LanguageModelError } from '#ground/language-models/failure.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { engineFor } from '../engine/engine.ts';
import type { ModelChange, ModelSettings, modelTrial } from '../schema-model.ts';
import { countPrepared, showDirectoryJob } from './directory.ts';
import { listAgreed } from './for-demand.ts';
import { changeModel, findModel, modelInForce, openModel } from './settings.ts';

const CALLS_SHOWN = 20;

/** What the page says about the model; the key never leaves. */
export async function getModelSettings(ctx: Ctx): Promise<ModelSettings> {
  allow(ctx.actor, 'matching.read_log');
  const found = await findModel(ctx);
  return {
    addresses: ctx.modelAddresses.map((address) => ({ address, isThisMachine: isHere(address) })),
    settings: found ? settingsOf(found) : null,
    prepared: found ? await countPrepared(ctx, await engineFor(ctx), found) : { seen: 0, all: 0 },
    agreedCount: (await listAgreed(ctx)).size,
    calls: await listCalls(ctx),
  };
}

function settingsOf({ sealedKey, changedAt, ...rest }: NonNullable<Awaited<ReturnType<typeof findModel>>>) {
  return { ...rest, hasKey: sealedKey !== null, changedAt: changedAt.toISOString() };
}

function isHere(address: string): boolean {
  try {
    return isThisMachine(modelAddressOf(address));
  } catch (error) {
    if (error instanceof LanguageModelError) return false;
    throw error;
  }
}

async function listCalls({ db }: Ctx): Promise<ModelSettings['calls']> {
  const { rows } = await sql<Omit<ModelSettings['calls'][number], 'at'> & { at: Date }>`
    select c.at, m.name as by, c.model, c.address, c.text_count as texts, c.character_count as characters, c.outcome, c.took_ms as "tookMs"
    from match_model_calls c left join members m on m.id = c.by_member order by c.at desc, c.id desc limit ${CALLS_SHOWN}`.execute(
    db,
  );
  return rows.map(({ at, ...call }) => ({ ...call, at: at.toISOString() }));
}

/** @throws AppError those of `changeModel` */
export async function setModelSettings(ctx: Ctx, change: ModelChange): Promise<ModelSettings> {
  await changeModel(ctx, change);
  if (change.isOn) await ctx.jobs(ctx, showDirectoryJob, {});
  return getModelSettings(ctx);
}

/** One word of the directory, so that somebody who sets it up sees at once what comes back. @throws AppError matching.model_is_off */
export async function tryModelOf(ctx: Ctx): Promise<z.output<typeof modelTrial>> {
  allow(ctx.actor, 'matching.manage');
  const settings = await modelInForce(ctx);
  if (!settings) throw notFound('matching.model_is_off');
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const [vector] = await openModel(ctx, settings).embed(['Datenbank']);
    return { state: 'answered', dimensions: vector?.length ?? null, tookMs: took() };
  } catch (error) {
    if (error instanceof LanguageModelError) return { state: error.reason, dimensions: null, tookMs: took() };
    throw error;
  }
}
