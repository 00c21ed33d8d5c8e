import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { canSendMail } from '#ground/mail/outbox.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { findPerson } from '../answers/queries.ts';
import { listContactFacts, NOT_HERE } from '../contact-facts.ts';
import { contactStateOf, decideContact } from '../contact.ts';
import { listStayPurposes } from '../preferences/read.ts';
import type { ContactFacts, ContactQuestion } from '../types-contact.ts';
import { CONTACT_CHANNELS } from '../types-contact.ts';
import type { ContactLine, TalentPermission } from './schema.ts';

interface TopicRow {
  id: string;
  de: string;
  en: string;
}
interface AroundRow {
  silences: TalentPermission['silences'];
  objections: TalentPermission['objections'];
  duty: TalentPermission['duty'];
  question: TalentPermission['question'];
  topics: TopicRow[];
}

/** "May I?": every way and purpose with all reasons, and what stands around it. @throws AppError consent.person_not_found */
export async function getTalentPermission(ctx: Ctx, talentId: string): Promise<TalentPermission> {
  allow(ctx.actor, 'consent.read');
  const person = await findPerson(ctx, talentId);
  if (!person) throw notFound('consent.person_not_found');
  const facts = (await listContactFacts(ctx, [talentId])).get(talentId) ?? NOT_HERE;
  const { topics, ...around } = await readAround(ctx, talentId, person.entity_id);
  return {
    name: person.name,
    lines: linesFor(facts, talentId, topics, ctx.now),
    ...around,
    purposes: await listStayPurposes(ctx, talentId),
    canSendMail: canSendMail(ctx),
  };
}

/** Personal words on every way; to many only by mail, each topic by itself; and the one question. */
function linesFor(facts: ContactFacts, talentId: string, topics: readonly TopicRow[], now: Date): ContactLine[] {
  const line = (question: Omit<ContactQuestion, 'talentId'>, topic: TopicRow | undefined): ContactLine => {
    const answer = decideContact(facts, { talentId, ...question }, now);
    return {
      channel: question.channel,
      purpose: question.purpose,
      topic: topic ? { id: topic.id, names: { de: topic.de, en: topic.en } } : null,
      state: contactStateOf(answer),
      reasons: answer.reasons,
    };
  };
  return [
    ...CONTACT_CHANNELS.map((channel) => line({ channel, purpose: 'personal' }, undefined)),
    ...topics.map((topic) => line({ channel: 'mail', purpose: 'newsletter', topicId: topic.id }, topic)),
    line({ channel: 'mail', purpose: 'question' }, undefined),
  ];
}

const utc = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function readAround({ db, now }: Ctx, talentId: string, entityId: string): Promise<AroundRow> {
  const today = now.toISOString().slice(0, 10);
  const { rows } = await sql<AroundRow>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'reason', s.reason, 'from', s.starts_on, 'until', s.ends_on, 'isOwn', s.reason = 'portal_pause') order by s.ends_on)
        from silences s where s.talent_id = ${talentId}::uuid and s.ended_at is null and s.ends_on >= ${today}::date), '[]') as silences,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'scope', o.scope, 'on', (o.raised_at at time zone 'UTC')::date, 'isDecided', o.decision is not null) order by o.raised_at)
        from objections o where o.talent_id = ${talentId}::uuid and (o.decided_at is null or o.decision = 'upheld')), '[]') as objections,
      (select jsonb_build_object('informBy', d.inform_by, 'informedAt', ${utc('d.informed_at')}, 'how', d.how) from information_duties d where d.talent_id = ${talentId}::uuid) as duty,
      (select jsonb_build_object('kind', r.kind, 'askedAt', ${utc('r.created_at')}, 'expiresAt', ${utc('r.expires_at')}, 'answer', r.answer)
        from consent_requests r where r.talent_id = ${talentId}::uuid order by r.created_at desc limit 1) as question,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'de', t.name_de, 'en', t.name_en) order by lower(t.name_de), t.id)
        from topics t where t.entity_id = ${entityId}::uuid and t.retired_at is null), '[]') as topics`.execute(db);
  return rows[0] ?? { silences: [], objections: [], duty: null, question: null, topics: [] };
}
