import type { Ctx } from '#ground/context.ts';
import { formatsFor } from '#ground/i18n/formats.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import type { InvitationLink } from './schema.ts';

interface Invitation {
  memberId: string;
  link: string;
  expiresAt: Date;
}

/** Sends the link in the language of the one who receives it, in the name of the one who invites. The command line prints it instead. */
export async function mailInvitation(
  ctx: Ctx,
  { memberId, link, expiresAt }: Invitation,
): Promise<InvitationLink['delivery']> {
  const sender = await findSender(ctx);
  if (!sender || !canSendMail(ctx)) return 'by_hand';
  const { email, company, ...member } = await readRecipient(ctx, memberId);
  const language: Language = isLanguage(member.language) ? member.language : 'de';
  const words = serverMessages(language);
  const values = {
    name: oneLine(member.name),
    sender: oneLine(sender.name),
    company: oneLine(company),
    link,
    until: formatsFor(language, member.timeZone).dateTime(expiresAt),
  };
  const text = member.passwordId === null ? 'invitation_mail.invited' : 'invitation_mail.password';
  await enqueueMail(ctx, {
    kind: 'accounts.invitation',
    form: 'notice',
    aboutId: memberId,
    to: email,
    fromName: company,
    replyTo: { name: sender.name, address: sender.email },
    subject: words('accounts', `${text}.subject`, values),
    text: words('accounts', `${text}.text`, values),
    language,
    validUntil: expiresAt,
  });
  return 'mail';
}

const findSender = ({ db, actor }: Ctx) =>
  db.selectFrom('members').select(['name', 'email']).where('id', '=', actor.memberId).executeTakeFirst();

const readRecipient = ({ db }: Ctx, memberId: string) =>
  db
    .selectFrom('members')
    .innerJoin('installation', (on) => on.onTrue())
    .leftJoin('credentials', 'credentials.member_id', 'members.id')
    .select(['members.name', 'members.email', 'members.language', 'members.time_zone as timeZone'])
    .select(['installation.company_name as company', 'credentials.id as passwordId'])
    .where('members.id', '=', memberId)
    .executeTakeFirstOrThrow();
