import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { deviceOf } from './device.ts';
import { memberIdOf } from './profile.ts';
import type { OwnSession } from './schema.ts';

export async function listOwnSessions({ db, actor, now }: Ctx): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select([
      'id',
      'user_agent as userAgent',
      'ip_address as address',
      'created_at as startedAt',
      'updated_at as lastUsedAt',
    ])
    .where('member_id', '=', memberIdOf(actor))
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map(({ id, userAgent, address, startedAt, lastUsedAt }) => ({
    id,
    device: deviceOf(userAgent ?? ''),
    address: address ?? '',
    startedAt: startedAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    isCurrent: id === actor.sessionId,
  }));
}

/** @throws AppError accounts.session_missing, also for a session of somebody else */
export async function endOwnSession(ctx: Ctx, sessionId: string): Promise<void> {
  const ended = await ctx.db
    .deleteFrom('sessions')
    .where('id', '=', sessionId)
    .where('member_id', '=', memberIdOf(ctx.actor))
    .returning('id')
    .executeTakeFirst();
  if (!ended) throw notFound('accounts.session_missing');
  await record(ctx, { action: 'accounts.session_ended' });
}

export async function endOtherSessions(ctx: Ctx): Promise<void> {
  const others = ctx.db.deleteFrom('sessions').where('member_id', '=', memberIdOf(ctx.actor));
  await (ctx.actor.sessionId ? others.where('id', '!=', ctx.actor.sessionId) : others).execute();
  await record(ctx, { action: 'accounts.other_sessions_ended' });
}
