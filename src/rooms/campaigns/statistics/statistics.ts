import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Figures } from '../sending/figures.ts';
import { figuresOf } from '../sending/figures.ts';
import { hiddenGroups, SMALLEST_GROUP, unlessFew } from './small-groups.ts';

export interface Result {
  /** Taken by the servers and not come back. */
  delivered: number;
  bouncedPermanent: number;
  bouncedTemporary: number;
  complained: number;
  replied: number;
  autoReplied: number;
  unsubscribed: number;
}

/** A result, or null where too few people stand behind it to show it. */
export type Shown = Record<keyof Result, number | null>;

export interface CampaignResult {
  figures: Figures;
  all: Shown;
  byLanguage: { language: string; recipients: number | null; result: Shown | null }[];
  /** How often each link was opened; null where so few openings could be somebody's. */
  clicks: { number: number; url: string; byPeople: number | null; byScanners: number | null }[];
}

/** What came of a campaign; nobody is counted by a picture or a link of their own, and links only from so many readers on that nobody stands alone. @throws AppError campaigns.not_found */
export async function campaignResult(ctx: Ctx, campaignId: string): Promise<CampaignResult> {
  allow(ctx.actor, 'campaigns.read');
  const campaign = await ctx.db
    .selectFrom('campaigns')
    .select(['id', 'state', 'figures'])
    .where('id', '=', campaignId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!campaign) throw notFound('campaigns.not_found');
  const groups = await listGroups(ctx, campaignId);
  const total = sum(groups);
  const hidden = hiddenGroups(groups);
  return {
    figures: await figuresOf(ctx.db, campaignId),
    all: shown(total, total.accepted),
    byLanguage: groups.map((group) => ({
      language: group.language,
      recipients: hidden.has(group) ? null : group.accepted,
      result: hidden.has(group) ? null : shown(group, group.accepted),
    })),
    clicks: total.accepted < SMALLEST_GROUP ? [] : await listClicks(ctx, campaignId),
  };
}

interface Group extends Omit<Result, 'delivered'> {
  language: string;
  accepted: number;
  returned: number;
}

async function listGroups({ db }: Ctx, campaignId: string): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with events as (
      select talent_id, kind from bounces where campaign_id = ${campaignId}::uuid
      union select talent_id, kind from replies where campaign_id = ${campaignId}::uuid
      union select talent_id, 'unsubscribed' from unsubscribes where campaign_id = ${campaignId}::uuid),
    told as (
      select talent_id, bool_or(kind = 'permanent') as permanent, bool_or(kind = 'temporary') as temporary, bool_or(kind = 'complaint') as complained,
        bool_or(kind = 'reply') as replied, bool_or(kind = 'auto_reply') as auto_replied, bool_or(kind = 'unsubscribed') as unsubscribed
      from events group by talent_id)
    select r.language, count(*)::int as accepted, (count(*) filter (where e.permanent or e.temporary))::int as returned,
      (count(*) filter (where e.permanent))::int as "bouncedPermanent", (count(*) filter (where e.temporary and not e.permanent))::int as "bouncedTemporary",
      (count(*) filter (where e.complained))::int as complained, (count(*) filter (where e.replied))::int as replied,
      (count(*) filter (where e.auto_replied))::int as "autoReplied", (count(*) filter (where e.unsubscribed))::int as unsubscribed
    from campaign_recipients r left join told e on e.talent_id = r.talent_id where r.campaign_id = ${campaignId}::uuid and r.state = 'accepted'
    group by r.language order by r.language`.execute(db);
  return rows;
}

const COUNTED = [
  'accepted',
  'returned',
  'bouncedPermanent',
  'bouncedTemporary',
  'complained',
  'replied',
  'autoReplied',
  'unsubscribed',
] as const;

function sum(groups: readonly Group[]): Group {
  const total: Group = {
    language: '',
    accepted: 0,
    returned: 0,
    bouncedPermanent: 0,
    bouncedTemporary: 0,
    complained: 0,
    replied: 0,
    autoReplied: 0,
    unsubscribed: 0,
  };
  for (const group of groups) for (const name of COUNTED) total[name] += group[name];
  return total;
}

function shown(group: Group, size: number): Shown {
  const { bouncedPermanent, bouncedTemporary, complained, replied, autoReplied, unsubscribed } = group;
  const result: Result = {
    delivered: group.accepted - group.returned,
    bouncedPermanent,
    bouncedTemporary,
    complained,
    replied,
    autoReplied,
    unsubscribed,
  };
  if (size >= SMALLEST_GROUP) return result;
  return {
    delivered: null,
    bouncedPermanent: null,
    bouncedTemporary: null,
    complained: null,
    replied: null,
    autoReplied: null,
    unsubscribed: null,
  };
}

interface ClickRow {
  number: number;
  url: string;
  by_people: number;
  by_scanners: number;
}

async function listClicks({ db }: Ctx, campaignId: string): Promise<CampaignResult['clicks']> {
  const { rows } = await sql<ClickRow>`
    select l.number, l.url, coalesce(sum(c.count) filter (where c.by_whom = 'person'), 0)::int as by_people,
      coalesce(sum(c.count) filter (where c.by_whom = 'scanner'), 0)::int as by_scanners
    from campaign_links l left join clicks c on c.campaign_id = l.campaign_id and c.link_number = l.number
    where l.campaign_id = ${campaignId}::uuid group by l.number, l.url order by l.number`.execute(db);
  return rows.map(({ by_people, by_scanners, ...link }) => ({
    ...link,
    byPeople: unlessFew(by_people),
    byScanners: unlessFew(by_scanners),
  }));
}
