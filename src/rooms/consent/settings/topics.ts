import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { ownEntity } from '../own-entity.ts';
import type { NewTopic, Topic } from './schema.ts';

/** Topics with how many confirmed each; retired ones last. */
export async function listTopicsOf({ db, actor, now }: Ctx): Promise<Topic[]> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ id: string; de: string; en: string; retired_at: Date | null; confirmed: number }>`
    select t.id, t.name_de as de, t.name_en as en, t.retired_at, coalesce(c.confirmed, 0)::int as confirmed
    from topics t left join (
      select v.topic_id, count(*) as confirmed from consent_view v join talents p on p.id = v.talent_id and p.deleted_at is null
      where v.purpose = 'newsletter' and v.kind = 'confirmed' and (v.expires_on is null or v.expires_on > ${today}::date) group by v.topic_id) c on c.topic_id = t.id
    where t.entity_id = any(${actor.entityIds}::uuid[]) order by t.retired_at nulls first, lower(t.name_de), t.id`.execute(
    db,
  );
  return rows.map(({ id, de, en, retired_at, confirmed }) => ({
    id,
    names: { de, en },
    isRetired: retired_at !== null,
    confirmed,
  }));
}

/** @throws AppError consent.topic_is_there */
export async function createTopicOf(ctx: Ctx, { names }: NewTopic): Promise<Topic> {
  allow(ctx.actor, 'consent.write');
  const entityId = ownEntity(ctx);
  await refuseTwice(ctx, names, undefined);
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('topics')
    .values({ id, entity_id: entityId, name_de: names.de, name_en: names.en, created_at: ctx.now })
    .execute();
  return { id, names, isRetired: false, confirmed: 0 };
}

/** Another word for the same thing. Another thing is another topic: who chose this one did not choose that one (CO-7). */
export async function renameTopicOf(ctx: Ctx, topicId: string, { names }: NewTopic): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await refuseTwice(ctx, names, topicId);
  await change(ctx, topicId, { name_de: names.de, name_en: names.en });
  await record(ctx, { action: 'consent.topic_renamed', details: { topicId } });
}

/** Nobody is asked about it or hears of it any more; what people said about it stays. */
export async function retireTopicOf(ctx: Ctx, topicId: string): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await change(ctx, topicId, { retired_at: ctx.now });
  await record(ctx, { action: 'consent.topic_retired', details: { topicId } });
}

async function change(
  { db, actor }: Ctx,
  topicId: string,
  columns: { name_de: string; name_en: string } | { retired_at: Date },
): Promise<void> {
  const changed = await db
    .updateTable('topics')
    .set(columns)
    .where('id', '=', topicId)
    .where('entity_id', 'in', actor.entityIds)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw notFound('consent.topic_missing');
}

async function refuseTwice({ db, actor }: Ctx, { de, en }: NewTopic['names'], except: string | undefined) {
  const { rows } = await sql`
    select 1 from topics where entity_id = any(${actor.entityIds}::uuid[]) and retired_at is null and id is distinct from ${except ?? null}::uuid
      and (lower(name_de) = lower(${de}) or lower(name_en) = lower(${en})) limit 1`.execute(db);
  if (rows.length > 0) throw conflict('consent.topic_is_there');
}
