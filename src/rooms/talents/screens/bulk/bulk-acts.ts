import type { z } from 'zod';
import type { bulkAct } from '../../schema-many.ts';
import { STAGES } from '../../types.ts';

export type GivenAct = z.input<typeof bulkAct>;
export type ActKind = 'add_tag' | 'remove_tag' | 'assign_owner' | 'set_stage' | 'set_next_step' | 'delete';

/** What has been filled in so far. */
export interface ActDraft {
  tag: string;
  memberId: string;
  stage: string;
  what: string;
  /** `YYYY-MM-DD`, understood from words. */
  on: string | undefined;
}

export const EMPTY_DRAFT: ActDraft = { tag: '', memberId: '', stage: '', what: '', on: undefined };

/** The act, or undefined while something is missing. */
export function actOf(kind: ActKind, { tag, memberId, stage, what, on }: ActDraft): GivenAct | undefined {
  if (kind === 'delete') return { kind };
  if (kind === 'assign_owner') return memberId === '' ? undefined : { kind, ownerId: memberId === 'none' ? null : memberId };
  if (kind === 'set_next_step') {
    return what.trim() === '' && on === undefined ? undefined : { kind, nextStep: what.trim() || null, nextStepOn: on ?? null };
  }
  if (kind === 'set_stage') {
    const known = STAGES.find((one) => one === stage);
    return known && { kind, stage: known };
  }
  return tag.trim() === '' ? undefined : { kind, tag: tag.trim() };
}
