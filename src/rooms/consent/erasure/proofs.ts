import { sql } from 'kysely';
import { record } from '#ground/audit/record.ts';
import type { Ctx } from '#ground/context.ts';
import { newId } from '#ground/ids.ts';
import { forgetMailsAbout } from '#ground/mail/outbox.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import { suppressionHash } from '../suppression.ts';

/** Claims end three years after the end of the year. @source BGB 195, 199 */
const KEEP_YEARS = 3;

interface Event {
  talent_id: string;
  purpose: string;
  kind: string;
  sha256: string | null;
  version: number | null;
  occurred_at: Date;
}

/**
 * When people are erased: that there was a consent stays provable, apart from everything else and without saying whose it was; and no
 * mail about them waits any longer (CO-10). In the transaction of the erasure, while the rows are still there.
 */
export async function keepProofs(ctx: Ctx, talentIds: string[]): Promise<void> {
  await forgetMailsAbout(ctx, talentIds);
  const { rows: events } = await sql<Event>`
    select e.talent_id, e.purpose, e.kind, x.sha256, x.version, e.occurred_at from consent_events e left join consent_texts x on x.id = e.text_id
    where e.talent_id = any(${talentIds}::uuid[])`.execute(ctx.db);
  if (events.length === 0) return;
  const { rows: addresses } = await sql<{ talent_id: string; value: string }>`
    select distinct on (talent_id) talent_id, normal_form as value from talent_addresses
    where talent_id = any(${talentIds}::uuid[]) and kind = 'email' order by talent_id, is_primary desc, created_at`.execute(
    ctx.db,
  );
  const hashes = new Map(
    addresses.map(({ talent_id, value }) => [talent_id, suppressionHash(ctx, { kind: 'email', value })]),
  );
  const keepUntil = `${ctx.now.getUTCFullYear() + KEEP_YEARS}-12-31`;
  const proofs = events.flatMap(({ talent_id, sha256, version, ...event }) => {
    const hash = hashes.get(talent_id);
    return hash
      ? [
          {
            id: newId(ctx.now.getTime()),
            address_hash: hash,
            ...event,
            text_sha256: sha256,
            text_version: version,
            keep_until: keepUntil,
          },
        ]
      : [];
  });
  if (proofs.length > 0) await ctx.db.insertInto('consent_proofs').values(proofs).execute();
}

/** Somebody claims that there was never a consent: the address answers, nobody else's does. The look is written down. */
export async function findProofs(ctx: Ctx, address: string) {
  allow(ctx.actor, 'consent.read_proofs');
  const hash = suppressionHash(ctx, { kind: 'email', value: address });
  const rows = await ctx.db
    .selectFrom('consent_proofs')
    .selectAll()
    .where('address_hash', '=', hash)
    .orderBy('occurred_at')
    .limit(500)
    .execute();
  await record(ctx, { action: 'consent.proofs_read', details: { found: rows.length } });
  return rows.map((row) => ({
    purpose: row.purpose,
    kind: row.kind,
    textSha256: row.text_sha256,
    textVersion: row.text_version,
    occurredAt: row.occurred_at.toISOString(),
    keepUntil: row.keep_until,
  }));
}
