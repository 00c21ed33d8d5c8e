import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { allow, may } from '#rooms/accounts/index.ts';
import { mustEnter } from './access.ts';
import type { PoolHealth } from './schema.ts';

/** Within so many days data goes by itself. */
const SOON_DAYS = 60;
const MS_PER_DAY = 86_400_000;

type Row = Record<
  | 'people'
  | 'paused'
  | 'touched90'
  | 'touched365'
  | 'touched'
  | 'fresh180'
  | 'fresh365'
  | 'mail'
  | 'bounced'
  | 'phone_only'
  | 'nothing'
  | 'yes'
  | 'refused'
  | 'ended'
  | 'never'
  | 'erases_soon'
  | 'without_owner'
  | 'without_deputy',
  number
>;

/** How good a pool still is, in one statement. @throws AppError pools.not_found, pools.only_its_team */
export async function getPoolHealth(ctx: Ctx, poolId: string): Promise<PoolHealth> {
  allow(ctx.actor, 'pools.read');
  await mustEnter(ctx, poolId);
  const { rows } = await sql<Row>`
    with who as (${peopleOf(ctx, poolId)})
    select count(*) as people, count(*) filter (where is_paused) as paused,
      count(*) filter (where touched_at >= ${ago(ctx, 90)}) as touched90, count(*) filter (where touched_at >= ${ago(ctx, 365)}) as touched365, count(touched_at) as touched,
      count(*) filter (where fresh_at >= ${ago(ctx, 180)}) as fresh180, count(*) filter (where fresh_at >= ${ago(ctx, 365)}) as fresh365,
      count(*) filter (where has_working_mail) as mail, count(*) filter (where has_mail and not has_working_mail) as bounced,
      count(*) filter (where not has_mail and has_phone) as phone_only, count(*) filter (where not has_mail and not has_phone) as nothing,
      count(*) filter (where answered and holds) as yes, count(*) filter (where answered and not holds and refused) as refused,
      count(*) filter (where answered and not holds and not refused) as ended, count(*) filter (where not answered) as never,
      count(*) filter (where erase_on <= ${dayIn(ctx, SOON_DAYS)}::date) as erases_soon,
      count(*) filter (where owner_id is null) as without_owner, count(*) filter (where deputy_id is null) as without_deputy
    from who`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a count always has a row');
  return healthOf(row, may(ctx.actor, 'talents.read_contact_data') ? 'whole' : 'without_contact_data');
}

/** One row per person with everything that is counted; the last of each is looked up by its index. */
const peopleOf = (ctx: Ctx, poolId: string) => sql`
  select t.owner_id, t.deputy_id, t.erase_on, coalesce(m.paused_until >= ${dayIn(ctx, 0)}::date, false) as is_paused, h.at as touched_at, greatest(t.updated_at, h.at) as fresh_at,
    coalesce(r.has_mail, false) as has_mail, coalesce(r.has_working_mail, false) as has_working_mail, coalesce(r.has_phone, false) as has_phone,
    c.answered, coalesce(c.holds, false) as holds, coalesce(c.refused, false) as refused
  from pool_members m join talents t on t.id = m.talent_id and t.deleted_at is null
  left join lateral (select max(v.occurred_at) as at from touchpoints_view v where v.talent_id = t.id and not v.is_bulk) h on true
  left join lateral (select v.* from talent_reach_view v where v.talent_id = t.id) r on true
  left join lateral (
    select count(*) > 0 as answered, bool_or(v.kind in ('given', 'confirmed') and (v.expires_on is null or v.expires_on >= ${dayIn(ctx, 0)}::date)) as holds,
      bool_or(v.kind in ('refused', 'withdrawn')) as refused
    from consent_view v where v.talent_id = t.id and v.purpose in ('talent_pool', 'alumni_network', 'contact_network')) c on true
  where m.pool_id = ${poolId}`;

const ago = ({ now }: Ctx, days: number) => sql`${new Date(now.getTime() - days * MS_PER_DAY)}::timestamptz`;
const dayIn = ({ now }: Ctx, days: number) => new Date(now.getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);

function healthOf(row: Row, sight: 'whole' | 'without_contact_data'): PoolHealth {
  const { people, mail, bounced, nothing, yes, ended, never } = row;
  const contact = {
    reach: { mail, bounced, phoneOnly: row.phone_only, nothing },
    permission: { yes, no: row.refused, ended, never },
  };
  return {
    people,
    paused: row.paused,
    silence: {
      under90: row.touched90,
      under365: row.touched365 - row.touched90,
      over365: row.touched - row.touched365,
      never: people - row.touched,
    },
    age: { under180: row.fresh180, under365: row.fresh365 - row.fresh180, over365: people - row.fresh365 },
    ...(sight === 'whole' ? contact : {}),
    erasesSoon: row.erases_soon,
    withoutOwner: row.without_owner,
    withoutDeputy: row.without_deputy,
  };
}
