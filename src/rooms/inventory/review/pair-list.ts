import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { DuplicatePair, DuplicateSide } from '../schema.ts';
import { readSides } from './pair-sides.ts';

interface Asked {
  state: DuplicatePair['state'];
  cursor?: string;
  limit: number;
}

type PairRow = Pick<DuplicatePair, 'id' | 'probability' | 'fields' | 'state'> & {
  talent_a: string;
  talent_b: string;
  weight_bits: number;
};

/** Most likely first, by keyset. Pairs with somebody in the bin are not shown. */
export async function listPairs(ctx: Ctx, asked: Asked) {
  allow(ctx.actor, 'talents.merge');
  const [rows, openCount] = await Promise.all([readPage(ctx, asked), countOpen(ctx)]);
  const { page, nextCursor } = cutPage(rows, asked.limit, ({ probability, id }) => [probability, id]);
  const sides = await readSides(
    ctx,
    page.flatMap(({ talent_a, talent_b }) => [talent_a, talent_b]),
  );
  return { items: page.flatMap((row) => viewOf(row, sides)), nextCursor, openCount };
}

async function readPage({ db, actor }: Ctx, { state, cursor, limit }: Asked): Promise<PairRow[]> {
  const after = pageAfter(cursor, ['number', 'id']);
  const rows = await db
    .selectFrom('duplicate_pairs as p')
    .innerJoin('talents_view as a', 'a.id', 'p.talent_a')
    .where('p.entity_id', 'in', actor.entityIds)
    .where('p.state', '=', state)
    // After a merge only one of the two is left.
    .$if(state !== 'merged', (query) =>
      query.where((where) =>
        where.exists(where.selectFrom('talents_view as b').select('b.id').whereRef('b.id', '=', 'p.talent_b')),
      ),
    )
    .select(['p.id', 'p.talent_a', 'p.talent_b', 'p.probability', 'p.weight_bits', 'p.fields', 'p.state'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(p.probability, p.id) < (${Number(after?.[0])}::real, ${String(after?.[1])}::uuid)`),
    )
    .orderBy('p.probability', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows as PairRow[];
}

async function countOpen({ db, actor }: Ctx): Promise<number> {
  const { open } = await db
    .selectFrom('duplicate_pairs')
    .where('entity_id', 'in', actor.entityIds)
    .where('state', '=', 'open')
    .select((select) => select.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  return open;
}

/** Nothing where somebody was erased between the two readings. */
function viewOf(row: PairRow, sides: Map<string, DuplicateSide>): DuplicatePair[] {
  const [a, b] = [sides.get(row.talent_a), sides.get(row.talent_b)];
  if (!a || !b) return [];
  const { id, probability, fields, state } = row;
  return [{ id, probability, weightBits: row.weight_bits, fields, state, a, b }];
}
