import type { PlanChange, PlanDetail, PlanInput } from '../../schema-plans.ts';
import {
  type CONTENT_KINDS,
  LONGEST_RHYTHM_DAYS,
  type PlanChannel,
  type Rhythm,
  SHORTEST_RHYTHM_DAYS,
} from '../../types.ts';

type ContentKind = (typeof CONTENT_KINDS)[number];

export interface PlanDraft {
  name: string;
  /** `pool:<id>` or `segment:<id>`; empty until somebody chose. */
  whom: string;
  rhythm: Rhythm;
  everyDays: number;
  channels: PlanChannel[];
  contentKinds: ContentKind[];
  topicIds: string[];
  region: string;
  startsOn: string;
  endsOn: string;
  ownerId: string;
}

export interface PlanStart {
  name: string;
  whom: string;
  region: string;
  today: string;
  ownerId: string;
  /** What the phase of the company proposes. */
  proposed: { everyDays: number; contentKinds: readonly ContentKind[] };
}

export const emptyPlan = ({ name, whom, region, today, ownerId, proposed }: PlanStart): PlanDraft => ({
  name,
  whom,
  rhythm: 'every',
  everyDays: proposed.everyDays,
  channels: ['phone', 'mail'],
  contentKinds: [...proposed.contentKinds],
  topicIds: [],
  region,
  startsOn: today,
  endsOn: '',
  ownerId,
});

export const draftOfPlan = (plan: PlanDetail): PlanDraft => ({
  name: plan.name,
  whom: `${plan.for.kind}:${plan.for.id}`,
  rhythm: plan.rhythm,
  everyDays: plan.everyDays ?? 90,
  channels: plan.channels,
  contentKinds: plan.contentKinds,
  topicIds: plan.topicIds,
  region: plan.region,
  startsOn: plan.startsOn,
  endsOn: plan.endsOn ?? '',
  ownerId: plan.owner?.id ?? '',
});

const factsOf = (draft: PlanDraft) => ({
  name: draft.name.trim(),
  rhythm: draft.rhythm,
  everyDays: draft.rhythm === 'every' ? draft.everyDays : null,
  channels: draft.channels,
  contentKinds: draft.contentKinds,
  topicIds: draft.topicIds,
  region: draft.region,
  startsOn: draft.startsOn,
  endsOn: draft.endsOn || null,
  ownerId: draft.ownerId || null,
});

export function planOf(draft: PlanDraft, state: 'draft' | 'running'): PlanInput {
  const [kind, id = ''] = draft.whom.split(':');
  return {
    ...factsOf(draft),
    poolId: kind === 'pool' ? id : null,
    segmentId: kind === 'segment' ? id : null,
    state,
  };
}

export const changeOf = (draft: PlanDraft, version: number): PlanChange => ({ ...factsOf(draft), version });

export type PlanMistake = 'whom' | 'name' | 'days' | 'channels' | 'ends';

const HAS: Record<PlanMistake, (draft: PlanDraft) => boolean> = {
  whom: ({ whom }) => whom === '',
  name: ({ name }) => name.trim() === '',
  days: ({ rhythm, everyDays }) =>
    rhythm === 'every' &&
    !(Number.isInteger(everyDays) && everyDays >= SHORTEST_RHYTHM_DAYS && everyDays <= LONGEST_RHYTHM_DAYS),
  channels: ({ channels }) => channels.length === 0,
  ends: ({ startsOn, endsOn }) => endsOn !== '' && endsOn < startsOn,
};
const MISTAKES = ['whom', 'name', 'days', 'channels', 'ends'] as const;

/** What is missing or does not fit, in the order of the form. */
export const mistakesInPlan = (draft: PlanDraft): PlanMistake[] => MISTAKES.filter((mistake) => HAS[mistake](draft));
