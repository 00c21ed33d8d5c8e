import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { Db, Tables } from '../database/database.ts';
import type { Handover, OutgoingMail } from './mailer.ts';
import { SEND_MAIL } from './outbox.ts';
import { openText } from './seal.ts';

const FIRST_PAUSE_MINUTES = 2;
const LONGEST_PAUSE_MINUTES = 60;
/** How long it can be seen that a mail went out; nothing of what it said stays. */
const KEEP_DAYS = 90;
const MOST_AT_ONCE = 500;

const EMPTIED = {
  to_address: null,
  from_name: null,
  reply_to_name: null,
  reply_to_address: null,
  subject: null,
  text: null,
};

type MailRow = Selectable<Tables['mails']>;

/**
 * One try for one mail. It is noted before it leaves, with the time of the next try, so that two workers never have the same mail.
 * A letter is noted as `failed` before it leaves: whatever ends this process afterwards, it goes no second time. A notice that was
 * accepted and not noted, because the process died between the two, is sent again with the same Message-ID.
 * @throws Error with a code when the server was not ready; the outbox tries again by itself
 */
export async function sendMail(ctx: Ctx, mailId: string): Promise<void> {
  const { mailer, db, now, keys } = ctx;
  if (!mailer) return;
  const mail = await claim(db, mailId, now);
  if (!mail) return;
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

/** Every minute: what is due is tried again, what waited too long is given up, and nothing of what is over stays. */
export async function tendMails(ctx: Ctx): Promise<void> {
  const { db, now } = ctx;
  await db
    .updateTable('mails')
    .set({ state: 'given_up', ...EMPTIED })
    .where('state', '=', 'waiting')
    .where('send_until', '<=', now)
    .execute();
  // Left by a process that died while a letter was leaving.
  await db
    .updateTable('mails')
    .set(EMPTIED)
    .where('state', '=', 'failed')
    .where('to_address', 'is not', null)
    .where('next_try_at', '<=', now)
    .execute();
  await db
    .deleteFrom('mails')
    .where('state', '<>', 'waiting')
    .where('created_at', '<', new Date(now.getTime() - KEEP_DAYS * 86_400_000))
    .execute();
  if (ctx.mailer) await enqueueDue(ctx);
}

async function enqueueDue({ db, jobs, now }: Ctx): Promise<void> {
  const due = await db
    .selectFrom('mails')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(MOST_AT_ONCE)
    .execute();
  for (const { id } of due) await jobs({ db }, SEND_MAIL, { mailId: id });
}
