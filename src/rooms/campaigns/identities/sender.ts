import type { Selectable } from 'kysely';
import type { Db, Tables } from '#ground/database/database.ts';
import type { Keys } from '#ground/config/key-ring.ts';
import type { MailServer } from '#ground/mail/server-address.ts';
import { mailServerOf } from '#ground/mail/server-address.ts';
import type { DkimSigner } from '../sending/dkim.ts';
import { signerOf } from '../sending/dkim.ts';
import type { WarmUp } from '../sending/lanes.ts';
import { ed25519Selector, rsaSelector } from './dkim-keys.ts';
import { openSecret } from './secret.ts';

export interface SenderLimits {
  senderId: string;
  perHour: number | undefined;
  perDomainPerHour: number | undefined;
  warmUp: WarmUp | undefined;
}

/** A sender, ready to send. */
export interface Sender {
  id: string;
  from: { name: string; address: string };
  replyTo: readonly string[];
  /** Whose mailbox is read for answers; undefined: nobody's. */
  readAddress: string | undefined;
  bounceAddress: string;
  postalAddress: string;
  server: MailServer;
  connections: number;
  signers: DkimSigner[];
  /** Set-up found right, or knowingly overridden (EM-1). */
  isOpen: boolean;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** A sender's own server sends in the name of that sender, whatever its user is called. @throws ConfigError */
export const serverOf = (smtpUrl: string, fromAddress: string): MailServer =>
  mailServerOf(
    /[?&]from=/.test(smtpUrl)
      ? smtpUrl
      : `${smtpUrl}${smtpUrl.includes('?') ? '&' : '?'}from=${encodeURIComponent(fromAddress)}`,
  );

interface Place {
  db: Db;
  keys: Keys;
  /** The server of the installation. */
  smtpUrl?: string | undefined;
}

/** @returns undefined when there is no such sender, or no server for it */
export async function loadSender({ db, keys, smtpUrl }: Place, senderId: string): Promise<Sender | undefined> {
  const row = await db
    .selectFrom('sender_identities')
    .selectAll()
    .where('id', '=', senderId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const url = row.smtp_url_sealed ? openSecret(keys, row.id, row.smtp_url_sealed) : smtpUrl;
  return url === undefined ? undefined : senderFrom(keys, row, url);
}

function senderFrom(keys: Keys, row: Selectable<Tables['sender_identities']>, url: string): Sender {
  return {
    id: row.id,
    from: { name: row.from_name, address: row.from_address },
    replyTo: row.reply_to_address === null ? [] : [row.reply_to_address],
    readAddress: row.mailbox_id === null ? undefined : (row.reply_to_address ?? row.from_address),
    bounceAddress: row.bounce_address ?? row.from_address,
    postalAddress: row.postal_address,
    server: serverOf(url, row.from_address),
    connections: row.connections,
    signers: row.signs === 'here' ? signersOf(keys, row) : [],
    isOpen: row.is_ready || row.overridden_at !== null,
  };
}

const LIMIT_COLUMNS = [
  'id',
  'per_hour',
  'per_domain_per_hour',
  'warm_up_starts_on',
  'warm_up_first_day',
  'warm_up_days',
] as const;

function limitsOf(row: Pick<Selectable<Tables['sender_identities']>, (typeof LIMIT_COLUMNS)[number]>): SenderLimits {
  const { warm_up_starts_on: startsOn, warm_up_first_day: firstDay, warm_up_days: days } = row;
  return {
    senderId: row.id,
    perHour: row.per_hour ?? undefined,
    perDomainPerHour: row.per_domain_per_hour ?? undefined,
    warmUp: startsOn === null || firstDay === null || days === null ? undefined : { startsOn, firstDay, days },
  };
}

/** As they are set this moment: a limit that is changed holds from the next few letters on. */
export async function loadLimits(db: Db, senderId: string): Promise<SenderLimits> {
  const row = await db
    .selectFrom('sender_identities')
    .select(LIMIT_COLUMNS)
    .where('id', '=', senderId)
    .executeTakeFirst();
  return row ? limitsOf(row) : { senderId, perHour: undefined, perDomainPerHour: undefined, warmUp: undefined };
}

interface Signing {
  id: string;
  from_address: string;
  dkim_selector: string;
  dkim_rsa_sealed: string;
  dkim_ed25519_sealed: string;
}

function signersOf(keys: Keys, row: Signing): DkimSigner[] {
  const domain = domainOf(row.from_address);
  const open = (sealed: string) => openSecret(keys, row.id, sealed);
  return [
    signerOf('rsa-sha256', {
      domain,
      selector: rsaSelector(row.dkim_selector),
      privateKey: open(row.dkim_rsa_sealed),
    }),
    signerOf('ed25519-sha256', {
      domain,
      selector: ed25519Selector(row.dkim_selector),
      privateKey: open(row.dkim_ed25519_sealed),
    }),
  ];
}
