import type { Selectable } from 'kysely';
import type { Tables } from '#ground/database/database.ts';
import type { Finding, SenderCard } from '../schema-sending.ts';
import { findings } from '../schema-sending.ts';
import { recordsToPublish } from './dkim-keys.ts';
import { domainOf } from './sender.ts';

/** A sender as it is shown: without anything that is sealed. */
export function cardOf(row: Selectable<Tables['sender_identities']>, smtpUrl: string | undefined): SenderCard {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    fromName: row.from_name,
    fromAddress: row.from_address,
    replyToAddress: row.reply_to_address,
    bounceAddress: row.bounce_address,
    postalAddress: row.postal_address,
    server: row.smtp_url_sealed !== null ? 'own' : smtpUrl === undefined ? 'missing' : 'installation',
    serverHost: row.smtp_host,
    signs: row.signs === 'relay' ? 'relay' : 'here',
    records: recordsOf(row),
    ...limitsOf(row),
    mailboxId: row.mailbox_id,
    findings: findingsOf(row.findings),
    checkedAt: row.checked_at?.toISOString() ?? null,
    state: row.is_ready ? 'ready' : row.overridden_at !== null ? 'overridden' : 'locked',
    overrideReason: row.override_reason,
  };
}

function recordsOf(row: Selectable<Tables['sender_identities']>) {
  if (row.signs === 'relay') return [];
  const keys = { selector: row.dkim_selector, rsaPublic: row.dkim_rsa_public, ed25519Public: row.dkim_ed25519_public };
  return recordsToPublish(domainOf(row.from_address), keys);
}

function limitsOf(row: Selectable<Tables['sender_identities']>) {
  const { warm_up_starts_on: startsOn, warm_up_first_day: firstDay, warm_up_days: days } = row;
  return {
    perHour: row.per_hour,
    perDomainPerHour: row.per_domain_per_hour,
    connections: row.connections,
    warmUp: startsOn === null || firstDay === null || days === null ? null : { startsOn, firstDay, days },
  };
}

const findingsOf = (stored: unknown): Finding[] => findings.safeParse(stored).data ?? [];
