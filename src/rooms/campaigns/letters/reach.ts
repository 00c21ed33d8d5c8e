import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Reach } from '../schema-writing.ts';
import { audienceSql } from '../sending/audience.ts';
import type { CampaignAtWork } from '../sending/campaign-at-work.ts';
import type { LetterLanguage, MergeField } from '../types.ts';
import { LETTER_LANGUAGES } from '../types.ts';
import type { CompiledLetter } from './compile.ts';
import { answersSql, shapeOf } from './shape.ts';

/** Facts that may be missing; a greeting and the company's name never are. */
export const COUNTED_FIELDS = ['title', 'first_name', 'last_name', 'role', 'employer', 'city', 'owner_name'] as const;
type CountedField = (typeof COUNTED_FIELDS)[number];
export const isCounted = (field: MergeField): field is CountedField =>
  COUNTED_FIELDS.some((counted) => counted === field);

export interface FullReach extends Omit<Reach, 'warnings'> {
  /** Readers of whom something is not known. */
  unknown: Record<CountedField, number>;
}

interface Row {
  language: LetterLanguage;
  readers: number;
  /** How many fit each rule. */
  fits: number[];
  letters: number;
  unknown: number[];
}

/** How many see which block, and how many nothing: one statement about the whole audience. @throws AppError pools.… when the audience's own rule is broken */
export async function countReach(ctx: Ctx, campaign: CampaignAtWork, letter: CompiledLetter): Promise<FullReach> {
  const fits = letter.conditions.map((_, i) => sql`count(*) filter (where p.v[${sql.lit(i + 1)}])::int`);
  const getsOne = LETTER_LANGUAGES.map((language) => {
    const shape = shapeOf(letter, letter.languageFor(language));
    return sql`when ${language} then ${shape.getsOne}`;
  });
  const { rows } = await sql<Row>`
    with readers as materialized (select x.id, x.language from (${await audienceSql(ctx, campaign)}) x where x.code is null),
    people as (
      select r.language, ${answersSql(letter)} as v, coalesce(t.title, '') = '' as title, coalesce(t.first_name, '') = '' as first_name,
        coalesce(t.last_name, '') = '' as last_name, coalesce(t.role, '') = '' as role, coalesce(t.employer, '') = '' as employer,
        coalesce(t.city, '') = '' as city, t.owner_id is null as owner_name
      from readers r join talents t on t.id = r.id)
    select p.language, count(*)::int as readers, ${fits.length === 0 ? sql`'{}'::int[]` : sql`array[${sql.join(fits)}]`} as fits,
      count(*) filter (where case p.language ${sql.join(getsOne, sql` `)} end)::int as letters,
      array[${sql.join(COUNTED_FIELDS.map((field) => sql`count(*) filter (where p.${sql.ref(field)})::int`))}] as unknown
    from people p group by p.language order by p.language`.execute(ctx.db);
  return reachFrom(rows, letter);
}

function reachFrom(rows: readonly Row[], letter: CompiledLetter): FullReach {
  const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0);
  const seenBy = (blockId: string) => (row: Row) => {
    const block = letter.variant(letter.languageFor(row.language)).blocks.find(({ id }) => id === blockId);
    if (!block) return 0;
    return block.bit === undefined ? row.readers : (row.fits[block.bit] ?? 0);
  };
  return {
    readers: sum(({ readers }) => readers),
    byLanguage: rows.map(({ language, readers }) => ({ language, readers })),
    blocks: letter.blockIds.map((blockId) => ({ blockId, readers: sum(seenBy(blockId)) })),
    nothing: sum(({ readers, letters }) => readers - letters),
    unknown: Object.fromEntries(
      COUNTED_FIELDS.map((field, i) => [field, sum(({ unknown }) => unknown[i] ?? 0)]),
    ) as Record<CountedField, number>,
  };
}
