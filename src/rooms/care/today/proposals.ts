import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { becauseOf } from '../daily/candidates.ts';
import type { Proposal } from '../schema-today.ts';

/** What lies this far from today in the plan is still something to talk about. */
const BEFORE_DAYS = 60;
const AHEAD_DAYS = 30;

interface ProposalRow extends Omit<Proposal, 'because' | 'kind'> {
  talentId: string;
  because: Proposal['because'];
}

/**
 * Something to talk about for each of these people, from the contents of their plans: what meets an interest or a topic they chose, in their
 * language, nearest to today. People for whom nothing fits get none.
 */
export async function listProposals(
  { db, actor }: Ctx,
  talentIds: readonly string[],
  today: string,
): Promise<Map<string, Proposal>> {
  const topicName = actor.language === 'en' ? sql`o.name_en` : sql`o.name_de`;
  const { rows } = await sql<ProposalRow>`
    select distinct on (t.id) t.id as "talentId", p.id as "planId", p.name as "planName", c.id as "contentId", c.kind as "contentKind", c.title, c.summary, c.link,
      pc.on_date::text as "onDate", jsonb_build_object('kind', because.kind, 'name', coalesce((select ${topicName} from topics o where o.id = because.topic_id), because.name)) as because
    from talents_view t join care_memberships m on m.talent_id = t.id and m.left_on is null join care_plans p on p.id = m.plan_id and p.state = 'running'
      join care_plan_contents pc on pc.plan_id = p.id and pc.on_date between ${today}::date - ${BEFORE_DAYS}::int and ${today}::date + ${AHEAD_DAYS}::int
      join content_view c on c.id = pc.content_id and (t.language is null or t.language = c.language) and (c.usable_until is null or c.usable_until >= ${today}::date)
        and (c.kind <> 'event' or c.on_date is null or c.on_date >= ${today}::date)
      cross join lateral (${becauseOf}) because
    where t.id = any(${[...talentIds]}::uuid[])
    order by t.id, because.kind, abs(pc.on_date - ${today}::date), c.id`.execute(db);
  return new Map(rows.map(({ talentId, ...proposal }) => [talentId, proposal]));
}
