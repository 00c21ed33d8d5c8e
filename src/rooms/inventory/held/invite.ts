import type { Selectable } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Tables } from '#ground/database/database.ts';
import { conflict, notFound } from '#ground/errors/app-error.ts';
import { allow } from '#rooms/accounts/index.ts';
import { dayOf, nameOf } from './held-person.ts';
import { letterFor } from './letter.ts';
import { hashOf, newToken } from './token.ts';

interface Choice {
  textId: string;
  language: 'de' | 'en';
}

type HeldRow = Selectable<Tables['held_people']>;

/**
 * The one invitation to consent: a letter with a link, which the recruiter sends by hand from the own mailbox.
 * @throws AppError inventory.held_not_found, inventory.already_invited, inventory.text_not_found
 */
export async function invite(ctx: Ctx, heldId: string, choice: Choice, baseUrl: string) {
  allow(ctx.actor, 'inventory.import');
  const person = await getHeld(ctx, heldId);
  await refuseForeignText(ctx, person, choice);
  const token = newToken();
  await noteInvitation(ctx, person, choice, token);
  return letterFor({
    ...(await namesOfSender(ctx, person)),
    name: nameOf(person),
    eraseOn: person.erase_on,
    link: `${baseUrl}/invitation/${token}`,
    language: choice.language,
  });
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

/** The condition decides, not a look beforehand: of two invitations at once only one is written. */
async function noteInvitation({ db, now }: Ctx, { id }: HeldRow, { textId, language }: Choice, token: string) {
  const invited = await db
    .updateTable('held_people')
    .set({
      invited_at: now,
      invitation_hash: hashOf(token),
      invitation_text: textId,
      invitation_language: language,
    })
    .where('id', '=', id)
    .where('invited_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!invited) throw conflict('inventory.already_invited');
}

/** Who writes: the member, or the company where nobody is signed in. */
async function namesOfSender({ db, actor }: Ctx, { entity_id }: HeldRow) {
  const { name: company } = await db
    .selectFrom('entities')
    .select('name')
    .where('id', '=', entity_id)
    .executeTakeFirstOrThrow();
  const member = await db.selectFrom('members').select('name').where('id', '=', actor.memberId).executeTakeFirst();
  return { company, sender: member?.name ?? company };
}
