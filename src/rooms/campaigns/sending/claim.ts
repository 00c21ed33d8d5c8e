import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import type { SenderLimits } from '../identities/sender.ts';
import { loadLimits } from '../identities/sender.ts';
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
  senderId: string;
  window: Window | undefined;
  atMost: number;
}

/** How far a run has come among the rows that nobody has touched yet; shared by all who claim for it. */
export interface Place {
  /** The last one taken, in the order of the primary key. */
  after: string;
  /** None are left: from here on all that waits was put off. */
  isThrough: boolean;
}

export const fromTheStart = (): Place => ({ after: '00000000-0000-0000-0000-000000000000', isThrough: false });

export interface Claimed {
  claims: Claim[];
  /** When to ask again: at once, in a moment, when something that was put off is due, or when the sender's limits let the next one through. */
  again: 'at_once' | 'in_a_moment' | 'when_due' | Date;
}

/**
 * Takes the next rows whose turn it is: by a conditional update, so that no two workers have one. What may not go yet (hours, limits, a
 * domain that asked for patience) goes back with the time at which it may.
 */
export async function claim(ctx: Ctx, place: ClaimPlace, reached: Place): Promise<Claimed> {
  return inTransaction(ctx, async (ctx) => {
    const limits = await loadLimits(ctx.db, place.senderId);
    const whole = await wholeLane(ctx, limits, place.atMost);
    if (whole.count === 0) return { claims: [], again: new Date(whole.againAt) };
    const taken = await take(ctx, { ...place, atMost: whole.count }, reached);
    if (taken.length === 0) return { claims: [], again: reached.isThrough ? 'when_due' : 'in_a_moment' };
    const later = new Map<string, Date>();
    const open = byWindow(taken, place.window, ctx.now, later);
    const claims = await byLanes(ctx, { limits, whole }, open, later);
    await putBack(ctx.db, place, later);
    return { claims, again: 'at_once' };
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

/** What was put off and is due goes first; then those that nobody has touched, in the order of the primary key: no index is written for them. */
async function take(ctx: Ctx, place: ClaimPlace, reached: Place): Promise<Claim[]> {
  const due = await takeRows(ctx, place, sql`r.not_before <= ${ctx.now}::timestamptz order by r.not_before`);
  if (reached.isThrough || due.length >= place.atMost) return due;
  const rest = { ...place, atMost: place.atMost - due.length };
  const fresh = await takeRows(
    ctx,
    rest,
    sql`r.not_before is null and r.talent_id > ${reached.after}::uuid order by r.talent_id`,
  );
  for (const { talentId } of fresh) if (talentId > reached.after) reached.after = talentId;
  if (fresh.length === 0) await lookBack(ctx, place.campaignId, reached);
  return [...due, ...fresh];
}

/** Whom another worker had taken when we passed, and did not get. Of a campaign that is halted nothing is left. */
async function lookBack({ db }: Ctx, campaignId: string, reached: Place): Promise<void> {
  const { rows } = await sql`
    select 1 from campaign_recipients r join campaigns c on c.id = r.campaign_id
    where r.campaign_id = ${campaignId}::uuid and r.state = 'queued' and r.not_before is null and c.state = 'sending' limit 1`.execute(
    db,
  );
  Object.assign(reached, rows.length > 0 ? fromTheStart() : { isThrough: true });
}

async function takeRows(
  { db, now }: Ctx,
  { campaignId, workerId, atMost }: ClaimPlace,
  whichInOrder: RawBuilder<unknown>,
): Promise<Claim[]> {
  const { rows } = await sql<Taken>`
    with due as (
      select r.talent_id from campaign_recipients r where r.campaign_id = ${campaignId}::uuid and r.state = 'queued' and ${whichInOrder}
      limit ${atMost} for update skip locked)
    update campaign_recipients r set state = 'claimed', claimed_by = ${workerId}::uuid, claims = r.claims + 1, changed_at = ${now}::timestamptz from due, campaigns c
    where r.campaign_id = ${campaignId}::uuid and r.talent_id = due.talent_id and c.id = r.campaign_id and c.state = 'sending'
      and exists (select 1 from sending_workers w where w.id = ${workerId}::uuid and w.alive_until > now())
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

/** A lane with what it lets through now. */
interface Whole {
  count: number;
  againAt: number;
  perHour: number | undefined;
  lane: Lane | undefined;
}

/** Asked before anything is taken, so that rows are not taken and put back again and again while the hour is full. */
async function wholeLane(ctx: Ctx, limits: SenderLimits, wanted: number): Promise<Whole> {
  const perHour = strictest(limits.perHour, limits.warmUp && warmUpPerHour(limits.warmUp, ctx.now));
  if (perHour === undefined) return { count: wanted, againAt: 0, perHour, lane: undefined };
  const lane = (await readLanes(ctx.db, limits.senderId, [ALL], 'to_move')).get(ALL);
  const { count, againAt } = grant(lane ?? UNUSED, { wanted, perHour, now: ctx.now.getTime() });
  return { count, againAt, perHour, lane };
}

interface Limited {
  limits: SenderLimits;
  whole: Whole;
}

async function byLanes(
  ctx: Ctx,
  { limits, whole }: Limited,
  claims: Claim[],
  later: Map<string, Date>,
): Promise<Claim[]> {
  const byDomain = Map.groupBy(claims, ({ domain }) => domain);
  const isEachLimited = limits.perDomainPerHour !== undefined;
  const lanes = await readLanes(ctx.db, limits.senderId, [...byDomain.keys()], isEachLimited ? 'to_move' : 'to_read');
  const moved = new Map<string, Lane>();
  const fits = [...byDomain].flatMap(([domain, some]) =>
    pass(ctx.now, { some, lane: lanes.get(domain), perHour: limits.perDomainPerHour, domain, moved, later }),
  );
  if (!isEachLimited) moved.clear();
  const { lane, perHour } = whole;
  const granted =
    perHour === undefined ? fits : pass(ctx.now, { some: fits, lane, perHour, domain: ALL, moved, later });
  if (moved.size > 0) await moveLanes(ctx.db, limits.senderId, moved);
  return granted;
}

const UNUSED: Lane = { nextAt: 0, heldUntil: undefined };

interface Passing {
  some: Claim[];
  lane: Lane | undefined;
  perHour: number | undefined;
  domain: string;
  moved: Map<string, Lane>;
  later: Map<string, Date>;
}

function pass(now: Date, { some, lane, perHour, domain, moved, later }: Passing): Claim[] {
  const known = lane ?? UNUSED;
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

/** Lanes that are moved are locked: all workers of all processes share them. */
async function readLanes(
  db: Db,
  senderId: string,
  domains: string[],
  what: 'to_read' | 'to_move',
): Promise<Map<string, Lane>> {
  if (what === 'to_move') await openLanes(db, senderId, domains);
  const { rows } = await sql<LaneRow>`
    select domain, next_at, held_until from sending_lanes where sender_id = ${senderId}::uuid and domain = any(${domains}::text[])
    order by domain ${what === 'to_move' ? sql`for update` : sql``}`.execute(db);
  return new Map(
    rows.map(({ domain, next_at, held_until }) => [
      domain,
      { nextAt: next_at.getTime(), heldUntil: held_until?.getTime() },
    ]),
  );
}

/** What is not there cannot be locked. */
const openLanes = (db: Db, senderId: string, domains: string[]) =>
  sql`
    insert into sending_lanes (sender_id, domain, next_at) select ${senderId}::uuid, d.domain, to_timestamp(0) from unnest(${domains}::text[]) as d (domain)
    order by d.domain on conflict (sender_id, domain) do nothing`.execute(db);

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
