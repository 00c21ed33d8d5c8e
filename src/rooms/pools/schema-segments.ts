import { z } from 'zod';
import { listCount, member } from '#rooms/talents/schema.ts';

export const segmentParams = z.object({ segmentId: z.uuid() });
const segmentName = z.string().trim().min(1).max(80);
export const SEGMENT_VISIBILITIES = ['private', 'all'] as const;
const visibility = z.enum(SEGMENT_VISIBILITIES);

/** Rules are read by `segments/read-rule.ts`, which answers mistakes with a sentence of its own. */
const rule = z.unknown();

export const newSegment = z
  .object({ name: segmentName, rule, visibility: visibility.default('all'), entityId: z.uuid().optional() })
  .strict();
export type NewSegment = z.output<typeof newSegment>;
export const segmentChanges = z.object({ name: segmentName, rule, visibility }).partial().strict();
export const editSegmentBody = z.object({ version: z.number().int().min(1), changes: segmentChanges }).strict();
export type EditSegment = z.output<typeof editSegmentBody>;

export const segmentCard = z.object({
  id: z.uuid(),
  version: z.number(),
  name: z.string(),
  visibility,
  rule: z.unknown(),
  by: member.nullable(),
  isMine: z.boolean(),
  updatedAt: z.string(),
  /** Null when the rule cannot be counted; then `problem` names the sentence. */
  count: listCount.nullable(),
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
});
export type SegmentCard = z.infer<typeof segmentCard>;
export const segmentList = z.object({ items: z.array(segmentCard) });

export const countBody = z
  .object({
    rule,
    /** The segment that is being edited, so that it does not name itself. */
    segmentId: z.uuid().optional(),
  })
  .strict();
export const ruleCount = z.object({ count: listCount });
