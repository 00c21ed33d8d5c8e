import type { Db } from '#ground/database/database.ts';
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
  replyTo: string | undefined;
  bounceAddress: string;
  postalAddress: string;
  server: MailServer;
  connections: number;
  limits: SenderLimits;
  signers: DkimSigner[];
  /** Set-up found right, or knowingly overridden (EM-1). */
  isOpen: boolean;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

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
  const url = row?.smtp_url_sealed ? openSecret(keys, row.id, row.smtp_url_sealed) : smtpUrl;
  if (!row || url === undefined) return undefined;
  const warmUp =
    row.warm_up_starts_on === null || row.warm_up_first_day === null || row.warm_up_days === null
      ? undefined
      : { startsOn: row.warm_up_starts_on, firstDay: row.warm_up_first_day, days: row.warm_up_days };
  return {
    id: row.id,
    from: { name: row.from_name, address: row.from_address },
    replyTo: row.reply_to_address ?? undefined,
    bounceAddress: row.bounce_address ?? row.from_address,
    postalAddress: row.postal_address,
    server: mailServerOf(url),
    connections: row.connections,
    limits: {
      senderId: row.id,
      perHour: row.per_hour ?? undefined,
      perDomainPerHour: row.per_domain_per_hour ?? undefined,
      warmUp,
    },
    signers: row.signs === 'here' ? signersOf(keys, row) : [],
    isOpen: row.is_ready || row.overridden_at !== null,
  };
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
