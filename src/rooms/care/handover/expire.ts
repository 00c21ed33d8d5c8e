import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { handOverPeople } from '#rooms/talents/index.ts';
import type { Look } from '../daily/candidates.ts';
import { closeOffer } from './offer.ts';

/**
 * Offers that nobody answered in time end, and the deputies step in: whoever has one is looked after by them from now on. Everybody else
 * stays with the owner they have.
 */
export async function expireHandovers(ctx: Ctx, { entityId, today }: Look): Promise<void> {
  const { rows } = await sql<{ id: string; from_member: string }>`
    select h.id, h.from_member from handovers h where h.entity_id = ${entityId} and h.state = 'offered' and h.accept_by < ${today}::date order by h.id`.execute(
    ctx.db,
  );
  for (const { id, from_member: fromId } of rows)
    await inTransaction(ctx, async (ctx) => {
      const { rows: open } =
        await sql`select 1 from handovers h where h.id = ${id} and h.state = 'offered' for update`.execute(ctx.db);
      if (open.length === 0) return;
      await closeOffer(ctx, id, { state: 'expired', note: '' });
      for (const { deputy_id: toId, ids } of await deputiesOf(ctx, id, fromId))
        await handOverPeople(ctx, { talentIds: ids, fromId, toId });
    });
}

async function deputiesOf(
  { db }: Ctx,
  handoverId: string,
  fromId: string,
): Promise<{ deputy_id: string; ids: string[] }[]> {
  const { rows } = await sql<{ deputy_id: string; ids: string[] }>`
    select t.deputy_id, array_agg(t.id) as ids from handover_people p join talents_view t on t.id = p.talent_id and t.owner_id = ${fromId}::uuid
      join members d on d.id = t.deputy_id and d.disabled_at is null
    where p.handover_id = ${handoverId} and t.deputy_id <> ${fromId}::uuid group by t.deputy_id order by t.deputy_id`.execute(
    db,
  );
  return rows;
}
