import type { Ctx } from '#ground/context.ts';
import type { Language } from '#ground/i18n/languages.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { oneLine } from '#ground/mail/one-line.ts';
import type { Mail } from '#ground/mail/outbox.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';
import type { WrittenCampaign } from './written.ts';

const VALID_MS = 7 * 86_400_000;

interface Decision {
  decision: 'approved' | 'returned';
  note: string;
}

/** Whoever wrote hears what came of it, unless they decided themselves. */
export async function mailDecision(ctx: Ctx, campaign: WrittenCampaign, { decision, note }: Decision): Promise<void> {
  const writerId = campaign.madeBy ?? campaign.createdBy;
  if (writerId === ctx.actor.memberId || !canSendMail(ctx)) return;
  const [writer, decider] = [await findMember(ctx, writerId), await findMember(ctx, ctx.actor.memberId)];
  if (writer && decider) await enqueueMail(ctx, mailFor(ctx, { campaign, decision, note, writer, decider }));
}

interface Colleague {
  id: string;
  name: string;
  email: string;
  language: string;
  company: string;
}

interface ToTell extends Decision {
  campaign: WrittenCampaign;
  writer: Colleague;
  decider: Colleague;
}

function mailFor({ baseUrl, now }: Ctx, { campaign, decision, note, writer, decider }: ToTell): Mail {
  const language: Language = isLanguage(writer.language) ? writer.language : 'de';
  const words = serverMessages(language);
  const values = {
    name: oneLine(writer.name),
    decider: oneLine(decider.name),
    campaign: oneLine(campaign.name),
    note,
    link: `${baseUrl}/campaigns/${campaign.id}`,
  };
  const text = `writing.decision_mail.${decision}${note === '' ? '' : '_with_note'}`;
  return {
    kind: `campaigns.${decision}`,
    form: 'notice',
    aboutId: writer.id,
    to: writer.email,
    fromName: writer.company,
    replyTo: { name: decider.name, address: decider.email },
    subject: words('campaigns', `writing.decision_mail.${decision}_subject`, values),
    text: words('campaigns', text, values),
    language,
    validUntil: new Date(now.getTime() + VALID_MS),
  };
}

/** Who has left the company gets no mail about it. */
const findMember = ({ db }: Ctx, memberId: string | null) =>
  db
    .selectFrom('members')
    .innerJoin('installation', (on) => on.onTrue())
    .select(['members.id', 'members.name', 'members.email', 'members.language', 'installation.company_name as company'])
    .where('members.id', '=', memberId)
    .where('members.disabled_at', 'is', null)
    .executeTakeFirst();
