import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import { AppError, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { visiblePools } from './access.ts';
import { memberOf } from './people.ts';
import type { personPools } from './schema.ts';
import { refuseHidden } from './segments/compile.ts';
import { loadFacts } from './segments/load-facts.ts';
import { resolveRule } from './segments/resolve.ts';
import { matchesRule } from './segments/rule.ts';
import { listSegmentRows, loadNamed, readOrRefuse } from './segments/saved.ts';
import type { Mode } from './types.ts';

interface Row {
  id: string;
  name: string;
  mode: Mode;
  reason: string | null;
  added_at: Date;
  added_by: string | null;
  added_by_name: string | null;
  paused_until: string | null;
}

/** Where somebody is, of what the reader may know. @throws AppError talents.not_found */
export async function getPersonPools(ctx: Ctx, talentId: string): Promise<z.input<typeof personPools>> {
  allow(ctx.actor, 'pools.read');
  const { rows: seen } = await sql`
    select 1 from talents_view t where t.id = ${talentId}::uuid and t.entity_id = any(${ctx.actor.entityIds}::uuid[])`.execute(
    ctx.db,
  );
  if (seen.length === 0) throw notFound('talents.not_found');
  const { rows } = await sql<Row>`
    select p.id, p.name, p.mode, m.reason, m.added_at, m.added_by, b.name as added_by_name, m.paused_until
    from pool_members m join pools p on p.id = m.pool_id left join members b on b.id = m.added_by
    where m.talent_id = ${talentId} and ${visiblePools(ctx.actor)} order by lower(p.name), p.id`.execute(ctx.db);
  const pools = rows.map(({ added_at, added_by, added_by_name, paused_until, ...row }) => ({
    ...row,
    addedAt: added_at.toISOString(),
    addedBy: memberOf(added_by, added_by_name),
    pausedUntil: paused_until,
  }));
  return { pools, segments: await segmentsOf(ctx, talentId) };
}

async function segmentsOf(ctx: Ctx, talentId: string): Promise<{ id: string; name: string }[]> {
  const rows = await listSegmentRows(ctx);
  const [facts] = rows.length > 0 ? await loadFacts(ctx.db, [talentId]) : [];
  if (!facts) return [];
  const named = await loadNamed(ctx, rows);
  const reader = { memberId: ctx.actor.memberId, now: ctx.now };
  return rows.flatMap(({ id, name, rule }) => {
    const resolved = askable(ctx, () => resolveRule(readOrRefuse(rule), named, id));
    return resolved && matchesRule(resolved, facts, reader) ? [{ id, name }] : [];
  });
}

/** Undefined where the rule names what is gone, or asks what this reader may not know. */
function askable(ctx: Ctx, resolve: () => ReturnType<typeof resolveRule>) {
  try {
    const rule = resolve();
    refuseHidden(rule, ctx.actor);
    return rule;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
