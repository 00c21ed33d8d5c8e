import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';

/** How long a process may be silent before what it had taken is taken from it. */
const LEASE_SECONDS = 45;

export async function startWorker({ db }: Pick<Ctx, 'db'>): Promise<string> {
  const id = newId();
  await sql`insert into sending_workers (id, started_at, alive_until) values (${id}::uuid, now(), now() + make_interval(secs => ${LEASE_SECONDS}))`.execute(
    db,
  );
  return id;
}

/** By the clock of the database: that of this machine may jump. */
export const keepAlive = async ({ db }: Pick<Ctx, 'db'>, workerId: string): Promise<void> =>
  void (await sql`
    insert into sending_workers (id, started_at, alive_until) values (${workerId}::uuid, now(), now() + make_interval(secs => ${LEASE_SECONDS}))
    on conflict (id) do update set alive_until = excluded.alive_until`.execute(db));

/** An orderly end: what is still claimed goes back, and nobody has to wait for the lease. */
export const endWorker = (ctx: Ctx, workerId: string): Promise<void> =>
  inTransaction(ctx, async ({ db, now }) => {
    await sql`
      update campaign_recipients set state = 'queued', claimed_by = null, changed_at = ${now} where claimed_by = ${workerId}::uuid and state = 'claimed'`.execute(
      db,
    );
    await sql`update sending_workers set alive_until = now() where id = ${workerId}::uuid`.execute(db);
  });

/**
 * Takes from workers that are gone what they had taken: rows that were claimed are queued again, rows that were being handed over are
 * uncertain for ever, because nobody knows what the server has; they are listed and never sent again by the program (RL-3).
 */
export async function takeBackFromTheDead({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  const isGone = sql`r.claimed_by is not null and r.state in ('claimed', 'handing_over')
    and not exists (select 1 from sending_workers w where w.id = r.claimed_by and w.alive_until > now())`;
  await sql`
    update campaign_recipients r set state = case r.state when 'claimed' then 'queued' else 'uncertain' end,
      code = case r.state when 'claimed' then r.code else 'worker_gone' end,
      claimed_by = case r.state when 'claimed' then null else r.claimed_by end, changed_at = ${now}
    where ${isGone}`.execute(db);
  await sql`
    delete from sending_workers w where w.alive_until < now() - interval '1 day'`.execute(db);
}
