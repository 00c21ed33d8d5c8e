import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { MailToGo, Permission } from '#ground/mail/gate.ts';
import { listContactFacts, NOT_HERE } from './contact-facts.ts';
import { decideContact } from './contact.ts';
import { isClockRight } from './nights/halt.ts';
import type { ContactPurpose } from './types-contact.ts';
import { CONTACT_PURPOSES } from './types-contact.ts';

/**
 * A copy of the installation sends nothing until somebody says that it is the real one (SU-8), and one whose clock jumped until somebody
 * says that it is right (RL-9).
 */
export async function isMailShut(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db.selectFrom('instances').select('quarantined_at').executeTakeFirst();
  if (row && row.quarantined_at !== null) return true;
  return !(await isClockRight(ctx));
}

/** Asked when a mail is handed over, not when it was written: what was withdrawn meanwhile stays here (NL-1, CO-3). */
export async function mayMailStillGo(ctx: Ctx, mail: MailToGo): Promise<Permission> {
  const who = await whoIs(ctx, mail.aboutId);
  if (who === 'member' || (who === 'nobody' && mail.purpose === null)) return { isAllowed: true };
  // Who waits without permission may get the one question and nothing else, whatever a mail calls itself.
  const purpose = who === 'held' ? 'question' : CONTACT_PURPOSES.find((known) => known === mail.purpose);
  if (purpose === undefined) return { isAllowed: false, because: 'purpose_missing' };
  return answerFor(ctx, mail, purpose);
}

async function answerFor(ctx: Ctx, { aboutId, topicId }: MailToGo, purpose: ContactPurpose): Promise<Permission> {
  const facts = (await listContactFacts(ctx, [aboutId])).get(aboutId) ?? NOT_HERE;
  const question = { talentId: aboutId, channel: 'mail', purpose, topicId: topicId ?? undefined } as const;
  const { isAllowed, reasons } = decideContact(facts, question, ctx.now);
  if (isAllowed) return { isAllowed };
  return { isAllowed, because: reasons.find(({ effect }) => effect === 'refuses')?.code ?? 'never_asked' };
}

type Who = 'member' | 'held' | 'talent' | 'nobody';

async function whoIs({ db }: Ctx, id: string): Promise<Who> {
  const { rows } = await sql<{ who: Who }>`
    select case when exists (select 1 from members where id = ${id}::uuid) then 'member'
      when exists (select 1 from held_people where id = ${id}::uuid) then 'held'
      when exists (select 1 from talents where id = ${id}::uuid) then 'talent' else 'nobody' end as who`.execute(db);
  return rows[0]?.who ?? 'talent';
}
