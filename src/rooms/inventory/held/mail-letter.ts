import type { Ctx } from '#ground/context.ts';
import { conflict } from '#ground/errors/app-error.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import { LETTER } from './letter.ts';

interface Recipient {
  id: string;
  email: string | null;
  /** `YYYY-MM-DD` */
  erase_on: string;
}

/** @throws AppError inventory.mail_not_set_up, inventory.held_without_mail */
export function refuseToMail(ctx: Ctx, { email }: Recipient): void {
  if (!canSendMail(ctx)) throw conflict('inventory.mail_not_set_up');
  if (email === null) throw conflict('inventory.held_without_mail');
}

/** A plain mail from one person to another: in the recruiter's name, answered to the recruiter, at most once. */
export async function mailLetter(
  ctx: Ctx,
  { id, email, erase_on }: Recipient,
  { subject, body, language }: { subject: string; body: string; language: Language },
): Promise<void> {
  const sender = await ctx.db
    .selectFrom('members')
    .select(['name', 'email as address'])
    .where('id', '=', ctx.actor.memberId)
    .executeTakeFirstOrThrow();
  await enqueueMail(ctx, {
    kind: LETTER,
    form: 'letter',
    aboutId: id,
    to: email ?? '',
    fromName: sender.name,
    replyTo: sender,
    subject,
    text: body,
    language,
    validUntil: new Date(`${erase_on}T00:00:00Z`),
  });
}
