import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import { record } from '#ground/audit/record.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import type { Person } from '../answers/queries.ts';
import { findPerson } from '../answers/queries.ts';
import { listContactFacts, NOT_HERE } from '../contact-facts.ts';
import { decideContact } from '../contact.ts';
import { suppressionHash } from '../suppression.ts';
import type { AskedChoice } from './choices.ts';
import { choicesFor } from './choices.ts';
import { letterFor } from './letter.ts';
import { refuseTooMany } from './limits.ts';
import { confirmLink, newToken, tokenHash } from './links.ts';
import type { NewRequest, WrittenRequest } from './schema.ts';
import { writingFor } from './wording.ts';

const VALID_DAYS = 7;
const MS_PER_DAY = 86_400_000;

/**
 * The one question, to one person, by one mail without advertising. Whoever does not answer within seven days is not reminded; the
 * question is forgotten (NL-4, NL-6).
 * @throws AppError consent.person_not_found, consent.contact_refused, consent.without_mail, consent.mail_not_set_up, consent.nothing_to_ask,
 *   consent.already_asked, consent.too_many_questions
 */
export async function askForConsentOf(ctx: Ctx, talentId: string, request: NewRequest): Promise<WrittenRequest> {
  allow(ctx.actor, 'consent.write');
  return inTransaction(ctx, async (ctx) => {
    const person = await findPerson(ctx, talentId);
    if (!person) throw notFound('consent.person_not_found');
    if (person.email === null) throw conflict('consent.without_mail');
    if (request.delivery === 'mail' && !canSendMail(ctx)) throw conflict('consent.mail_not_set_up');
    const addressHash = suppressionHash(ctx, { kind: 'email', value: person.email });
    await refuseSecondQuestion(ctx, talentId);
    await refuseTooMany(ctx, addressHash);
    await refuseUnwanted(ctx, talentId);
    const language = writingFor(request.language ?? person.language, person.country_profile);
    const choices = await choicesFor(ctx, { kind: request.kind, person, language });
    if (choices.length === 0) throw conflict('consent.nothing_to_ask');
    return writeQuestion(ctx, { person: { ...person, email: person.email }, request, language, choices, addressHash });
  });
}

/** No second question while the first is open, and no reminder. One that the server did not take was never asked. */
async function refuseSecondQuestion({ db, now }: Ctx, talentId: string): Promise<void> {
  const open = await db
    .selectFrom('consent_requests as r')
    .leftJoin('mails as m', 'm.id', 'r.mail_id')
    .select(['r.id', 'r.created_at', 'm.state'])
    .where('r.talent_id', '=', talentId)
    .where('r.answered_at', 'is', null)
    .where('r.expires_at', '>', now)
    .execute();
  const standing = open.find(({ state }) => state !== 'given_up');
  if (standing) throw conflict('consent.already_asked', { on: standing.created_at.toISOString().slice(0, 10) });
}

async function refuseUnwanted(ctx: Ctx, talentId: string): Promise<void> {
  const facts = await listContactFacts(ctx, [talentId]);
  const question = { talentId, channel: 'mail', purpose: 'question' } as const;
  const { isAllowed, reasons } = decideContact(facts.get(talentId) ?? NOT_HERE, question, ctx.now);
  const because = reasons.find(({ effect }) => effect === 'refuses')?.code ?? 'never_asked';
  if (!isAllowed) throw conflict('consent.contact_refused', { because });
}

interface Question {
  person: Person & { email: string };
  request: NewRequest;
  language: ReturnType<typeof writingFor>;
  choices: AskedChoice[];
  addressHash: string;
}

async function writeQuestion(
  ctx: Ctx,
  { person, request, language, choices, addressHash }: Question,
): Promise<WrittenRequest> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * MS_PER_DAY);
  const sender = await ctx.db
    .selectFrom('members')
    .select(['name', 'email as address'])
    .where('id', '=', ctx.actor.memberId)
    .executeTakeFirst();
  const link = confirmLink(ctx, token);
  const letter = letterFor({
    kind: request.kind,
    name: person.name,
    firstName: person.first_name,
    addressForm: person.address_form,
    company: person.company,
    sender: sender?.name ?? person.company,
    until: expiresAt.toISOString().slice(0, 10),
    link,
    language,
  });
  const isMail = request.delivery === 'mail';
  const mailId = isMail
    ? await enqueueMail(ctx, {
        kind: `consent.${request.kind}`,
        form: 'notice',
        aboutId: person.id,
        to: person.email,
        fromName: person.company,
        replyTo: sender,
        subject: letter.subject,
        text: letter.body,
        language,
        validUntil: expiresAt,
        contact: { purpose: 'question' },
      })
    : null;
  await keep(ctx, { person, request, language, choices, addressHash, token, expiresAt, mailId });
  return { delivery: request.delivery, ...letter, link: isMail ? null : link };
}

async function keep(
  ctx: Ctx,
  { person, request, language, choices, ...made }: Question & { token: string; expiresAt: Date; mailId: string | null },
): Promise<void> {
  const id = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('consent_requests')
    .values({
      id,
      talent_id: person.id,
      kind: request.kind,
      token_hash: tokenHash(ctx, made.token),
      address_hash: made.addressHash,
      choices: JSON.stringify(choices),
      language,
      created_by: ctx.actor.memberId,
      created_at: ctx.now,
      mail_id: made.mailId,
      expires_at: made.expiresAt,
    })
    .execute();
  await record(ctx, {
    action: 'consent.asked',
    subjectKind: 'talent',
    subjectIds: [person.id],
    details: { kind: request.kind, delivery: request.delivery, requestId: id },
  });
}
