import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { cutPage, pageAfter } from '#ground/http/cursor.ts';
import { allow } from '#rooms/accounts/index.ts';
import { mergeTalents, unmergeTalents } from '#rooms/talents/index.ts';
import type { DuplicatePair, DuplicateSide, MERGE_FIELDS } from '../schema.ts';
import { findDuplicatesJob } from './search.ts';

type Side = 'a' | 'b';
export type MergeChoice = { keep: Side; fields: Partial<Record<(typeof MERGE_FIELDS)[number], Side>> };

interface PairRow {
  id: string;
  talent_a: string;
  talent_b: string;
  probability: number;
  weight_bits: number;
  fields: DuplicatePair['fields'];
  state: DuplicatePair['state'];
}

/** Most likely first, by keyset. Pairs with somebody in the bin are not shown. */
export async function listPairs(
  ctx: Ctx,
  { state, cursor, limit }: { state: DuplicatePair['state']; cursor?: string; limit: number },
) {
  allow(ctx.actor, 'talents.merge');
  const after = pageAfter(cursor, ['number', 'text']);
  const visible = ctx.db
    .selectFrom('duplicate_pairs as p')
    .where('p.entity_id', 'in', ctx.actor.entityIds)
    .where('p.state', '=', state);
  const [rows, { open }] = await Promise.all([
    visible
      .innerJoin('talents_view as a', 'a.id', 'p.talent_a')
      .$if(state !== 'merged', (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(selectFrom('talents_view as b').select('b.id').whereRef('b.id', '=', 'p.talent_b')),
        ),
      )
      .select(['p.id', 'p.talent_a', 'p.talent_b', 'p.probability', 'p.weight_bits', 'p.fields', 'p.state'])
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(p.probability, p.id) < (${Number(after?.[0])}::real, ${String(after?.[1])}::uuid)`),
      )
      .orderBy('p.probability', 'desc')
      .orderBy('p.id', 'desc')
      .limit(limit + 1)
      .execute(),
    ctx.db
      .selectFrom('duplicate_pairs')
      .where('entity_id', 'in', ctx.actor.entityIds)
      .where('state', '=', 'open')
      .select((select) => select.fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow(),
  ]);
  const { page, nextCursor } = cutPage(rows as PairRow[], limit, ({ probability, id }) => [probability, id]);
  const sides = await readSides(
    ctx,
    page.flatMap(({ talent_a, talent_b }) => [talent_a, talent_b]),
  );
  const items = page.flatMap((row): DuplicatePair[] => {
    const [a, b] = [sides.get(row.talent_a), sides.get(row.talent_b)];
    return a && b
      ? [
          {
            id: row.id,
            probability: row.probability,
            weightBits: row.weight_bits,
            fields: row.fields,
            state: row.state,
            a,
            b,
          },
        ]
      : [];
  });
  return { items, nextCursor, openCount: Number(open) };
}

async function readSides(ctx: Ctx, talentIds: string[]): Promise<Map<string, DuplicateSide>> {
  if (talentIds.length === 0) return new Map();
  const { rows } = await sql<SideRow>`
    select t.id, t.title, t.first_name, t.last_name, t.birth_name, t."role", t.employer, t.postcode, t.city, t.created_at, t.version,
      (select array_agg(value order by is_primary desc, value) from talent_addresses where talent_id = t.id and kind = 'email') as emails,
      (select array_agg(value order by is_primary desc, value) from talent_addresses where talent_id = t.id and kind = 'phone') as phones,
      (select array_agg(value order by value) from talent_addresses where talent_id = t.id and kind in ('linkedin', 'xing', 'website')) as links,
      (select concat_ws(', ', vacancy, applied_on::text) from applications where talent_id = t.id order by applied_on desc nulls last limit 1) as application,
      (select source from grounds where talent_id = t.id order by created_at limit 1) as source
    from talents t where t.id = any(${talentIds}) and t.entity_id = any(${ctx.actor.entityIds})`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, sideOf(row)]));
}

interface SideRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  birth_name: string | null;
  role: string | null;
  employer: string | null;
  postcode: string | null;
  city: string | null;
  created_at: Date;
  version: number;
  emails: string[] | null;
  phones: string[] | null;
  links: string[] | null;
  application: string | null;
  source: string | null;
}

const joined = (parts: (string | null)[]) => parts.filter(Boolean).join(' ') || null;

function sideOf(row: SideRow): DuplicateSide {
  return {
    talentId: row.id,
    name: joined([row.title, row.first_name, row.last_name]) ?? '',
    birthName: row.birth_name,
    role: row.role,
    employer: row.employer,
    place: joined([row.postcode, row.city]),
    emails: row.emails ?? [],
    phones: row.phones ?? [],
    links: row.links ?? [],
    lastApplication: row.application,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

async function getPair(ctx: Ctx, pairId: string) {
  allow(ctx.actor, 'talents.merge');
  const pair = await ctx.db
    .selectFrom('duplicate_pairs')
    .selectAll()
    .where('id', '=', pairId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .forUpdate()
    .executeTakeFirst();
  if (!pair) throw notFound('inventory.pair_not_found');
  return pair;
}

/** @throws AppError inventory.pair_not_found, inventory.pair_is_decided */
export async function mergeThePair(
  ctx: Ctx,
  pairId: string,
  { keep, fields }: MergeChoice,
): Promise<{ mergeId: string; talentId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state === 'merged') throw conflict('inventory.pair_is_decided');
    const [keptId, goneId] = keep === 'a' ? [pair.talent_a, pair.talent_b] : [pair.talent_b, pair.talent_a];
    const choices = Object.fromEntries(
      Object.entries(fields).map(([field, side]) => [field, side === keep ? ('kept' as const) : ('other' as const)]),
    );
    const { mergeId } = await mergeTalents(ctx, { keptId, goneId, fields: choices });
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: 'merged', merge_id: mergeId, decided_by: ctx.actor.memberId, decided_at: ctx.now })
      .where('id', '=', pairId)
      .execute();
    return { mergeId, talentId: keptId };
  });
}

/** @throws AppError inventory.pair_is_not_merged */
export async function separateThePair(ctx: Ctx, pairId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state !== 'merged' || !pair.merge_id) throw conflict('inventory.pair_is_not_merged');
    await unmergeTalents(ctx, pair.merge_id);
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: 'open', merge_id: null, decided_by: null, decided_at: null })
      .where('id', '=', pairId)
      .execute();
  });
}

/** "Two persons" is remembered for ever; no later search asks again. */
export async function decideThePair(ctx: Ctx, pairId: string, decision: 'different' | 'later' | 'open'): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const pair = await getPair(ctx, pairId);
    if (pair.state === 'merged') throw conflict('inventory.pair_is_decided');
    await ctx.db
      .updateTable('duplicate_pairs')
      .set({ state: decision, decided_by: ctx.actor.memberId, decided_at: ctx.now })
      .where('id', '=', pairId)
      .execute();
  });
}

export async function startSearch(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'talents.merge');
  for (const entityId of ctx.actor.entityIds) await ctx.jobs(ctx, findDuplicatesJob, { entityId });
}
