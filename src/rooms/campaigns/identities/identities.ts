import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import { ConfigError } from '#ground/config/config.ts';
import type { Ctx } from '#ground/context.ts';
import { inTransaction } from '#ground/context.ts';
import { conflict, invalid, notFound } from '#ground/errors/app-error.ts';
import { newId } from '#ground/ids.ts';
import { isOneAddress } from '#ground/mail/one-line.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { EditSender, NewSender, SenderCard } from '../schema-sending.ts';
import { makeEd25519Key, makeRsaKey } from './dkim-keys.ts';
import { cardOf } from './card.ts';
import { sealSecret } from './secret.ts';
import { serverOf } from './sender.ts';

/** What is sealed is never shown again. */
export async function listSenders(ctx: Ctx): Promise<SenderCard[]> {
  allow(ctx.actor, 'campaigns.read');
  const rows = await ctx.db
    .selectFrom('sender_identities')
    .selectAll()
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => cardOf(row, ctx.smtpUrl));
}

/** Makes the keys that letters will be signed with. @throws AppError campaigns.sender_address_invalid, campaigns.sender_server_unreadable, campaigns.entity_unknown */
export async function addSender(ctx: Ctx, input: NewSender): Promise<SenderCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  const entityId = input.entityId ?? ctx.actor.entityIds[0];
  if (entityId === undefined || !ctx.actor.entityIds.includes(entityId)) throw notFound('campaigns.entity_unknown');
  const [rsa, ed25519] = [await makeRsaKey(), await makeEd25519Key()];
  const id = newId(ctx.now.getTime());
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .insertInto('sender_identities')
      .values({
        id,
        entity_id: entityId,
        ...columnsOf(input),
        ...serverColumns(ctx, id, input),
        dkim_selector: input.dkimSelector ?? selectorFor(ctx.now),
        dkim_rsa_sealed: sealSecret(ctx.keys, id, rsa.privateKey),
        dkim_rsa_public: rsa.publicKey,
        dkim_ed25519_sealed: sealSecret(ctx.keys, id, ed25519.privateKey),
        dkim_ed25519_public: ed25519.publicKey,
        created_by: ctx.actor.memberId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(ctx, { action: 'campaigns.sender_added', details: { senderId: id } });
    return cardOf(row, ctx.smtpUrl);
  });
}

/** `wd2026` */
const selectorFor = (now: Date) => `wd${now.getUTCFullYear()}`;

function columnsOf(input: NewSender) {
  for (const address of [input.fromAddress, input.replyToAddress, input.bounceAddress])
    if (address && !isOneAddress(address)) throw invalid('campaigns.sender_address_invalid');
  return {
    name: input.name,
    from_name: input.fromName,
    from_address: input.fromAddress,
    reply_to_address: orNull(input.replyToAddress),
    bounce_address: orNull(input.bounceAddress),
    postal_address: input.postalAddress,
    signs: input.signs,
    per_hour: orNull(input.perHour),
    per_domain_per_hour: orNull(input.perDomainPerHour),
    connections: input.connections,
    ...warmUpColumns(input.warmUp),
    mailbox_id: orNull(input.mailboxId),
  };
}

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

const warmUpColumns = (plan: NewSender['warmUp']) => ({
  warm_up_starts_on: plan ? plan.startsOn : null,
  warm_up_first_day: plan ? plan.firstDay : null,
  warm_up_days: plan ? plan.days : null,
});

/** `undefined`: as it is; `null`: the server of the installation. */
function serverColumns(ctx: Ctx, id: string, { smtpUrl, fromAddress }: Pick<NewSender, 'smtpUrl' | 'fromAddress'>) {
  if (smtpUrl === undefined) return {};
  if (smtpUrl === null) return { smtp_url_sealed: null, smtp_host: null };
  return { smtp_url_sealed: sealSecret(ctx.keys, id, smtpUrl), smtp_host: hostOf(smtpUrl, fromAddress) };
}

function hostOf(smtpUrl: string, fromAddress: string): string {
  try {
    return serverOf(smtpUrl, fromAddress).host;
  } catch (error) {
    if (error instanceof ConfigError) throw invalid('campaigns.sender_server_unreadable');
    throw error;
  }
}

/**
 * What changes the way letters go has to be checked anew.
 * @throws AppError campaigns.sender_not_found, campaigns.sender_changed_meanwhile, campaigns.sender_address_invalid, campaigns.sender_server_unreadable
 */
export async function changeSender(ctx: Ctx, senderId: string, { version, ...input }: EditSender): Promise<SenderCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockSender(ctx, senderId);
    if (before.version !== version) throw conflict('campaigns.sender_changed_meanwhile', { version: before.version });
    const isOtherWay =
      input.smtpUrl !== undefined || input.fromAddress !== before.from_address || input.signs !== before.signs;
    const row = await ctx.db
      .updateTable('sender_identities')
      .set({
        ...columnsOf(input),
        ...serverColumns(ctx, senderId, input),
        ...(isOtherWay ? UNCHECKED : {}),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', senderId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(ctx, { action: 'campaigns.sender_changed', details: { senderId } });
    return cardOf(row, ctx.smtpUrl);
  });
}

const UNCHECKED = {
  findings: '[]',
  checked_at: null,
  is_ready: false,
  overridden_by: null,
  overridden_at: null,
  override_reason: null,
};

async function lockSender({ db, actor }: Ctx, senderId: string) {
  const row = await db
    .selectFrom('sender_identities')
    .selectAll()
    .where('id', '=', senderId)
    .where('entity_id', 'in', actor.entityIds)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('campaigns.sender_not_found');
  return row;
}

/** Sends although the check is not green, and says why (EM-1). @throws AppError campaigns.sender_not_found */
export async function overrideSender(ctx: Ctx, senderId: string, reason: string): Promise<SenderCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  return inTransaction(ctx, async (ctx) => {
    await lockSender(ctx, senderId);
    const row = await ctx.db
      .updateTable('sender_identities')
      .set({ overridden_by: ctx.actor.memberId, overridden_at: ctx.now, override_reason: reason, updated_at: ctx.now })
      .where('id', '=', senderId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(ctx, { action: 'campaigns.sender_overridden', details: { senderId } });
    return cardOf(row, ctx.smtpUrl);
  });
}

/** @throws AppError campaigns.sender_not_found, campaigns.sender_in_use */
export async function archiveSender(ctx: Ctx, senderId: string): Promise<void> {
  allow(ctx.actor, 'campaigns.manage_senders');
  await inTransaction(ctx, async (ctx) => {
    await lockSender(ctx, senderId);
    const { rows } = await sql`
      select 1 from campaigns where sender_id = ${senderId}::uuid and state in ('scheduled', 'preparing', 'sending', 'paused', 'waiting') limit 1`.execute(
      ctx.db,
    );
    if (rows.length > 0) throw conflict('campaigns.sender_in_use');
    await ctx.db.updateTable('sender_identities').set({ archived_at: ctx.now }).where('id', '=', senderId).execute();
    await record(ctx, { action: 'campaigns.sender_archived', details: { senderId } });
  });
}
