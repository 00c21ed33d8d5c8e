import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import { getSequence } from '#rooms/care/index.ts';
import type { SequenceLetterRow } from '../schema-sending.ts';

/**
 * A step is one campaign a day; they are added up under the name of the step. What was counted when a campaign ended outlives the people.
 * @throws AppError care.sequence_missing
 */
export async function listSequenceLetters(ctx: Ctx, sequenceId: string): Promise<SequenceLetterRow[]> {
  allow(ctx.actor, 'campaigns.read');
  await getSequence(ctx, sequenceId);
  const { rows } = await sql<Omit<SequenceLetterRow, 'lastAt'> & { last_at: Date }>`
    select c.name, coalesce(sum(f.accepted), 0)::int as sent, coalesce(sum(f.waiting), 0)::int as waiting, coalesce(sum(f.not_sent), 0)::int as "notSent", coalesce(sum(f.uncertain), 0)::int as uncertain,
      max(c.started_at) as last_at
    from campaigns c cross join lateral (
      select sum(n.count) filter (where n.state = 'accepted') as accepted, sum(n.count) filter (where n.state in ('queued', 'claimed', 'handing_over')) as waiting,
        sum(n.count) filter (where n.state in ('failed', 'left_out')) as not_sent, sum(n.count) filter (where n.state = 'uncertain') as uncertain
      from (${countsSql}) n) f
    where c.sequence_id = ${sequenceId}::uuid and c.kind = 'sequence' group by c.name order by min(c.started_at), c.name limit 100`.execute(
    ctx.db,
  );
  return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: last_at.toISOString() }));
}

const countsSql = sql`
  select g.key as state, g.value::text::int as count from jsonb_each(c.figures) g where g.key <> 'leftOut'
  union all
  select r.state, count(*)::int from campaign_recipients r where c.figures is null and r.campaign_id = c.id group by r.state`;
