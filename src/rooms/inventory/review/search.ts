import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { defineJob } from '#ground/jobs/job.ts';
import { newId } from '#ground/ids.ts';
import { findDuplicatesInWorker } from '../duplicates/find-in-worker.ts';
import type { BirthDateKeys, ComparisonRecord, LinkageModel, ScoredPair } from '../duplicates/types.ts';

const PAGE_PEOPLE = 2000;
const PAIRS_PER_STATEMENT = 2000;
/** Below this many people the model cannot be learned anew; the last one, or the built-in one, serves. */
const PEOPLE_FOR_TRAINING = 500;

export const findDuplicatesJob = defineJob({
  name: 'inventory.find_duplicates',
  payload: z.object({ entityId: z.uuid(), importId: z.uuid().optional() }),
  key: ({ entityId }) => entityId,
  expireInSeconds: 3 * 3600,
  run: async (ctx, { entityId, importId }) => void (await searchEntity(ctx, entityId, importId)),
});

/**
 * Compares everyone of one controller, in a thread of its own; with an import, only pairs with somebody it brought.
 * Pairs that a human has decided stay decided.
 */
export async function searchEntity(ctx: Ctx, entityId: string, importId?: string): Promise<{ pairs: number }> {
  const only = importId ? await peopleOf(ctx.db, importId) : undefined;
  if (only?.size === 0) return { pairs: 0 };
  const known = await ctx.db
    .selectFrom('linkage_models')
    .select(['model', 'trained_on_people'])
    .where('entity_id', '=', entityId)
    .orderBy('trained_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const people = await countPeople(ctx.db, entityId);
  const isFresh = known !== undefined && known.trained_on_people * 2 > people;
  const result = await findDuplicatesInWorker(comparisonRecords(ctx.db, entityId), {
    onlyPairsWith: only,
    model: isFresh ? (known.model as LinkageModel) : undefined,
  });
  await insertPairs(ctx, entityId, result.pairs);
  if (!isFresh && people >= PEOPLE_FOR_TRAINING) {
    await ctx.db
      .insertInto('linkage_models')
      .values({
        id: newId(ctx.now.getTime()),
        entity_id: entityId,
        model: JSON.stringify(result.model),
        trained_on_people: people,
        trained_at: ctx.now,
      })
      .execute();
  }
  return { pairs: result.pairs.length };
}

async function peopleOf(db: Db, importId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('import_rows')
    .select('talent_id')
    .distinct()
    .where('import_id', '=', importId)
    .where('outcome', 'in', ['created', 'updated'])
    .execute();
  return new Set(rows.flatMap(({ talent_id }) => talent_id ?? []));
}

interface PersonRow {
  id: string;
  title: string | null;
  first_name: string;
  last_name: string;
  birth_name: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  employer: string | null;
  keys: BirthDateKeys | null;
  emails: string[] | null;
  phones: string[] | null;
  links: string[] | null;
}

async function countPeople(db: Db, entityId: string): Promise<number> {
  const { people } = await db
    .selectFrom('talents')
    .select((select) => select.fn.countAll<number>().as('people'))
    .where('entity_id', '=', entityId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return people;
}

/** Page by page: the next is read while the thread makes the last one ready. */
async function* comparisonRecords(db: Db, entityId: string): AsyncGenerator<ComparisonRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await readPeople(db, entityId, after);
    for (const row of rows) yield recordOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_PEOPLE) return;
    after = last.id;
  }
}

async function readPeople(db: Db, entityId: string, after: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    with page as (select id, title, first_name, last_name, birth_name, street, postcode, city, employer from talents
      where entity_id = ${entityId} and deleted_at is null and id > ${after}::uuid order by id limit ${PAGE_PEOPLE}),
    addresses as (select talent_id,
        array_agg(normal_form) filter (where kind = 'email') as emails, array_agg(normal_form) filter (where kind = 'phone') as phones,
        array_agg(normal_form) filter (where kind in ('linkedin', 'xing')) as links
      from talent_addresses where talent_id in (select id from page) group by talent_id)
    select p.*, b.keys, a.emails, a.phones, a.links
    from page p left join addresses a on a.talent_id = p.id left join birth_date_keys b on b.talent_id = p.id order by p.id`.execute(
    db,
  );
  return rows;
}

const present = (text: string | null) => text ?? undefined;

function recordOf(row: PersonRow): ComparisonRecord {
  return {
    id: row.id,
    title: present(row.title),
    firstName: row.first_name,
    lastName: row.last_name,
    birthName: present(row.birth_name),
    street: present(row.street),
    postcode: present(row.postcode),
    city: present(row.city),
    employer: present(row.employer),
    emails: row.emails ?? [],
    phones: row.phones ?? [],
    links: row.links ?? [],
    birthDateKeys: row.keys ?? undefined,
  };
}

/** New pairs wait; known open pairs get the newer weight; what a human has decided stays. */
async function insertPairs(ctx: Ctx, entityId: string, pairs: ScoredPair[]) {
  for (let from = 0; from < pairs.length; from += PAIRS_PER_STATEMENT) {
    const rows = pairs.slice(from, from + PAIRS_PER_STATEMENT).map(({ a, b, probability, weightBits, fields }) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      return {
        id: newId(ctx.now.getTime()),
        talent_a: first,
        talent_b: second,
        probability,
        weight_bits: weightBits,
        fields,
      };
    });
    await sql`
      insert into duplicate_pairs (id, entity_id, talent_a, talent_b, probability, weight_bits, fields, found_at)
      select r.id, ${entityId}::uuid, r.talent_a, r.talent_b, r.probability, r.weight_bits, r.fields, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, talent_a uuid, talent_b uuid, probability real, weight_bits real, fields jsonb)
      where exists (select 1 from talents where id = r.talent_a) and exists (select 1 from talents where id = r.talent_b)
      on conflict (talent_a, talent_b) do update set probability = excluded.probability, weight_bits = excluded.weight_bits, fields = excluded.fields
        where duplicate_pairs.state = 'open'`.execute(ctx.db);
  }
}
