import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { notFound } from '#ground/errors/app-error.ts';
import type { MailServer } from '#ground/mail/server-address.ts';
import { allow } from '#rooms/accounts/index.ts';
import type { Finding, SenderCard } from '../schema-sending.ts';
import { greet, openWire, WireError } from '../sending/smtp-wire.ts';
import { cardOf } from './card.ts';
import type { ReverseFound, TlsFound } from './check-rules.ts';
import { isReady, judgeDkim, judgeDmarc, judgeReverse, judgeSpf, judgeTls } from './check-rules.ts';
import { recordsToPublish } from './dkim-keys.ts';
import { domainOf, serverOf } from './sender.ts';
import { openSecret } from './secret.ts';

/** The name system; nothing found is an empty list. */
export interface Resolver {
  txt: (name: string) => Promise<string[]>;
  addresses: (host: string) => Promise<string[]>;
  names: (address: string) => Promise<string[]>;
}

/** Looks at everything that decides whether letters arrive, and writes down what was found (EM-1). @throws AppError campaigns.sender_not_found */
export async function checkSender(ctx: Ctx, senderId: string, resolver: Resolver): Promise<SenderCard> {
  allow(ctx.actor, 'campaigns.manage_senders');
  const row = await ctx.db
    .selectFrom('sender_identities')
    .selectAll()
    .where('id', '=', senderId)
    .where('entity_id', 'in', ctx.actor.entityIds)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('campaigns.sender_not_found');
  const url = row.smtp_url_sealed ? openSecret(ctx.keys, row.id, row.smtp_url_sealed) : ctx.smtpUrl;
  const all = [
    ...(await nameFindings(row, resolver)),
    ...(await serverFindings(url === undefined ? undefined : serverOf(url, row.from_address), resolver)),
  ];
  const checked = await ctx.db
    .updateTable('sender_identities')
    .set({ findings: JSON.stringify(all), checked_at: ctx.now, is_ready: isReady(all), updated_at: ctx.now })
    .where('id', '=', senderId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await record(ctx, { action: 'campaigns.sender_checked', details: { senderId, isReady: isReady(all) } });
  return cardOf(checked, ctx.smtpUrl);
}

interface Named {
  from_address: string;
  bounce_address: string | null;
  signs: string;
  dkim_selector: string;
  dkim_rsa_public: string;
  dkim_ed25519_public: string;
}

async function nameFindings(row: Named, resolver: Resolver): Promise<Finding[]> {
  const fromDomain = domainOf(row.from_address);
  const envelopeDomain = domainOf(row.bounce_address ?? row.from_address);
  const spf = judgeSpf(await resolver.txt(envelopeDomain), envelopeDomain);
  const { records, domain } = await dmarcOf(fromDomain, resolver);
  return [spf, ...(await dkimFindings(row, resolver)), judgeDmarc(records, { domain, fromDomain, envelopeDomain })];
}

/** What the relay signs with is its own affair. */
async function dkimFindings(row: Named, resolver: Resolver): Promise<Finding[]> {
  if (row.signs === 'relay') return [];
  const [rsaPublic, ed25519Public] = [row.dkim_rsa_public, row.dkim_ed25519_public];
  const keys = { selector: row.dkim_selector, rsaPublic, ed25519Public };
  const [rsa, ed25519] = recordsToPublish(domainOf(row.from_address), keys);
  const read = async (name: string, publicKey: string) => ({ name, publicKey, records: await resolver.txt(name) });
  return [
    judgeDkim(await read(rsa?.name ?? '', rsaPublic), 'needed'),
    judgeDkim(await read(ed25519?.name ?? '', ed25519Public), 'welcome'),
  ];
}

/** The record of the domain itself, or of the one above it (RFC 7489, 6.6.3). */
async function dmarcOf(fromDomain: string, resolver: Resolver): Promise<{ records: string[]; domain: string }> {
  const parts = fromDomain.split('.');
  for (let from = 0; from + 2 <= parts.length; from += 1) {
    const domain = parts.slice(from).join('.');
    const records = await resolver.txt(`_dmarc.${domain}`);
    if (records.some((text) => text.toLowerCase().startsWith('v=dmarc1'))) return { records, domain };
  }
  return { records: [], domain: fromDomain };
}

async function serverFindings(server: MailServer | undefined, resolver: Resolver): Promise<Finding[]> {
  if (!server) return [judgeReverse({ addresses: [], names: [] }, '')];
  const tls = judgeTls(await tlsOf(server), server.host);
  // A server on this machine hands on by another name, which only it knows.
  return server.tls === 'none' ? [tls] : [judgeReverse(await reverseOf(server.host, resolver), server.host), tls];
}

async function reverseOf(host: string, resolver: Resolver): Promise<ReverseFound> {
  const addresses = await resolver.addresses(host);
  const names = await Promise.all(
    addresses.map(async (address) => {
      const known = await resolver.names(address);
      const back = (await Promise.all(known.map((name) => resolver.addresses(name)))).flat();
      return { address, name: known[0], leadsBack: back.includes(address) ? ('yes' as const) : ('no' as const) };
    }),
  );
  return { addresses, names };
}

async function tlsOf(server: MailServer): Promise<TlsFound> {
  try {
    const wire = await openWire(server);
    try {
      await wire.ask('', 1);
      const { startTls } = await greet(wire);
      if (server.tls === 'none') return 'this_machine';
      if (server.tls === 'from_start') return 'encrypted';
      if (!startTls) return 'plain';
      await wire.ask('STARTTLS\r\n', 1);
      await wire.secure(server.host);
      return 'encrypted';
    } finally {
      wire.close();
    }
  } catch (error) {
    return error instanceof WireError && error.code === 'tls_failed' ? 'failed' : 'unreachable';
  }
}
