import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Db, Tables } from '../database/database.ts';
import { defineJob } from '../jobs/job.ts';
import { isShut, mayStillGo } from './gate.ts';
import type { Handover, OutgoingMail } from './mailer.ts';
import { openText } from './seal.ts';

const FIRST_PAUSE_MINUTES = 2;
const LONGEST_PAUSE_MINUTES = 60;

/** What a mail says and to whom; nothing of it stays when the mail is done. */
export const EMPTIED = {
  to_address: null,
  from_name: null,
  reply_to_name: null,
  reply_to_address: null,
  subject: null,
  text: null,
};

/** Single mails only: a campaign gets a queue of its own, so that nobody waits for a sign-in mail behind it (EM-7). */
export const sendMailJob = defineJob({
  name: 'mail.send',
  payload: z.object({ mailId: z.uuid() }),
  key: ({ mailId }) => mailId,
  // The outbox keeps times of its own, which outlast the jobs.
  retries: 0,
  run: (ctx, { mailId }) => sendMail(ctx, mailId),
});

type MailRow = Selectable<Tables['mails']>;

/**
 * One try for one mail. It is noted before it leaves, with the time of the next try, so that two workers never have the same mail.
 * A letter is noted as `failed` before it leaves: whatever ends this process afterwards, it goes no second time. A notice that was
 * accepted and not noted, because the process died between the two, is sent again with the same Message-ID.
 * @throws Error with a code when the server was not ready; the outbox tries again by itself
 */
export async function sendMail(ctx: Ctx, mailId: string): Promise<void> {
  const { mailer, db, now, keys } = ctx;
  if (!mailer || (await isShut(ctx))) return;
  const mail = await claim(db, mailId, now);
  if (!mail) return;
  const permission = await mayStillGo(ctx, {
    aboutId: mail.about_id,
    purpose: mail.contact_purpose,
    topicId: mail.contact_topic,
  });
  if (!permission.isAllowed) return note(ctx, mail, { kind: 'refused', code: `not_allowed_${permission.because}` });
  const handover = await mailer.send(outgoing(mail, openText(keys, mail.id, mail.text ?? '')));
  await note(ctx, mail, handover);
  if (handover.kind === 'put_off' || handover.kind === 'uncertain')
    throw new Error(`mail.${handover.kind}: ${handover.code}`);
}

async function claim(db: Db, mailId: string, now: Date): Promise<MailRow | undefined> {
  return db
    .updateTable('mails')
    .set({
      tries: sql<number>`tries + 1`,
      next_try_at: sql<Date>`${now}::timestamptz + least(${FIRST_PAUSE_MINUTES} * 2 ^ least(tries, 10), ${LONGEST_PAUSE_MINUTES}) * interval '1 minute'`,
      state: sql<string>`case form when 'letter' then 'failed' else 'waiting' end`,
      last_error_code: sql<string | null>`case form when 'letter' then 'uncertain' else last_error_code end`,
    })
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .where('send_until', '>', now)
    .returningAll()
    .executeTakeFirst();
}

const outgoing = (mail: MailRow, text: string): OutgoingMail => ({
  id: mail.id,
  form: mail.form === 'letter' ? 'letter' : 'notice',
  toAddress: mail.to_address ?? '',
  fromName: mail.from_name ?? '',
  replyTo:
    mail.reply_to_address === null ? undefined : { name: mail.reply_to_name ?? '', address: mail.reply_to_address },
  subject: mail.subject ?? '',
  text,
  language: mail.language,
});

async function note({ db, now }: Ctx, { id, form }: MailRow, handover: Handover): Promise<void> {
  await db
    .updateTable('mails')
    .set(noteFor(handover, form, now))
    .where('id', '=', id)
    .execute();
}

function noteFor(handover: Handover, form: string, now: Date) {
  if (handover.kind === 'accepted') return { state: 'sent', sent_at: now, last_error_code: null, ...EMPTIED };
  const { kind, code } = handover;
  if (kind === 'refused') return { state: 'given_up', last_error_code: code, ...EMPTIED };
  if (kind === 'uncertain' && form === 'letter') return { state: 'failed', last_error_code: code, ...EMPTIED };
  return { state: 'waiting', last_error_code: code };
}
