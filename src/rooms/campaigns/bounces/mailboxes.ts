import type { Selectable } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import type { Tables } from '#ground/database/database.ts';
import { notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { allow } from '#rooms/accounts/index.ts';
import { sealSecret } from '../identities/secret.ts';
import type { MailboxCard, NewMailbox } from '../schema-sending.ts';
import { readMailJob } from '../sending/work-job.ts';
import { imapServerOf } from './imap-address.ts';

const cardOf = (row: Selectable<Tables['mailboxes']>): MailboxCard => ({
  id: row.id,
  version: row.version,
  name: row.name,
  folder: row.folder,
  isActive: row.is_active,
  readAt: row.read_at?.toISOString() ?? null,
  errorCode: row.last_error_code,
});

export async function listMailboxes({ db, actor }: Ctx): Promise<MailboxCard[]> {
  allow(actor, 'campaigns.manage_senders');
  const rows = await db
    .selectFrom('mailboxes')
    .selectAll()
    .where('entity_id', 'in', actor.entityIds)
    .orderBy('name')
    .execute();
  return rows.map(cardOf);
}

/** @throws AppError campaigns.entity_unknown, campaigns.mailbox_address_unreadable */
export async function addMailbox(ctx: Ctx, { entityId, name, imapUrl, folder }: NewMailbox): Promise<MailboxCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  const entity = entityId ?? ctx.actor.entityIds[0];
  if (entity === undefined || !ctx.actor.entityIds.includes(entity)) throw notFound('campaigns.entity_unknown');
  imapServerOf(imapUrl);
  const id = newId(ctx.now.getTime());
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('mailboxes')
      .values({
        id,
        entity_id: entity,
        name,
        folder,
        imap_url_sealed: sealSecret(ctx.keys, id, imapUrl),
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(ctx, { action: 'campaigns.mailbox_added', details: { mailboxId: id } });
    return cardOf(row);
  });
}

/** @throws AppError campaigns.mailbox_not_found */
export async function removeMailbox(ctx: Ctx, mailboxId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.manage_senders');
  await inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .deleteFrom('mailboxes')
      .where('id', '=', mailboxId)
      .where('entity_id', 'in', ctx.actor.entityIds)
      .returning('id')
      .executeTakeFirst();
    if (!removed) throw notFound('campaigns.mailbox_not_found');
    await record(ctx, { action: 'campaigns.mailbox_removed', details: { mailboxId } });
  });
}

/** Somebody waits for an answer and does not want to wait for the clock. */
export async function readMailNow(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'campaigns.manage_senders');
  await inTransaction(ctx, (ctx) => ctx.jobs(ctx, readMailJob, {}));
}
