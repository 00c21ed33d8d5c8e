import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { preferencesLink, preferenceToken, tokenHash } from '../requests/links.ts';

/** The address of a person's own page of choices; it belongs into every mail to them. */
export async function preferenceLink(ctx: Ctx, talentId: string): Promise<string> {
  const links = await preferenceLinks(ctx, [talentId]);
  return links.get(talentId) ?? '';
}

/** The same for any number of people, in two statements. */
export async function preferenceLinks(ctx: Ctx, talentIds: readonly string[]): Promise<Map<string, string>> {
  if (talentIds.length === 0) return new Map();
  const first = talentIds.map((talent_id) => ({
    talent_id,
    token_hash: tokenHash(ctx, preferenceToken(ctx, talent_id, 1)),
  }));
  await sql`
    insert into preference_links (talent_id, token_hash, created_at)
    select r.talent_id, r.token_hash, ${ctx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(first)}::jsonb) as r (talent_id uuid, token_hash text)
    on conflict (talent_id) do nothing`.execute(ctx.db);
  const rows = await ctx.db
    .selectFrom('preference_links')
    .select(['talent_id', 'generation'])
    .where('talent_id', 'in', [...talentIds])
    .execute();
  return new Map(
    rows.map(({ talent_id, generation }) => [
      talent_id,
      preferencesLink(ctx, preferenceToken(ctx, talent_id, generation)),
    ]),
  );
}
