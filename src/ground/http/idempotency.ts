import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Ctx } from '../context.ts';
import { conflict, invalid } from '../errors/app-error.ts';
import type { RouteContract } from './contract.ts';
import type { RequestEnv } from './room.ts';

const LONGEST_KEY = 200;
/** Answers up to this size are kept, so that a repeated request gets the same one. */
const LARGEST_ANSWER_BYTES = 64 * 1024;

/**
 * With an `Idempotency-Key` the same POST of the same member acts once; a repeat gets the first answer again.
 * @throws AppError http.idempotency_key_reused when the body or the address differs, http.request_unfinished while the first is under way
 * @source draft-ietf-httpapi-idempotency-key-header
 */
export async function onlyOnce(
  contract: RouteContract,
  ctx: Ctx,
  c: Context<RequestEnv>,
  act: () => Promise<Response>,
): Promise<Response> {
  const key = c.req.header('idempotency-key');
  const { memberId } = ctx.actor;
  if (!key || contract.method !== 'post' || contract.body === 'file' || memberId === null) return act();
  if (key.length > LONGEST_KEY) throw invalid('http.idempotency_key_too_long', { longest: LONGEST_KEY });

  const request = {
    member_id: memberId,
    key,
    route: c.req.path,
    body_hash: createHash('sha256')
      .update(await c.req.text())
      .digest('hex'),
  };
  const isFirst = await ctx.db
    .insertInto('idempotency_keys')
    .values({ ...request, created_at: ctx.now })
    .onConflict((on) => on.columns(['member_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!isFirst) return repeated(ctx, request);
  return firstTime(ctx, request, act);
}

interface KeyedRequest {
  member_id: string;
  key: string;
  route: string;
  body_hash: string;
}

const rowOf = (ctx: Ctx, { member_id, key }: KeyedRequest) =>
  ctx.db.selectFrom('idempotency_keys').selectAll().where('member_id', '=', member_id).where('key', '=', key);

async function repeated(ctx: Ctx, request: KeyedRequest): Promise<Response> {
  const known = await rowOf(ctx, request).executeTakeFirst();
  if (!known || known.status === null) throw conflict('http.request_unfinished');
  if (known.route !== request.route || known.body_hash !== request.body_hash)
    throw invalid('http.idempotency_key_reused');
  return new Response(known.answer === null ? null : JSON.stringify(known.answer), {
    status: known.status,
    headers: { 'content-type': 'application/json', 'idempotent-replayed': 'true' },
  });
}

/** A refusal changed nothing, so its key is free again; only what was done is remembered. */
async function firstTime(ctx: Ctx, request: KeyedRequest, act: () => Promise<Response>): Promise<Response> {
  const forget = () =>
    ctx.db
      .deleteFrom('idempotency_keys')
      .where('member_id', '=', request.member_id)
      .where('key', '=', request.key)
      .execute();
  try {
    const response = await act();
    const text = await response.clone().text();
    if (text.length > LARGEST_ANSWER_BYTES) await forget();
    else
      await ctx.db
        .updateTable('idempotency_keys')
        .set({ status: response.status, answer: text === '' ? null : text })
        .where('member_id', '=', request.member_id)
        .where('key', '=', request.key)
        .execute();
    return response;
  } catch (error) {
    await forget();
    throw error;
  }
}
