import type { Ctx } from '../context.ts';
import { inTransaction } from '../context.ts';
import type { Db } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { Mailbox } from './mailer.ts';
import { oneLine } from './one-line.ts';
import { sealText } from './seal.ts';
import { sendMailJob } from './send.ts';

/** A mail server may be away for a weekend; after that the reason for the mail has mostly passed. */
const LONGEST_WAIT_MS = 3 * 86_400_000;

export interface Mail {
  /** Which mail of which room, e.g. `accounts.invitation`. */
  kind: string;
  /** `notice`: from the program, may come twice after a crash. `letter`: from one person to another, goes at most once. */
  form: 'notice' | 'letter';
  /** The person it is about; with `forgetMailsAbout` it goes with them. */
  aboutId: string;
  to: string;
  fromName: string;
  replyTo?: Mailbox | undefined;
  subject: string;
  /** Plain text, whole; names in it passed through `oneLine`. */
  text: string;
  language: string;
  /** After it the mail says nothing any more, e.g. because its link has ended. */
  validUntil: Date;
  /** What it is for, when it goes to somebody outside: asked again when it is handed over (NL-1). */
  contact?: MailContact | undefined;
}

export interface MailContact {
  purpose: 'personal' | 'newsletter' | 'question' | 'service';
  topicId?: string | undefined;
}

export const MAIL_STATES = ['waiting', 'sent', 'failed', 'given_up'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Whether a room may enqueue a mail; otherwise it hands out the link to copy. */
export const canSendMail = ({ mailer }: Pick<Ctx, 'mailer'>): boolean => mailer !== undefined;

/** Stores the mail and its job in one transaction, that of the caller where there is one: a roll-back takes both along. */
export async function enqueueMail(ctx: Ctx, mail: Mail): Promise<string> {
  if (!canSendMail(ctx)) throw new Error('A mail was enqueued where no mail server is set up');
  const id = newId(ctx.now.getTime());
  const latest = ctx.now.getTime() + LONGEST_WAIT_MS;
  await inTransaction(ctx, async ({ db, jobs, keys, now }) => {
    await db
      .insertInto('mails')
      .values({
        id,
        kind: mail.kind,
        form: mail.form,
        about_id: mail.aboutId,
        to_address: mail.to,
        from_name: oneLine(mail.fromName),
        reply_to_name: mail.replyTo ? oneLine(mail.replyTo.name) : null,
        reply_to_address: mail.replyTo?.address ?? null,
        subject: oneLine(mail.subject),
        text: sealText(keys, id, mail.text),
        language: mail.language,
        created_at: now,
        next_try_at: now,
        send_until: new Date(Math.min(mail.validUntil.getTime(), latest)),
        contact_purpose: mail.contact?.purpose ?? null,
        contact_topic: mail.contact?.topicId ?? null,
      })
      .execute();
    await jobs({ db }, sendMailJob, { mailId: id });
  });
  return id;
}

/** Mails about a person go with the person, and old ones when a newer one takes their place. One that is just leaving cannot be called back. */
export async function forgetMailsAbout({ db }: { db: Db }, aboutIds: readonly string[]): Promise<void> {
  if (aboutIds.length > 0) await db.deleteFrom('mails').where('about_id', 'in', aboutIds).execute();
}

/**
 * Takes away a mail that surely never arrived, so that its kind may be written anew. To be called in the transaction of the new one:
 * of two at the same time only one gets `true`.
 */
export async function takeBackUndelivered({ db }: { db: Db }, kind: string, aboutId: string): Promise<boolean> {
  const taken = await db
    .deleteFrom('mails')
    .where('about_id', '=', aboutId)
    .where('kind', '=', kind)
    .where('state', '=', 'given_up')
    .returning('id')
    .execute();
  return taken.length > 0;
}

/** How the mails of one kind stand, by the person they are about. */
export async function statesOfMails(
  db: Db,
  kind: string,
  aboutIds: readonly string[],
): Promise<Map<string, MailState>> {
  if (aboutIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('mails')
    .select(['about_id', 'state'])
    .where('about_id', 'in', aboutIds)
    .where('kind', '=', kind)
    .orderBy('created_at')
    .execute();
  // The check of the column allows exactly these states.
  return new Map(rows.map(({ about_id, state }) => [about_id, state as MailState]));
}
