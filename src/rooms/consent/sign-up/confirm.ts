import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { gone } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import { openText } from '#ground/mail/seal.ts';
import { agree } from '../answers/agree.ts';
import type { Choice } from '../answers/types.ts';
import type { AskedChoice } from '../requests/choices.ts';
import { askedChoices } from '../requests/choices.ts';
import { tokenHash } from '../requests/links.ts';
import { liftOwn } from '../suppression.ts';
import { personFor } from './people.ts';
import { sealedPerson } from './schema.ts';

export interface WaitingSignUp {
  id: string;
  form_id: string;
  form_name: string;
  address_form: 'sie' | 'du';
  entity_id: string;
  company: string;
  token_hash: string;
  address_hash: string;
  sealed: string;
  choices: AskedChoice[];
  language: string;
  notice_version: string;
  created_at: Date;
  mail_id: string | null;
  expires_at: Date;
}

/** Undefined when nobody waits behind this link. */
export async function findSignUp({ db, keys, now }: Ctx, token: string): Promise<WaitingSignUp | undefined> {
  const { rows } = await sql<Omit<WaitingSignUp, 'choices'> & { choices: unknown }>`
    select s.*, f.name as form_name, f.address_form, f.entity_id, e.name as company
    from sign_ups s join sign_up_forms f on f.id = s.form_id join entities e on e.id = f.entity_id
    where s.token_hash = ${tokenHash({ keys }, token)} and s.expires_at > ${now}`.execute(db);
  const [row] = rows;
  return row && { ...row, choices: askedChoices.parse(row.choices) };
}

export const personOf = ({ keys }: Pick<Ctx, 'keys'>, { id, sealed }: WaitingSignUp) =>
  sealedPerson.parse(JSON.parse(openText(keys, id, sealed)));

/** "That was not me": nothing of it stays. In the caller's transaction. @throws AppError consent.link_used */
export async function dropSignUp({ db }: Pick<Ctx, 'db'>, { id }: WaitingSignUp): Promise<void> {
  const taken = await db.deleteFrom('sign_ups').where('id', '=', id).returning('id').executeTakeFirst();
  if (!taken) throw gone('consent.link_used');
  await forgetMailsAbout({ db }, [id]);
}

/**
 * The mailbox has answered: from now on the person is somebody we know, or says so once more. Their own confirmed sign-up is the only thing
 * that lifts an earlier "never again" (SU-4). In the caller's transaction. @throws AppError consent.link_used
 */
export async function confirmSignUp(ctx: Ctx, signUp: WaitingSignUp): Promise<void> {
  const person = personOf(ctx, signUp);
  await dropSignUp(ctx, signUp);
  await liftOwn(ctx, [{ kind: 'email', value: person.email }]);
  const evidence = `signed up ${signUp.created_at.toISOString()}`;
  const stay = signUp.choices.find(({ purpose }) => purpose === 'talent_pool');
  const talentId = await personFor(ctx, {
    ...person,
    entityId: signUp.entity_id,
    language: signUp.language === 'en' ? 'en' : 'de',
    source: signUp.form_name,
    textId: stay?.textId ?? '',
    evidence,
    ...(signUp.address_form === 'du' ? { addressForm: 'du' } : {}),
  });
  const requestId = await keepRequest(ctx, talentId, signUp);
  const texts = new Map(signUp.choices.map(({ purpose, topicId, textId }) => [`${purpose} ${topicId ?? ''}`, textId]));
  await agree(ctx, {
    talentId,
    choices: signUp.choices.map(({ purpose, topicId }): Choice => ({ purpose, topicId: topicId ?? undefined })),
    proofOf: ({ purpose, topicId }) => ({
      form: 'portal',
      evidence,
      textId: texts.get(`${purpose} ${topicId ?? ''}`),
      requestId,
    }),
  });
  await record(ctx, {
    action: 'consent.signed_up',
    subjectKind: 'talent',
    subjectIds: [talentId],
    details: { formId: signUp.form_id },
  });
  await ctx.emit(ctx, 'consent.signed_up', { talentId, formId: signUp.form_id });
}

/** When it was asked, by which mail, when it was answered: the proof (NL-4). */
async function keepRequest({ db, now }: Ctx, talentId: string, signUp: WaitingSignUp): Promise<string> {
  const id = newId(now.getTime());
  await db
    .insertInto('consent_requests')
    .values({
      id,
      talent_id: talentId,
      kind: 'sign_up',
      token_hash: signUp.token_hash,
      address_hash: signUp.address_hash,
      choices: JSON.stringify(signUp.choices),
      language: signUp.language,
      created_by: null,
      created_at: signUp.created_at,
      mail_id: signUp.mail_id,
      expires_at: signUp.expires_at,
      answered_at: now,
      answer: 'confirmed',
      notice_version: signUp.notice_version,
    })
    .execute();
  return id;
}
