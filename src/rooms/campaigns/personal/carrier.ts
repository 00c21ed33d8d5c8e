import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import type { Sender } from '../identities/sender.ts';
import { domainOf, loadSender } from '../identities/sender.ts';
import type { Writer } from './writer.ts';
import { asWriter } from './writer.ts';

export interface Carrier {
  senderId: string;
  /** As the letter's head will say. */
  sender: Sender;
}

/** The checked sender that carries a member's letter: one of their own mail domain before any other. */
export async function findCarrier(ctx: Ctx, entityId: string): Promise<Carrier | undefined> {
  const { db, actor, smtpUrl } = ctx;
  const writer = await findWriter(ctx);
  if (!writer) return undefined;
  const { rows } = await sql<{ id: string }>`
    select s.id from sender_identities s where s.entity_id = ${entityId}::uuid and s.entity_id = any(${actor.entityIds}::uuid[]) and s.archived_at is null
      and (s.is_ready or s.overridden_at is not null) and (s.smtp_url_sealed is not null or ${smtpUrl !== undefined})
    order by split_part(lower(s.from_address), '@', 2) = ${domainOf(writer.email)} desc, s.mailbox_id is not null desc, s.created_at, s.id limit 1`.execute(
    db,
  );
  const senderId = rows[0]?.id;
  const sender = senderId === undefined ? undefined : await loadSender(ctx, senderId);
  return senderId !== undefined && sender ? { senderId, sender: asWriter(sender, writer) } : undefined;
}

const findWriter = ({ db, actor }: Ctx): Promise<Writer | undefined> =>
  db
    .selectFrom('members')
    .select(['name', 'email'])
    .where('id', '=', actor.memberId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
