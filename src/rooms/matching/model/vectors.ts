import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { LanguageModelError } from '#ground/language-models/failure.ts';
import type { ModelInForce } from './settings.ts';
import { openModel } from './settings.ts';

/** Longer labels say nothing more, and nobody shall be able to send a text in a label. */
const CHARACTERS_AT_MOST = 160;

/** The same model at another address may be another model. */
export const modelKey = ({ address, model }: Pick<ModelInForce, 'address' | 'model'>): string =>
  `${model} @ ${address}`;

export const asSent = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().slice(0, CHARACTERS_AT_MOST);

export const hashOf = (text: string): string => createHash('sha256').update(asSent(text)).digest('hex');

/** What is kept for these texts; one statement for any number. */
export async function listVectors(
  { db }: Pick<Ctx, 'db'>,
  key: string,
  texts: readonly string[],
): Promise<Map<string, Float32Array>> {
  const byHash = new Map(texts.map((text) => [hashOf(text), text]));
  const { rows } = await sql<{ hash: string; vector: Buffer }>`
    select encode(v.text_hash, 'hex') as hash, v.vector from match_vectors v
    join unnest(${[...byHash.keys()]}::text[]) as wanted(hash) on v.model = ${key} and v.text_hash = decode(wanted.hash, 'hex')`.execute(
    db,
  );
  return new Map(rows.map(({ hash, vector }) => [byHash.get(hash) ?? '', floatsOf(vector)]));
}

/** Copied: the buffer of the driver is shared and need not begin at a multiple of four. */
const floatsOf = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer);
const bytesOf = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

/**
 * Asks for texts that nothing is kept for, keeps the answer, and writes down that it was asked: how much, and what became of it.
 * @throws LanguageModelError
 */
export async function askFor(
  ctx: Ctx,
  settings: ModelInForce,
  texts: readonly string[],
  demandId: string | null,
): Promise<Map<string, Float32Array>> {
  const sent = texts.map(asSent);
  const started = performance.now();
  const log = (outcome: string) =>
    logCall(ctx, settings, { demandId, sent, outcome, tookMs: performance.now() - started });
  try {
    const vectors = await openModel(ctx, settings).embed(sent);
    await keepVectors(ctx, modelKey(settings), texts, vectors);
    await log('answered');
    return new Map(texts.map((text, at) => [text, vectors[at] ?? new Float32Array()]));
  } catch (error) {
    if (error instanceof LanguageModelError) await log(error.reason);
    throw error;
  }
}

/** What came first stays: the same input has to give the same order, also when a model is asked twice at once. */
async function keepVectors({ db }: Ctx, key: string, texts: readonly string[], vectors: Float32Array[]): Promise<void> {
  await sql`
    insert into match_vectors (model, text_hash, vector)
    select ${key}, decode(x.hash, 'hex'), decode(x.vector, 'base64')
    from unnest(${texts.map(hashOf)}::text[], ${vectors.map((vector) => bytesOf(vector).toString('base64'))}::text[]) as x(hash, vector)
    on conflict do nothing`.execute(db);
}

interface Call {
  demandId: string | null;
  sent: readonly string[];
  outcome: string;
  tookMs: number;
}

async function logCall(
  { db, actor, now }: Ctx,
  { address, model }: ModelInForce,
  { demandId, sent, outcome, tookMs }: Call,
): Promise<void> {
  await db
    .insertInto('match_model_calls')
    .values({
      id: newId(now.getTime()),
      at: now,
      by_member: actor.memberId,
      demand_id: demandId,
      address,
      model,
      text_count: sent.length,
      character_count: sent.reduce((sum, text) => sum + text.length, 0),
      outcome,
      took_ms: Math.round(tookMs),
    })
    .execute();
}
