import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';

/** How long a process may be silent before what it had taken is taken from it. */
const LEASE_SECONDS = 45;

export async function startWorker(ctx: Pick<Ctx, 'db'>, campaignId: string): Promise<string> {
  const id = newId();
  await keepAlive(ctx, id, campaignId);
  return id;
}

/** By the clock of the database: that of this machine may jump. Who is not alive gets no rows. */
export const keepAlive = async ({ db }: Pick<Ctx, 'db'>, workerId: string, campaignId: string): Promise<void> =>
  void (await sql`
    insert into sending_workers (id, campaign_id, started_at, alive_until)
    values (${workerId}::uuid, ${campaignId}::uuid, now(), now() + make_interval(secs => ${LEASE_SECONDS}))
    on conflict (id) do update set alive_until = excluded.alive_until`.execute(db));

/** An orderly end: what is still claimed goes back, and nobody has to wait for the lease. */
export const endWorker = (ctx: Pick<Ctx, 'db' | 'now'>, workerId: string): Promise<void> =>
  takeBackFrom(ctx, sql`w.id = ${workerId}::uuid`);

/**
 * Takes from workers that are gone what they had taken: rows that were claimed are queued again, rows that were being handed over are
 * uncertain for ever, because nobody knows what the server has; they are listed and never sent again by the program (RL-3).
 */
export const takeBackFromTheDead = (ctx: Pick<Ctx, 'db' | 'now'>): Promise<void> =>
  takeBackFrom(ctx, sql`w.alive_until <= now()`);

/** A worker ends once, and only then its campaign is looked through: no index has to know who holds what. */
async function takeBackFrom({ db, now }: Pick<Ctx, 'db' | 'now'>, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    with gone as materialized (
      select w.id, w.campaign_id from sending_workers w where ${which} for update skip locked),
    back as (
      update campaign_recipients r set state = case r.state when 'claimed' then 'queued' else 'uncertain' end,
        code = case r.state when 'claimed' then r.code else 'worker_gone' end,
        not_before = case r.state when 'claimed' then coalesce(r.not_before, ${now}::timestamptz) end,
        claimed_by = case r.state when 'claimed' then null else r.claimed_by end, changed_at = ${now}::timestamptz
      from gone g where r.campaign_id = g.campaign_id and r.claimed_by = g.id and r.state in ('claimed', 'handing_over'))
    delete from sending_workers w using gone g where w.id = g.id`.execute(db);
}
