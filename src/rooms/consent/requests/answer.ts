import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { gone } from '#ground/errors/app-error.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { agree } from '../answers/agree.ts';
import { takeBack } from '../answers/take-back.ts';
import type { Choice, Proof } from '../answers/types.ts';
import { monthsAfter } from '../periods.ts';
import { getPeriods } from '../service.ts';
import type { WaitingSignUp } from '../sign-up/confirm.ts';
import { confirmSignUp, dropSignUp, findSignUp, personOf } from '../sign-up/confirm.ts';
import type { AskedChoice } from './choices.ts';
import { askedChoices } from './choices.ts';
import { tokenHash } from './links.ts';
import type { AskedQuestion, QuestionAnswer } from './schema.ts';

/** What the person is asked. Reading it changes nothing, however often a scanner does. @throws AppError consent.link_is_over, consent.link_used */
export async function getQuestion(ctx: Ctx, token: string): Promise<AskedQuestion> {
  const signUp = await findSignUp(ctx, token);
  if (signUp) {
    const { firstName, lastName } = personOf(ctx, signUp);
    return questionOf(ctx, { ...signUp, kind: 'sign_up', name: `${firstName} ${lastName}`, erase_on: null });
  }
  const request = await getOpen(ctx, token);
  return questionOf(ctx, { ...request, kind: request.kind === 'confirm' ? 'confirm' : 'choose' });
}

interface Asking {
  kind: AskedQuestion['kind'];
  company: string;
  name: string;
  language: string;
  address_form: string | null;
  choices: AskedChoice[];
  erase_on: string | null;
}

async function questionOf(ctx: Ctx, asking: Asking): Promise<AskedQuestion> {
  const { kind, company, name, language, address_form, choices, erase_on } = asking;
  const { consentMonths } = await getPeriods(ctx);
  const texts = await listTexts(ctx, choices);
  return {
    kind,
    company,
    name,
    language: isLanguage(language) ? language : 'de',
    addressForm: address_form === 'du' ? 'du' : 'sie',
    choices: choices.map(({ purpose, topicId, textId }) => ({
      purpose,
      topic: topicId === null ? null : (texts.topics.get(topicId) ?? null),
      text: texts.bodies.get(textId) ?? '',
    })),
    stayUntil: monthsAfter(ctx.now.toISOString().slice(0, 10), consentMonths),
    eraseOn: erase_on,
  };
}

/** @throws AppError consent.link_is_over, consent.link_used */
export async function answerQuestion(ctx: Ctx, token: string, given: QuestionAnswer) {
  return inTransaction(ctx, async (ctx) => {
    const signUp = await findSignUp(ctx, token);
    return signUp ? answerSignUp(ctx, signUp, given) : answerRequest(ctx, await getOpen(ctx, token), given);
  });
}

const asThemselves = (ctx: Ctx, entityId: string): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, kind: 'system', memberId: null, entityIds: [entityId] },
});

/** A sign-up is confirmed as it was made, or it was not theirs. */
async function answerSignUp(ctx: Ctx, signUp: WaitingSignUp, { answer }: QuestionAnswer) {
  const asPerson = asThemselves(ctx, signUp.entity_id);
  if (answer === 'confirmed') await confirmSignUp(asPerson, signUp);
  else await dropSignUp(asPerson, signUp);
  return { answer, isErasedNext: false };
}

async function answerRequest(ctx: Ctx, request: OpenRequest, given: QuestionAnswer) {
  const asPerson = asThemselves(ctx, request.entity_id);
  await closeRequest(asPerson, request.id, given.answer);
  const proofs = new Map(request.choices.map((choice) => [choiceOf(choice), proofFor(request, choice)]));
  const choices = [...proofs.keys()];
  const proofOf = (choice: Choice) => proofs.get(choice) ?? { form: 'portal' as const, evidence: null };
  if (given.answer === 'confirmed') {
    const chosen = choices.filter((_, at) => given.chosen.includes(at));
    await agree(asPerson, { talentId: request.talent_id, choices: chosen, proofOf });
    return { answer: given.answer, isErasedNext: false };
  }
  const { isErasedNext } = await takeBack(asPerson, {
    talentId: request.talent_id,
    choices,
    kind: 'refused',
    proof: { form: 'portal', evidence: null, requestId: request.id },
  });
  return { answer: given.answer, isErasedNext };
}

const choiceOf = ({ purpose, topicId }: AskedChoice): Choice => ({ purpose, topicId: topicId ?? undefined });

const proofFor = ({ id, created_at }: { id: string; created_at: Date }, { textId }: AskedChoice): Proof => ({
  form: 'portal',
  evidence: `asked ${created_at.toISOString()}`,
  textId,
  requestId: id,
});

interface OpenRequest {
  id: string;
  talent_id: string;
  entity_id: string;
  kind: string;
  choices: AskedChoice[];
  language: string;
  address_form: string | null;
  created_at: Date;
  company: string;
  name: string;
  erase_on: string;
}

async function getOpen({ db, keys, now }: Ctx, token: string): Promise<OpenRequest> {
  const { rows } = await sql<
    Omit<OpenRequest, 'choices'> & { choices: unknown; is_answered: boolean; is_over: boolean }
  >`
    select r.id, t.id as talent_id, t.entity_id, r.kind, r.choices, r.language, r.created_at, e.name as company, t.erase_on, t.address_form,
      concat_ws(' ', nullif(t.first_name, ''), nullif(t.last_name, '')) as name, r.answered_at is not null as is_answered, r.expires_at <= ${now} as is_over
    from consent_requests r join talents t on t.id = r.talent_id and t.deleted_at is null join entities e on e.id = t.entity_id
    where r.token_hash = ${tokenHash({ keys }, token)}`.execute(db);
  const [row] = rows;
  if (!row || (row.is_over && !row.is_answered)) throw gone('consent.link_is_over');
  if (row.is_answered) throw gone('consent.link_used');
  return { ...row, choices: askedChoices.parse(row.choices) };
}

/** The condition decides, not a look beforehand: of two clicks at once only one counts. */
async function closeRequest({ db, now }: Ctx, id: string, answer: string): Promise<void> {
  const closed = await db
    .updateTable('consent_requests')
    .set({ answered_at: now, answer })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!closed) throw gone('consent.link_used');
}

async function listTexts({ db }: Ctx, choices: readonly AskedChoice[]) {
  const bodies = await db
    .selectFrom('consent_texts')
    .select(['id', 'body'])
    .where('id', 'in', [...new Set(choices.map(({ textId }) => textId))])
    .execute();
  const topicIds = choices.flatMap(({ topicId }) => topicId ?? []);
  const topics =
    topicIds.length === 0
      ? []
      : await db.selectFrom('topics').select(['id', 'name_de', 'name_en']).where('id', 'in', topicIds).execute();
  return {
    bodies: new Map(bodies.map(({ id, body }) => [id, body])),
    topics: new Map(topics.map(({ id, name_de, name_en }) => [id, { de: name_de, en: name_en }])),
  };
}
