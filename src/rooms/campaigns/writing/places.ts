import { sql } from 'kysely';
import type { Ctx } from '#ground/context.ts';
import { invalid, notFound } from '#ground/errors/app-error.ts';
import { visiblePools, visibleSegments } from '#rooms/pools/index.ts';

export interface Places {
  topicId: string | null;
  poolId: string | null;
  segmentId: string | null;
  senderId: string | null;
  brandId: string | null;
}

interface Found {
  topic: boolean | null;
  pool_mode: string | null;
  segment: boolean | null;
  sender: boolean | null;
  brand: boolean | null;
}

/**
 * What a campaign names has to be there, of the same legal entity, and seen by whoever names it.
 * @throws AppError campaigns.topic_missing, campaigns.one_audience, campaigns.audience_missing, campaigns.audience_boutique,
 * campaigns.sender_not_found, campaigns.brand_not_found
 */
export async function refuseUnknown({ db, actor }: Ctx, entityId: string, places: Places): Promise<void> {
  const { topicId, poolId, segmentId, senderId, brandId } = places;
  const { rows } = await sql<Found>`
    select (select true from topics o where o.id = ${topicId}::uuid and o.entity_id = ${entityId}::uuid and o.retired_at is null) as topic,
      (select p.mode from pools p where p.id = ${poolId}::uuid and p.entity_id = ${entityId}::uuid and ${visiblePools(actor)}) as pool_mode,
      (select true from saved_segments s where s.id = ${segmentId}::uuid and s.entity_id = ${entityId}::uuid and ${visibleSegments(actor)}) as segment,
      (select true from sender_identities i where i.id = ${senderId}::uuid and i.entity_id = ${entityId}::uuid and i.archived_at is null) as sender,
      (select true from brands b where b.id = ${brandId}::uuid and b.entity_id = ${entityId}::uuid and b.archived_at is null) as brand`.execute(
    db,
  );
  const [found] = rows;
  if (!found) return;
  if (isMissing(topicId, found.topic)) throw invalid('campaigns.topic_missing');
  refuseAudience(places, found);
  if (isMissing(senderId, found.sender)) throw notFound('campaigns.sender_not_found');
  if (isMissing(brandId, found.brand)) throw notFound('campaigns.brand_not_found');
}

const isMissing = (named: string | null, there: unknown) => named !== null && there === null;

function refuseAudience({ poolId, segmentId }: Places, { pool_mode: mode, segment }: Found): void {
  if (poolId !== null && segmentId !== null) throw invalid('campaigns.one_audience');
  if (isMissing(poolId, mode) || isMissing(segmentId, segment)) throw invalid('campaigns.audience_missing');
  // There, one person writes to one person; the letter would leave everybody out (NL-2).
  if (mode === 'boutique') throw invalid('campaigns.audience_boutique');
}
