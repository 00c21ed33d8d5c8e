import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#ground/context.ts';
import type { Language } from '#ground/i18n/languages.ts';
import type { Person } from '../answers/queries.ts';
import type { Choice } from '../answers/types.ts';
import { monthsAfter } from '../periods.ts';
import { choicePurpose } from './schema.ts';
import { keepWording } from './wording.ts';

/** What one question asks, each part by itself and with its own text (CO-2). */
export const askedChoices = z.array(
  z.object({ purpose: choicePurpose, topicId: z.uuid().nullable(), textId: z.uuid() }),
);
export type AskedChoice = z.infer<typeof askedChoices>[number];

interface Asking {
  kind: 'confirm' | 'choose';
  person: Person;
  language: Language;
}

/** To confirm: what was noted and the person has not confirmed. To choose: every topic that they did not refuse lately (CO-9). */
export async function choicesFor(ctx: Ctx, { kind, person, language }: Asking): Promise<AskedChoice[]> {
  const open = kind === 'confirm' ? await listNoted(ctx, person.id) : await listTopicsToAsk(ctx, person);
  const choices: AskedChoice[] = [];
  for (const { purpose, topicId } of open) {
    const asked = { purpose, language, entityId: person.entity_id, company: person.company };
    choices.push({ purpose, topicId: topicId ?? null, textId: await keepWording(ctx, asked) });
  }
  return choices;
}

async function listNoted({ db, now }: Ctx, talentId: string): Promise<Choice[]> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ purpose: Choice['purpose']; topic_id: string | null }>`
    select v.purpose, v.topic_id from consent_view v left join topics t on t.id = v.topic_id
    where v.talent_id = ${talentId}::uuid and v.kind = 'given' and v.form in ('paper', 'spoken', 'mail') and v.channel = 'all'
      and t.retired_at is null and (v.expires_on is null or v.expires_on > ${today}::date)
      and (v.topic_id is not null or exists (select 1 from grounds g where g.talent_id = v.talent_id and g.purpose = v.purpose and g.ended_at is null))
    order by v.topic_id nulls first`.execute(db);
  return rows.map(({ purpose, topic_id }) => ({ purpose, topicId: topic_id ?? undefined }));
}

const ASK_AGAIN_MONTHS = -6;

async function listTopicsToAsk({ db, now }: Ctx, { id, entity_id }: Person): Promise<Choice[]> {
  const lately = monthsAfter(now.toISOString().slice(0, 10), ASK_AGAIN_MONTHS);
  const { rows } = await sql<{ id: string }>`
    select t.id from topics t left join consent_view v on v.topic_id = t.id and v.talent_id = ${id}::uuid and v.purpose = 'newsletter'
    where t.entity_id = ${entity_id}::uuid and t.retired_at is null
      and (v.kind is null or v.kind in ('given', 'expired') or (v.kind in ('refused', 'withdrawn') and (v.occurred_at at time zone 'UTC')::date <= ${lately}::date))
    order by lower(t.name_de), t.id`.execute(db);
  return rows.map((row) => ({ purpose: 'newsletter', topicId: row.id }));
}
