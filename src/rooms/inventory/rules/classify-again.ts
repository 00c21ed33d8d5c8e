import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { setSegments } from '#rooms/talents/index.ts';
import type { Classification } from '../types.ts';
import { classifyFacts } from './classify-facts.ts';
import { getRules } from './current.ts';
import { knownFacts } from './known-facts.ts';
import { insertClassifications } from './queries.ts';

/** After the rules changed: everyone again, in batches; a newer version takes over from an older run. */
export const classifyAgainJob = defineJob({
  name: 'inventory.classify_again',
  payload: z.object({ version: z.number().int() }),
  key: ({ version }) => String(version),
  expireInSeconds: 3 * 3600,
  run: (ctx, { version }) => classifyAgain(ctx, version),
});

async function classifyAgain(ctx: Ctx, version: number): Promise<void> {
  const today = ctx.now.toISOString().slice(0, 10);
  for await (const people of knownFacts(ctx.db, ctx.actor.entityIds)) {
    const { version: current, rules } = await getRules(ctx);
    if (current !== version) return;
    const entries = people.map((facts) => ({
      talentId: facts.talentId,
      classifications: classifyFacts(facts, rules, today),
    }));
    await ctx.db.transaction().execute(async (db) => {
      const inside = { ...ctx, db };
      await dropOutdated(db, entries);
      await insertClassifications(inside, entries);
      await writeSegments(
        inside,
        entries.map(({ talentId }) => talentId),
      );
    });
  }
}

/** Segments that the new rules no longer give, unless a human has spoken. */
async function dropOutdated(db: Db, entries: { talentId: string; classifications: Classification[] }[]) {
  const still = entries.flatMap(({ talentId, classifications }) =>
    classifications.map(({ segment }) => `${talentId}:${segment}`),
  );
  await sql`delete from classifications where decision is null and talent_id = any(${entries.map(({ talentId }) => talentId)}::uuid[])
    and not (talent_id::text || ':' || segment = any(${still}))`.execute(db);
}

/** The segments on the talent follow the classifications that were not rejected. */
export async function writeSegments(ctx: Ctx, talentIds: string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('classifications')
    .select(['talent_id', 'segment'])
    .where('talent_id', 'in', talentIds)
    .where((where) => where.or([where('decision', 'is', null), where('decision', '=', 'confirmed')]))
    .orderBy('segment')
    .execute();
  const byTalent = new Map<string, string[]>(talentIds.map((id) => [id, []]));
  for (const { talent_id, segment } of rows) byTalent.get(talent_id)?.push(segment);
  await setSegments(
    ctx,
    [...byTalent].map(([talentId, segments]) => ({ talentId, segments })),
  );
}
