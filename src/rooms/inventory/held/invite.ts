import type { Selectable } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Tables } from '#ground/database/database.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { takeBackUndelivered } from '#ground/mail/outbox.ts';
import { allow } from '#rooms/accounts/index.ts';
import { listNotToRecord } from '#rooms/consent/index.ts';
import { dayOf, nameOf } from './held-person.ts';
import type { LetterFacts } from './letter.ts';
import { LETTER, letterFor, writingFor } from './letter.ts';
import { mailLetter, refuseToMail } from './mail-letter.ts';
import { hashOf, newToken } from './token.ts';

interface Choice {
  textId: string;
  language: 'de' | 'en';
  delivery: 'mail' | 'by_hand';
}

type HeldRow = Selectable<Tables['held_people']>;

/**
 * The one invitation to consent, for the one person that a recruiter has read it for: mailed in the recruiter's name, or handed out to be
 * sent from the recruiter's own mailbox. Nothing else ever calls this.
 * @throws AppError inventory.held_not_found, inventory.already_invited, inventory.text_not_found, inventory.asked_to_be_left_alone,
 *   inventory.mail_not_set_up, inventory.held_without_mail
 */
export async function invite(ctx: Ctx, heldId: string, choice: Choice, baseUrl: string) {
  allow(ctx.actor, 'inventory.import');
  const token = newToken();
  const link = `${baseUrl}/invitation/${token}`;
  return inTransaction(ctx, async (ctx) => {
    const person = await getHeld(ctx, heldId);
    await refuseForeignText(ctx, person, choice);
    await refuseSuppressed(ctx, person);
    if (choice.delivery === 'mail') refuseToMail(ctx, person);
    await noteInvitation(ctx, person, choice, token);
    const facts = await factsFor(ctx, person, choice.language);
    const letter = letterFor({ ...facts, link });
    if (choice.delivery === 'by_hand') return { delivery: choice.delivery, ...letter, link };
    await mailLetter(ctx, person, { ...letter, language: facts.language });
    return { delivery: choice.delivery, ...letterFor(facts), link: null };
  });
}

/** What would be written, for the human who decides. @throws AppError inventory.held_not_found */
export async function previewLetter(ctx: Ctx, heldId: string, language: 'de' | 'en') {
  allow(ctx.actor, 'inventory.import');
  const person = await getHeld(ctx, heldId);
  return letterFor(await factsFor(ctx, person, language));
}

async function getHeld({ db, actor, now }: Ctx, heldId: string): Promise<HeldRow> {
  const person = await db
    .selectFrom('held_people')
    .selectAll()
    .where('id', '=', heldId)
    .where('entity_id', 'in', actor.entityIds)
    .where('erase_on', '>', dayOf(now))
    .executeTakeFirst();
  if (!person) throw notFound('inventory.held_not_found');
  return person;
}

async function refuseForeignText({ db }: Ctx, { entity_id }: HeldRow, { textId }: Choice) {
  const text = await db
    .selectFrom('consent_texts')
    .select('id')
    .where('id', '=', textId)
    .where('entity_id', '=', entity_id)
    .executeTakeFirst();
  if (!text) throw notFound('inventory.text_not_found');
}

/** Somebody may have asked to be forgotten after the file came in. */
async function refuseSuppressed(ctx: Ctx, { email }: HeldRow) {
  if (email === null) return;
  const found = await listNotToRecord(ctx, [{ kind: 'email', value: email }]);
  if (found.size > 0) throw conflict('inventory.asked_to_be_left_alone');
}

/**
 * The condition decides, not a look beforehand: of two invitations at once only one is written. Only a letter that surely never left
 * makes place for another.
 */
async function noteInvitation(ctx: Ctx, { id }: HeldRow, { textId, language, delivery }: Choice, token: string) {
  const isUndelivered = await takeBackUndelivered(ctx, LETTER, id);
  const invited = await ctx.db
    .updateTable('held_people')
    .set({
      invited_at: ctx.now,
      invitation_hash: hashOf(token),
      invitation_text: textId,
      invitation_language: language,
    })
    .where('id', '=', id)
    .$if(!isUndelivered, (query) => query.where('invited_at', 'is', null))
    .returning('id')
    .executeTakeFirst();
  if (!invited) throw conflict('inventory.already_invited');
  await record(ctx, {
    action: 'inventory.held_person_invited',
    subjectKind: 'held_person',
    subjectIds: [id],
    details: { delivery, textId },
  });
}

/** Who writes: the member, or the company where nobody is signed in. */
async function factsFor({ db, actor }: Ctx, person: HeldRow, language: 'de' | 'en'): Promise<LetterFacts> {
  const entity = await db
    .selectFrom('entities')
    .select(['name', 'country_profile'])
    .where('id', '=', person.entity_id)
    .executeTakeFirstOrThrow();
  const member = await db.selectFrom('members').select('name').where('id', '=', actor.memberId).executeTakeFirst();
  return {
    name: nameOf(person),
    company: entity.name,
    sender: member?.name ?? entity.name,
    eraseOn: person.erase_on,
    link: undefined,
    language: writingFor(language, entity.country_profile),
  };
}
