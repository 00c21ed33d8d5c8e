import { sql } from 'kysely';
import type { EventBoard } from '#ground/events/events.ts';
import { takeInSignedUp } from './sign-ups.ts';

declare module '#ground/events/news.ts' {
  interface Events {
    /** Talents came into a pool or went out of it, whoever did it. */
    'pools.members_changed': { poolId: string; added: string[]; removed: string[] };
    /** These members rest for a while in the pool, or no longer. */
    'pools.pauses_changed': { poolId: string; talentIds: string[] };
    /** A saved rule finds other people from now on, or is gone. */
    'pools.segment_changed': { segmentId: string };
  }
}

/** What the pools do when talents are joined or parted, or put themselves in. What is erased goes by the database itself. */
export function listenToTalentsForPools(board: EventBoard) {
  board.on('consent.signed_up', takeInSignedUp);

  board.on('talents.merged', async (ctx, { mergeId, keptId, goneId }) => {
    const { rows } = await sql<{ pool_id: string }>`
      insert into pool_members (pool_id, talent_id, added_at, added_by, reason, source, paused_until)
      select m.pool_id, ${keptId}, m.added_at, m.added_by, m.reason, ${sourceOf(mergeId)}, m.paused_until from pool_members m where m.talent_id = ${goneId}
      on conflict do nothing returning pool_id`.execute(ctx.db);
    for (const { pool_id: poolId } of rows)
      await ctx.emit(ctx, 'pools.members_changed', { poolId, added: [keptId], removed: [] });
  });

  board.on('talents.unmerged', async (ctx, { mergeId, keptId }) => {
    const { rows } = await sql<{ pool_id: string }>`
      delete from pool_members m where m.talent_id = ${keptId} and m.source = ${sourceOf(mergeId)} returning m.pool_id`.execute(
      ctx.db,
    );
    for (const { pool_id: poolId } of rows)
      await ctx.emit(ctx, 'pools.members_changed', { poolId, added: [], removed: [keptId] });
  });
}

/** The person who goes keeps their own memberships, hidden; these are the copies. */
const sourceOf = (mergeId: string) => `merge:${mergeId}`;
