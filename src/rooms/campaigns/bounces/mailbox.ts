import { ImapFlow } from 'imapflow';
import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { openSecret } from '../identities/secret.ts';
import type { Arrived, Found } from './handle.ts';
import { handleMessage, hashOf } from './handle.ts';
import type { ImapServer } from './imap-address.ts';
import { imapServerOf } from './imap-address.ts';

/** Larger ones are cut: what we look for stands at the front. */
const LARGEST_BYTES = 25 * 1024 * 1024;
const AT_ONCE = 200;
const KEEP_DAYS = 90;

interface Mailbox {
  id: string;
  folder: string;
  imap_url_sealed: string;
  uid_validity: number | null;
  last_uid: number;
}

/** Reads what has arrived in all mailboxes since the last time; one that cannot be reached does not hold up the others. */
export async function readMailboxes(ctx: Ctx): Promise<void> {
  const mailboxes = await ctx.db.selectFrom('mailboxes').selectAll().where('is_active', '=', true).execute();
  for (const mailbox of mailboxes) {
    const code = await readMailbox(ctx, mailbox).then(
      () => null,
      (error: unknown) => codeOf(error),
    );
    await sql`
      update mailboxes set last_error_code = ${code}, read_at = case when ${code}::text is null then ${ctx.now} else read_at end where id = ${mailbox.id}::uuid`.execute(
      ctx.db,
    );
  }
  const before = new Date(ctx.now.getTime() - KEEP_DAYS * 86_400_000);
  await sql`delete from mailbox_messages where read_at < ${before}`.execute(ctx.db);
}

const codeOf = (error: unknown): string => {
  if (typeof error === 'object' && error !== null && 'authenticationFailed' in error) return 'sign_in_refused';
  return error instanceof Error && error.message === 'Command failed' ? 'folder_missing' : 'unreachable';
};

async function readMailbox(ctx: Ctx, mailbox: Mailbox): Promise<void> {
  const client = clientFor(imapServerOf(openSecret(ctx.keys, mailbox.id, mailbox.imap_url_sealed)));
  // A connection that breaks fails the command that is under way; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    const opened = await client.mailboxOpen(mailbox.folder, { readOnly: true });
    const uidValidity = Number(opened.uidValidity);
    let last = mailbox.uid_validity === uidValidity ? mailbox.last_uid : 0;
    for (let read = await readNext(ctx, client, { mailbox, uidValidity, last }); read !== undefined;) {
      last = read;
      read = await readNext(ctx, client, { mailbox, uidValidity, last });
    }
    await client.logout();
  } finally {
    client.close();
  }
}

const clientFor = ({ host, port, tls, user, password }: ImapServer) =>
  new ImapFlow({
    host,
    port,
    secure: tls === 'from_start',
    ...(tls === 'from_start' ? {} : { doSTARTTLS: tls === 'required' }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    socketTimeout: 60_000,
  });

interface Reading {
  mailbox: Mailbox;
  uidValidity: number;
  /** Number of the last message that was read. */
  last: number;
}

/** The next few messages. @returns the number of the last one; undefined when there is nothing new */
async function readNext(
  ctx: Ctx,
  client: ImapFlow,
  { mailbox, uidValidity, last }: Reading,
): Promise<number | undefined> {
  const found = await client.search({ uid: `${last + 1}:*` }, { uid: true });
  // "5:*" also finds message 4 when it is the last one (RFC 3501, 6.4.8).
  const uids = (found || [])
    .filter((uid) => uid > last)
    .toSorted((a, b) => a - b)
    .slice(0, AT_ONCE);
  if (uids.length === 0) return undefined;
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: LARGEST_BYTES } };
  for await (const message of client.fetch(uids.join(','), query, { uid: true })) {
    const receivedAt = message.internalDate ? new Date(message.internalDate) : ctx.now;
    if (message.source)
      await takeOne(ctx, { mailboxId: mailbox.id, uidValidity, uid: message.uid }, { raw: message.source, receivedAt });
  }
  const lastUid = uids.at(-1) ?? last;
  await sql`update mailboxes set uid_validity = ${uidValidity}, last_uid = ${lastUid} where id = ${mailbox.id}::uuid`.execute(
    ctx.db,
  );
  return lastUid;
}

interface Numbered {
  mailboxId: string;
  uidValidity: number;
  uid: number;
}

/** What a message says and that it was read are one change. One that makes trouble does not stop those behind it. */
async function takeOne(ctx: Ctx, numbered: Numbered, arrived: Arrived): Promise<void> {
  const messageHash = hashOf(arrived.raw);
  try {
    await inTransaction(ctx, async (ctx) => {
      if (!(await note(ctx, numbered, messageHash, 'unknown'))) return;
      const found = await handleMessage(ctx, arrived);
      await sql`update mailbox_messages set found = ${found} where mailbox_id = ${numbered.mailboxId}::uuid and message_hash = ${messageHash}`.execute(
        ctx.db,
      );
    });
  } catch {
    await note(ctx, numbered, messageHash, 'unreadable');
  }
}

/** False when it was read before, under whatever number. */
async function note(
  { db, now }: Ctx,
  { mailboxId, uidValidity, uid }: Numbered,
  messageHash: string,
  found: Found,
): Promise<boolean> {
  const { rows } = await sql`
    insert into mailbox_messages (mailbox_id, message_hash, uid_validity, uid, found, read_at)
    values (${mailboxId}::uuid, ${messageHash}, ${uidValidity}, ${uid}, ${found}, ${now}) on conflict (mailbox_id, message_hash) do nothing returning uid`.execute(
    db,
  );
  return rows.length > 0;
}
