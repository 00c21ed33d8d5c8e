import type { Ctx } from '#ground/context.ts';
import { allow } from '#rooms/accounts/permissions.ts';
import type { HouseState } from './schema.ts';

/** Whether this installation sends at all, and how the last night went. */
export async function getHouseState({ db, actor }: Ctx): Promise<HouseState> {
  allow(actor, 'consent.read');
  const house = await db.selectFrom('instances').select(['quarantined_at', 'quarantine_reason']).executeTakeFirst();
  const night = await db.selectFrom('consent_nights').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst();
  const since = house?.quarantined_at;
  return {
    quarantine: since ? { since: since.toISOString(), reason: house.quarantine_reason ?? 'no_mark' } : null,
    night: night
      ? {
          at: night.at.toISOString(),
          outcome: night.outcome as 'done' | 'halted' | 'released',
          erased: night.erased,
          failed: night.failed.length,
        }
      : null,
  };
}
