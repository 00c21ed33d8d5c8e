import type { Ctx } from '#ground/context.ts';

/** Pairs of whom at least one is gone for good are no question any more. What a merge took away can still come back. */
export async function dropLostPairs({ db }: Pick<Ctx, 'db'>): Promise<void> {
  await db
    .deleteFrom('duplicate_pairs')
    .where('state', '<>', 'merged')
    .where((where) =>
      where.or(
        (['talent_a', 'talent_b'] as const).map((side) =>
          where.not(
            where.exists(
              where.selectFrom('talents').select('talents.id').whereRef('talents.id', '=', `duplicate_pairs.${side}`),
            ),
          ),
        ),
      ),
    )
    .execute();
}
