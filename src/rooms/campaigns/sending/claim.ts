import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import type { SenderLimits } from '../identities/sender.ts';
import type { Lane } from './lanes.ts';
import { grant, strictest, warmUpPerHour } from './lanes.ts';
import type { Window } from './window.ts';
import { opensAt } from './window.ts';

/** A row that this worker has taken. */
export interface Claim {
  talentId: string;
  address: string;
  domain: string;
  language: string;
  zone: string;
  tries: number;
  /** Number of this taking. */
  claims: number;
}

export interface ClaimPlace {
  campaignId: string;
  workerId: string;
  limits: SenderLimits;
  window: Window | undefined;
  atMost: number;
}

/**
 * Takes the next rows whose turn it is: by a conditional update, so that no two workers have one. What may not go yet (hours, limits, a
 * domain that asked for patience) goes back with the time at which it may.
 */
export async function claim(ctx: Ctx, place: ClaimPlace): Promise<Claim[]> {
  return inTransaction(ctx, async (ctx) => {
    const taken = await take(ctx, place);
    if (taken.length === 0) return [];
    const later = new Map<string, Date>();
    const open = byWindow(taken, place.window, ctx.now, later);
    const granted = await byLanes(ctx, place.limits, open, later);
    await putBack(ctx.db, place, later);
    return granted;
  });
}

interface Taken {
  talent_id: string;
  address: string | null;
  domain: string | null;
  language: string;
  zone: string;
  tries: number;
  claims: number;
}

async function take({ db, now }: Ctx, { campaignId, workerId, atMost }: ClaimPlace): Promise<Claim[]> {
  const { rows } = await sql<Taken>`
    with due as (
      select r.talent_id from campaign_recipients r where r.campaign_id = ${campaignId}::uuid and r.state = 'queued' and r.not_before <= ${now}::timestamptz
      order by r.not_before limit ${atMost} for update skip locked)
    update campaign_recipients r set state = 'claimed', claimed_by = ${workerId}::uuid, claims = r.claims + 1, changed_at = ${now}::timestamptz from due, campaigns c
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = due.talent_id and c.id = r.campaign_id and c.state = 'sending'
    returning r.talent_id, r.address, r.domain, r.language, r.zone, r.tries, r.claims`.execute(db);
  return rows.map(({ talent_id, address, domain, ...row }) => ({
    talentId: talent_id,
    address: address ?? '',
    domain: domain ?? '',
    ...row,
  }));
}

function byWindow(claims: Claim[], window: Window | undefined, now: Date, later: Map<string, Date>): Claim[] {
  if (!window) return claims;
  const openings = new Map(
    [...new Set(claims.map(({ zone }) => zone))].map((zone) => [zone, opensAt(window, zone, now)]),
  );
  return claims.filter(({ talentId, zone }) => {
    const opening = openings.get(zone);
    if (opening) later.set(talentId, opening);
    return opening === undefined;
  });
}

/** All domains together have a lane of their own. */
const ALL = '*';

async function byLanes(ctx: Ctx, limits: SenderLimits, claims: Claim[], later: Map<string, Date>): Promise<Claim[]> {
  const perHour = strictest(limits.perHour, limits.warmUp && warmUpPerHour(limits.warmUp, ctx.now));
  const byDomain = Map.groupBy(claims, ({ domain }) => domain);
  const isLimited = perHour !== undefined || limits.perDomainPerHour !== undefined;
  const lanes = await readLanes(ctx.db, limits.senderId, [ALL, ...byDomain.keys()], isLimited);
  const moved = new Map<string, Lane>();
  const fits = [...byDomain].flatMap(([domain, some]) =>
    pass(ctx.now, { some, lane: lanes.get(domain), perHour: limits.perDomainPerHour, domain, moved, later }),
  );
  const granted = pass(ctx.now, { some: fits, lane: lanes.get(ALL), perHour, domain: ALL, moved, later });
  if (isLimited) await moveLanes(ctx.db, limits.senderId, moved);
  return granted;
}

interface Passing {
  some: Claim[];
  lane: Lane | undefined;
  perHour: number | undefined;
  domain: string;
  moved: Map<string, Lane>;
  later: Map<string, Date>;
}

function pass(now: Date, { some, lane, perHour, domain, moved, later }: Passing): Claim[] {
  const known = lane ?? { nextAt: 0, heldUntil: undefined };
  const { count, nextAt, againAt } = grant(known, { wanted: some.length, perHour, now: now.getTime() });
  moved.set(domain, { ...known, nextAt });
  const gap = perHour === undefined ? 0 : 3_600_000 / perHour;
  // Those behind are not asked again all at once.
  for (const [i, { talentId }] of some.slice(count).entries()) later.set(talentId, new Date(againAt + i * gap));
  return some.slice(0, count);
}

interface LaneRow {
  domain: string;
  next_at: Date;
  held_until: Date | null;
}

/** Limited lanes are locked: all workers of all processes share them. */
async function readLanes(db: Db, senderId: string, domains: string[], isLimited: boolean): Promise<Map<string, Lane>> {
  const { rows } = await sql<LaneRow>`
    select domain, next_at, held_until from sending_lanes where sender_id = ${senderId}::uuid and domain = any(${domains}::text[])
    order by domain ${isLimited ? sql`for update` : sql``}`.execute(db);
  return new Map(
    rows.map(({ domain, next_at, held_until }) => [
      domain,
      { nextAt: next_at.getTime(), heldUntil: held_until?.getTime() },
    ]),
  );
}

async function moveLanes(db: Db, senderId: string, moved: Map<string, Lane>): Promise<void> {
  const lanes = [...moved].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    insert into sending_lanes as l (sender_id, domain, next_at)
    select ${senderId}::uuid, m.domain, m.next_at from unnest(${lanes.map(([domain]) => domain)}::text[], ${lanes.map(([, { nextAt }]) => new Date(nextAt))}::timestamptz[]) as m (domain, next_at)
    on conflict (sender_id, domain) do update set next_at = greatest(l.next_at, excluded.next_at)`.execute(db);
}

async function putBack(db: Db, { campaignId, workerId }: ClaimPlace, later: Map<string, Date>): Promise<void> {
  if (later.size === 0) return;
  await sql`
    update campaign_recipients r set state = 'queued', claimed_by = null, not_before = l.again
    from unnest(${[...later.keys()]}::uuid[], ${[...later.values()]}::timestamptz[]) as l (talent_id, again)
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = l.talent_id and r.claimed_by = ${workerId}::uuid and r.state = 'claimed'`.execute(
    db,
  );
}
