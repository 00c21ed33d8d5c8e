import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { isLanguage } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';
import { canSendMail, enqueueMail } from '#ground/mail/outbox.ts';

const VALID_MS = 3 * 86_400_000;

interface Row {
  state: 'failed' | 'uncertain' | 'left_out';
  talent_id: string;
  writer_id: string;
  email: string;
  language: string;
  company: string;
}

/** A letter that did not reach its one reader is not lost silently: whoever wrote it hears of it, without a word of the letter. */
export async function tellWriter(ctx: Ctx, campaignId: string): Promise<void> {
  if (!canSendMail(ctx)) return;
  const { rows } = await sql<Row>`
    select r.state, r.talent_id, m.id as writer_id, m.email, m.language, i.company_name as company
    from campaigns c join campaign_recipients r on r.campaign_id = c.id join members m on m.id = c.created_by and m.disabled_at is null cross join installation i
    where c.id = ${campaignId}::uuid and c.kind = 'personal' and c.state = 'finished' and r.state in ('failed', 'uncertain', 'left_out')`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (!row) return;
  const words = serverMessages(isLanguage(row.language) ? row.language : 'de');
  const link = `${ctx.baseUrl}/talents/${row.talent_id}/letter`;
  await inTransaction(ctx, (ctx) =>
    enqueueMail(ctx, {
      kind: 'campaigns.not_arrived',
      form: 'notice',
      aboutId: row.writer_id,
      to: row.email,
      fromName: row.company,
      subject: words('campaigns', 'personal.not_arrived_mail.subject'),
      text: words('campaigns', `personal.not_arrived_mail.${row.state}`, { link }),
      language: row.language,
      validUntil: new Date(ctx.now.getTime() + VALID_MS),
    }),
  );
}
