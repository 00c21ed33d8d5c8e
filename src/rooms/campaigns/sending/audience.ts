import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { loadSegmentRule, segmentSql } from '#rooms/pools/index.ts';
import type { CampaignAtWork } from './campaign-at-work.ts';
import { findCampaignAtWork } from './campaign-at-work.ts';
import { ZONES } from './window.ts';

export interface AudienceCounts {
  /** Who would get the letter now. */
  recipients: number;
  /** Who would not, by the first reason. */
  leftOut: { code: string; count: number }[];
}

/** @throws AppError campaigns.not_found, pools.segment_not_found, pools.rule_… */
export async function audienceCounts(ctx: Ctx, campaignId: string): Promise<AudienceCounts> {
  allow(ctx.actor, 'campaigns.read');
  const campaign = await findCampaignAtWork(ctx.db, campaignId);
  if (!campaign || !ctx.actor.entityIds.includes(campaign.entityId)) throw notFound('campaigns.not_found');
  const { rows } = await sql<{ code: string | null; count: number }>`
    select x.code, count(*)::int as count from (${await audienceSql(ctx, campaign)}) x group by x.code order by count desc`.execute(
    ctx.db,
  );
  return {
    recipients: rows.find(({ code }) => code === null)?.count ?? 0,
    leftOut: rows.flatMap(({ code, count }) => (code === null ? [] : [{ code, count }])),
  };
}

/**
 * Fixes who gets the letter: one row for everybody, in one statement, however many there are. May run twice: who is there already stays
 * as they are. The answer to every single one is asked again when their letter leaves.
 * @param named where it is neither a pool nor a segment
 */
export async function fixAudience(ctx: Ctx, campaign: CampaignAtWork, named?: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const members = named ? namedSql(campaign, named) : await membersSql(ctx, campaign.id, campaign.entityId);
    const people = audienceOf(ctx, campaign, members);
    // A million rows fit into memory for sorting; the setting ends with the transaction.
    await sql`select set_config('work_mem', '128MB', true), set_config('statement_timeout', '1800000', true)`.execute(
      ctx.db,
    );
    await sql`
      insert into campaign_recipients (campaign_id, talent_id, address, domain, language, zone, state, code, changed_at)
      select ${campaign.id}::uuid, x.id, x.address, split_part(x.address, '@', 2), x.language, x.zone, case when x.code is null then 'queued' else 'left_out' end, x.code,
        ${ctx.now}::timestamptz
      from (${people}) x on conflict (campaign_id, talent_id) do nothing`.execute(ctx.db);
  });
}

const namedSql = ({ entityId, countryProfile }: CampaignAtWork, ids: readonly string[]): Sql => sql`
  select t.id, t.language, coalesce(t.country, ${homeOf(countryProfile)}) as zone, null::text as code from talents t
  where t.id = any(${[...ids]}::uuid[]) and t.entity_id = ${entityId}::uuid and t.deleted_at is null`;

const homeOf = (countryProfile: string): string => (countryProfile === 'EU' ? 'DE' : countryProfile);

type Sql = RawBuilder<unknown>;

/** Everybody of the pool or segment with `id, address, language, zone, code`; the code says why somebody gets nothing. */
export const audienceSql = async (ctx: Ctx, campaign: CampaignAtWork): Promise<Sql> =>
  audienceOf(ctx, campaign, await membersSql(ctx, campaign.id, campaign.entityId));

/** @param members everybody with `id, language, zone, code` */
function audienceOf(ctx: Ctx, campaign: CampaignAtWork, members: Sql): Sql {
  const today = ctx.now.toISOString().slice(0, 10);
  const homeZone = ZONES[campaign.countryProfile] ?? 'Europe/Berlin';
  return sql`
    with people as materialized (${members}),
    mail as materialized (
      select distinct on (d.talent_id) d.talent_id, d.normal_form, d.bounced_at from talent_addresses d join people p on p.id = d.talent_id where d.kind = 'email'
      order by d.talent_id, (d.bounced_at is null) desc, d.is_primary desc, d.created_at, d.id),
    quiet as (select q.talent_id, min(q.why) as why from quiet_view q where ${today}::date between q.from_on and q.until_on group by q.talent_id),
    boutique as (select distinct b.talent_id from pools_view b where b.mode = 'boutique'),
    topic as materialized (select v.talent_id, v.kind, v.expires_on from consent_view v where v.purpose = 'newsletter' and v.topic_id = ${campaign.topicId}::uuid and v.channel = 'all'),
    joined as (select distinct j.merged_into as talent_id from talents j where j.merged_into is not null),
    asked as (
      select p.id, m.normal_form as address, p.language, p.zone, coalesce(p.code, case
        when m.talent_id is null then 'no_mail' when m.bounced_at is not null then 'bounced'
        when q.talent_id is not null then case q.why when 'objection' then 'objection' else 'silence' end
        ${campaign.kind === 'personal' ? sql`` : bulkRules(today)} end) as code
      from people p left join mail m on m.talent_id = p.id left join quiet q on q.talent_id = p.id left join boutique b on b.talent_id = p.id
        left join topic t on t.talent_id = p.id left join joined j on j.talent_id = p.id)
    select a.id, a.address, case when a.language = any(array['de', 'en']) then a.language else ${campaign.mainLanguage} end as language, coalesce(z.zone, ${homeZone}) as zone,
      case when a.code is null and row_number() over (partition by a.address, a.code is null order by a.id) > 1 then 'duplicate_address' else a.code end as code
    from asked a left join (values ${sql.join(Object.entries(ZONES).map(([country, zone]) => sql`(${country}, ${zone})`))}) as z (country, zone) on z.country = a.zone`;
}

/** What the consent room asks of the same to many; answers of a record that was joined into another one are left to the exact question later. */
const bulkRules = (today: string): Sql => sql`
  when b.talent_id is not null then 'boutique'
  when t.talent_id is null and j.talent_id is null then 'never_asked'
  when t.kind in ('refused', 'withdrawn') then 'topic_' || t.kind
  when t.kind = 'expired' or t.expires_on <= ${today}::date then 'topic_over'
  when t.kind = 'given' then 'topic_unconfirmed'`;

interface Source {
  pool_id: string | null;
  segment_id: string | null;
  country_profile: string;
}

/** `zone` is the country until the zone is looked up. */
export async function membersSql(ctx: Ctx, campaignId: string, entityId: string): Promise<Sql> {
  const { rows } = await sql<Source>`
    select c.pool_id, c.segment_id, e.country_profile from campaigns c join entities e on e.id = c.entity_id where c.id = ${campaignId}::uuid`.execute(
    ctx.db,
  );
  const [source] = rows;
  const own = { ...ctx, actor: { ...ctx.actor, entityIds: [entityId] } };
  const home = homeOf(source?.country_profile ?? 'DE');
  const columns = sql`t.id, t.language, coalesce(t.country, ${home}) as zone`;
  if (source?.segment_id) {
    const fits = segmentSql(await loadSegmentRule(own, source.segment_id), own);
    return sql`select ${columns}, null::text as code from talents t where t.entity_id = ${entityId}::uuid and t.deleted_at is null and ${fits}`;
  }
  const today = ctx.now.toISOString().slice(0, 10);
  return sql`
    select ${columns}, case when m.paused_until >= ${today}::date then 'paused_in_pool' end as code from pools_view m
    join talents t on t.id = m.talent_id and t.deleted_at is null where m.pool_id = ${source?.pool_id ?? null}::uuid and t.entity_id = ${entityId}::uuid`;
}
