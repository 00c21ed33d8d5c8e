import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { demandFigures } from './schema.ts';

type Figures = z.input<typeof demandFigures>;

/** The last twelve months: how often known people came first, and where hires came from. Two counts, whatever the size. */
export async function getFigures({ db, actor, now }: Ctx): Promise<Figures> {
  allow(actor, 'demand.read');
  const since = new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate()));
  const gates = await sql<Figures['gate']>`
    select count(*) filter (where gate = 'looked')::int as looked, count(*) filter (where gate = 'skipped')::int as skipped
    from demands where entity_id = any(${actor.entityIds}::uuid[]) and gate_at >= ${since}`.execute(db);
  const hires = await sql<Figures['hires'][number]>`
    select source, count(*)::int as count from hires
    where entity_id = any(${actor.entityIds}::uuid[]) and undone_at is null and hired_on >= ${since}::date group by source order by source`.execute(
    db,
  );
  return {
    since: since.toISOString().slice(0, 10),
    gate: gates.rows[0] ?? { looked: 0, skipped: 0 },
    hires: hires.rows,
  };
}
