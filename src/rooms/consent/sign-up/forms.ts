import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { ownEntity } from '../own-entity.ts';
import type { NewSignUpForm, SignUpForm, SignUpFormChange } from './schema.ts';

const CONFIRMED_DAYS = 30;

interface FormRow {
  id: string;
  slug: string;
  name: string;
  intro_de: string;
  intro_en: string;
  topic_ids: string[];
  address_form: string;
  is_on: boolean;
  confirmed: number;
  waiting: number;
}

export async function listFormsOf(ctx: Ctx): Promise<SignUpForm[]> {
  allow(ctx.actor, 'consent.read');
  const since = new Date(ctx.now.getTime() - CONFIRMED_DAYS * 86_400_000);
  const { rows } = await sql<FormRow>`
    select f.id, f.slug, f.name, f.intro_de, f.intro_en, f.topic_ids, f.address_form, f.is_on,
      (select count(*)::int from audit_entries a where a.action = 'consent.signed_up' and a.at >= ${since} and a.details ->> 'formId' = f.id::text) as confirmed,
      (select count(*)::int from sign_ups s where s.form_id = f.id and s.expires_at > ${ctx.now}) as waiting
    from sign_up_forms f where f.entity_id = any(${ctx.actor.entityIds}::uuid[]) order by lower(f.name), f.id limit 100`.execute(
    ctx.db,
  );
  return rows.map((row) => formOf(ctx, row));
}

const formOf = ({ baseUrl }: Pick<Ctx, 'baseUrl'>, row: FormRow): SignUpForm => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  intro: { de: row.intro_de, en: row.intro_en },
  topicIds: row.topic_ids,
  addressForm: row.address_form === 'du' ? 'du' : 'sie',
  isOn: row.is_on,
  link: `${baseUrl}/join/${row.slug}`,
  confirmed: row.confirmed,
  waiting: row.waiting,
});

/** @throws AppError consent.slug_taken, consent.topic_missing */
export async function createForm(ctx: Ctx, form: NewSignUpForm): Promise<SignUpForm> {
  const { slug, name, intro, topicIds, addressForm, isOn } = form;
  allow(ctx.actor, 'consent.write');
  return inTransaction(ctx, async (ctx) => {
    const entityId = ownEntity(ctx);
    await refuseForeignTopics(ctx, entityId, topicIds);
    const id = newId(ctx.now.getTime());
    const made = await ctx.db
      .insertInto('sign_up_forms')
      .values({
        id,
        entity_id: entityId,
        slug,
        name,
        intro_de: intro.de,
        intro_en: intro.en,
        topic_ids: topicIds,
        address_form: addressForm,
        is_on: isOn,
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((on) => on.column('slug').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!made) throw conflict('consent.slug_taken');
    await record(ctx, { action: 'consent.form_made', details: { formId: id, isOn } });
    return formOf(ctx, { ...made, confirmed: 0, waiting: 0 });
  });
}

/** Switched off, the address answers as if there had never been a form. @throws AppError consent.form_missing, consent.topic_missing */
export async function changeForm(ctx: Ctx, formId: string, change: SignUpFormChange): Promise<void> {
  allow(ctx.actor, 'consent.write');
  await inTransaction(ctx, async (ctx) => {
    const form = await ctx.db
      .selectFrom('sign_up_forms')
      .select('entity_id')
      .where('id', '=', formId)
      .where('entity_id', 'in', ctx.actor.entityIds)
      .forUpdate()
      .executeTakeFirst();
    if (!form) throw notFound('consent.form_missing');
    if (change.topicIds) await refuseForeignTopics(ctx, form.entity_id, change.topicIds);
    const { name, intro, topicIds, addressForm, isOn } = change;
    await ctx.db
      .updateTable('sign_up_forms')
      .set({
        updated_at: ctx.now,
        ...(name === undefined ? {} : { name }),
        ...(intro === undefined ? {} : { intro_de: intro.de, intro_en: intro.en }),
        ...(topicIds === undefined ? {} : { topic_ids: topicIds }),
        ...(addressForm === undefined ? {} : { address_form: addressForm }),
        ...(isOn === undefined ? {} : { is_on: isOn }),
      })
      .where('id', '=', formId)
      .execute();
    await record(ctx, { action: 'consent.form_changed', details: { formId, fields: Object.keys(change).join(' ') } });
  });
}

async function refuseForeignTopics({ db }: Ctx, entityId: string, topicIds: readonly string[]): Promise<void> {
  if (topicIds.length === 0) return;
  const { rows } = await sql`
    select 1 from topics t where t.id = any(${[...topicIds]}::uuid[]) and t.entity_id = ${entityId} and t.retired_at is null`.execute(
    db,
  );
  if (rows.length < new Set(topicIds).size) throw invalid('consent.topic_missing');
}
