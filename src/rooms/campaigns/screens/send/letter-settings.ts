import type { CampaignDetail, CampaignSettings } from '../../schema-writing.ts';

/** All settings as they are now, with what changes. */
export const settingsOf = (
  { version, name, topicId, poolId, segmentId, senderId, brandId, mainLanguage, window, countsClicks }: CampaignDetail,
  change: Partial<CampaignSettings>,
): CampaignSettings => ({
  version,
  name,
  topicId: topicId ?? '',
  poolId,
  segmentId,
  senderId,
  brandId,
  mainLanguage,
  window,
  countsClicks,
  ...change,
});

/** `pool:…` or `segment:…`, as the list of audiences has it. */
export function whomFrom(chosen: string): Pick<CampaignSettings, 'poolId' | 'segmentId'> {
  const [kind, id = ''] = chosen.split(':');
  return { poolId: kind === 'pool' ? id : null, segmentId: kind === 'segment' ? id : null };
}

export const whomOf = ({ poolId, segmentId }: Pick<CampaignSettings, 'poolId' | 'segmentId'>): string =>
  poolId ? `pool:${poolId}` : segmentId ? `segment:${segmentId}` : '';

export const USUAL_WINDOW = { fromHour: 8, untilHour: 18 };

/** Another hour, and the other end moves along where it has to. */
export function windowWith(
  window: { fromHour: number; untilHour: number },
  change: Partial<{ fromHour: number; untilHour: number }>,
) {
  const next = { ...window, ...change };
  if (next.fromHour < next.untilHour) return next;
  return change.fromHour === undefined
    ? { fromHour: Math.max(0, next.untilHour - 1), untilHour: Math.max(1, next.untilHour) }
    : { fromHour: Math.min(23, next.fromHour), untilHour: Math.min(24, next.fromHour + 1) };
}
