import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Db } from '#ground/database/database.ts';
import { newId } from '#ground/ids.ts';
import type { AnswerKind, Choice, Proof } from './types.ts';

interface Answered {
  talentId: string;
  kind: AnswerKind;
  choice: Choice;
  proof: Proof;
  /** Default: now. */
  at?: Date;
}

/** Answers are only ever added (CO-1). */
export async function insertAnswers({ db, actor, now }: Ctx, answers: readonly Answered[]): Promise<string[]> {
  if (answers.length === 0) return [];
  const rows = answers.map(({ talentId, kind, choice, proof, at = now }) => ({
    id: newId(now.getTime()),
    talent_id: talentId,
    kind,
    purpose: choice.purpose,
    topic_id: choice.topicId ?? null,
    channel: choice.channel ?? 'all',
    form: proof.form,
    evidence: proof.evidence,
    text_id: proof.textId ?? null,
    request_id: proof.requestId ?? null,
    recorded_by: actor.memberId,
    occurred_at: at,
    expires_on: proof.expiresOn ?? null,
  }));
  await db.insertInto('consent_events').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Somebody whom the actor may see, with what letters need. */
export async function findPerson({ db, actor }: Ctx, talentId: string) {
  const { rows } = await sql<{
    id: string;
    entity_id: string;
    name: string;
    first_name: string;
    address_form: 'du' | 'sie' | null;
    language: string | null;
    company: string;
    country_profile: string;
    email: string | null;
    erase_on: string;
  }>`
    select t.id, t.entity_id, concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, '')) as name, t.first_name, t.address_form, t.language, e.name as company, e.country_profile, t.erase_on,
      (select a.value from talent_addresses a where a.talent_id = t.id and a.kind = 'email' and a.bounced_at is null order by a.is_primary desc, a.created_at limit 1) as email
    from talents t join entities e on e.id = t.entity_id
    where t.id = ${talentId}::uuid and t.entity_id = any(${actor.entityIds}::uuid[]) and t.deleted_at is null`.execute(
    db,
  );
  return rows[0];
}
export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** The record and those that were joined into it: one human. */
export async function listRecordsOf(db: Db, talentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive records(id) as (
      select ${talentId}::uuid union all select m.id from records r join talents m on m.merged_into = r.id)
    select id from records`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ends what carries a purpose; an interest or an agreement ends with any no (LB-2). */
export async function endGrounds({ db, now }: Ctx, talentIds: string[], purposes: readonly string[]): Promise<void> {
  await db
    .updateTable('grounds')
    .set({ ended_at: now })
    .where('talent_id', 'in', talentIds)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('purpose', 'in', purposes), where('basis', '<>', 'consent')]))
    .execute();
}

/** The day on which the person is erased, as the remaining grounds give it. */
export async function findEraseOn(db: Db, talentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('grounds')
    .select((select) => select.fn.max('erase_on').as('erase_on'))
    .where('talent_id', '=', talentId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.erase_on ?? null;
}

/** Addresses and ids in source systems, as they have to be suppressed. */
export async function listIdentifiers(db: Db, talentIds: string[]) {
  const { rows } = await sql<{ kind: 'email' | 'phone' | 'source_id'; value: string }>`
    select kind, normal_form as value from talent_addresses where talent_id = any(${talentIds}::uuid[]) and kind in ('email', 'phone')
    union select 'source_id', system || ':' || source_id from source_records where talent_id = any(${talentIds}::uuid[]) and source_id <> ''`.execute(
    db,
  );
  return rows;
}
