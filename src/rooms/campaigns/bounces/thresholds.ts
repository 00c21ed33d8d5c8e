import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { haltFor } from '../sending/halt.ts';

export interface Returns {
  /** Letters that the servers took or refused for good. */
  sent: number;
  complaints: number;
  permanent: number;
}

/** Fewer letters say nothing about a share. */
const LEAST_SENT = 200;
/** @source REQUIREMENTS EM-6 */
const COMPLAINTS_WARN = 0.001;
const COMPLAINTS_HALT = 0.003;
const PERMANENT_HALT = 0.05;

export type Judgement = 'fine' | 'warn' | 'complaints' | 'bounces';

export function judgeReturns({ sent, complaints, permanent }: Returns): Judgement {
  if (sent < LEAST_SENT) return 'fine';
  if (complaints / sent >= COMPLAINTS_HALT) return 'complaints';
  if (permanent / sent >= PERMANENT_HALT) return 'bounces';
  return complaints / sent >= COMPLAINTS_WARN ? 'warn' : 'fine';
}

/** A campaign that goes wrong stops itself; a human decides whether it goes on. */
export async function haltWhenTooMany(ctx: Ctx, campaignId: string): Promise<void> {
  const { rows } = await sql<Returns>`
    select (select count(*)::int from campaign_recipients r where r.campaign_id = c.id and r.state in ('accepted', 'failed')) as sent,
      (select count(*)::int from bounces b where b.campaign_id = c.id and b.kind = 'complaint') as complaints,
      (select count(*)::int from bounces b where b.campaign_id = c.id and b.kind = 'permanent') as permanent
    from campaigns c where c.id = ${campaignId}::uuid and c.state = 'sending'`.execute(ctx.db);
  const [returns] = rows;
  if (!returns) return;
  const judgement = judgeReturns(returns);
  if (judgement === 'complaints' || judgement === 'bounces') await haltFor(ctx, campaignId, judgement);
  if (judgement === 'warn')
    await sql`update campaigns set warned_at = ${ctx.now} where id = ${campaignId}::uuid and warned_at is null`.execute(
      ctx.db,
    );
}
