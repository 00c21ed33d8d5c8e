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

/** How each act is made of the draft; undefined while something is missing. */
const MADE: Record<ActKind, (draft: ActDraft) => GivenAct | undefined> = {
  add_tag: ({ tag }) => (tag.trim() === '' ? undefined : { kind: 'add_tag', tag: tag.trim() }),
  remove_tag: ({ tag }) => (tag.trim() === '' ? undefined : { kind: 'remove_tag', tag: tag.trim() }),
  assign_owner: ({ memberId }) =>
    memberId === '' ? undefined : { kind: 'assign_owner', ownerId: memberId === 'none' ? null : memberId },
  set_stage: ({ stage }) => {
    const known = STAGES.find((one) => one === stage);
    return known && { kind: 'set_stage', stage: known };
  },
  set_next_step: ({ what, on }) =>
    what.trim() === '' && on === undefined
      ? undefined
      : { kind: 'set_next_step', nextStep: what.trim() || null, nextStepOn: on ?? null },
  delete: () => ({ kind: 'delete' }),
};

export const actOf = (kind: ActKind, draft: ActDraft): GivenAct | undefined => MADE[kind](draft);
