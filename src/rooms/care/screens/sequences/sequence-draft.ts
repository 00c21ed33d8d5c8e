import type { Sequence, SequenceChange, SequenceInput, StepLetter } from '../../schema-sequences.ts';
import type { StepKind } from '../../types.ts';

export interface StepDraft {
  /** Only for the list on the screen. */
  key: number;
  afterDays: number;
  kind: StepKind;
  title: string;
  text: string;
  /** Set where the program sends it by itself; kept as it is. */
  send: StepLetter | null;
}

export interface SequenceDraft {
  name: string;
  /** `pool:<id>`, `segment:<id>`, or empty: for whoever is chosen by hand. */
  whom: string;
  entry: 'by_hand' | 'automatic';
  onTouch: boolean;
  onLeavingPool: boolean;
  ownerId: string;
  steps: StepDraft[];
}

export const newStep = (key: number): StepDraft => ({
  key,
  afterDays: key === 0 ? 0 : 14,
  kind: 'mail',
  title: '',
  text: '',
  send: null,
});

export const emptySequence = (ownerId: string): SequenceDraft => ({
  name: '',
  whom: '',
  entry: 'by_hand',
  onTouch: true,
  onLeavingPool: true,
  ownerId,
  steps: [newStep(0)],
});

export const draftOfSequence = (sequence: Sequence): SequenceDraft => ({
  name: sequence.name,
  whom: sequence.pool ? `pool:${sequence.pool.id}` : sequence.segment ? `segment:${sequence.segment.id}` : '',
  entry: sequence.entry,
  onTouch: sequence.exitRule.onTouch,
  onLeavingPool: sequence.exitRule.onLeavingPool,
  ownerId: sequence.owner?.id ?? '',
  steps: sequence.steps.map((step, key) => ({ ...step, key, text: step.text ?? '', send: step.send ?? null })),
});

function factsOf(draft: SequenceDraft) {
  const [kind, id = ''] = draft.whom.split(':');
  return {
    name: draft.name.trim(),
    poolId: kind === 'pool' ? id : null,
    segmentId: kind === 'segment' ? id : null,
    entry: draft.whom === '' ? ('by_hand' as const) : draft.entry,
    exitRule: { onTouch: draft.onTouch, onLeavingPool: draft.onLeavingPool },
    ownerId: draft.ownerId || null,
    steps: draft.steps.map(({ afterDays, kind: step, title, text, send }) => ({
      afterDays,
      kind: step,
      title: title.trim(),
      text: text.trim() || null,
      send: step === 'mail' && text.trim() !== '' ? send : null,
    })),
  };
}

export const sequenceOf = (draft: SequenceDraft, state: 'draft' | 'running'): SequenceInput => ({
  ...factsOf(draft),
  state,
});

export const changeOfSequence = (draft: SequenceDraft, version: number): SequenceChange => ({
  ...factsOf(draft),
  version,
});

const isOddStep = ({ title, afterDays }: StepDraft) =>
  title.trim() === '' || !Number.isInteger(afterDays) || afterDays < 0 || afterDays > 365;

export type SequenceMistake = 'name' | 'steps';

export const mistakesInSequence = (draft: SequenceDraft): SequenceMistake[] => [
  ...(draft.name.trim() === '' ? ['name' as const] : []),
  ...(draft.steps.length === 0 || draft.steps.some(isOddStep) ? ['steps' as const] : []),
];

/** Puts a step one place up or down. */
export function moved(steps: readonly StepDraft[], key: number, by: 1 | -1): StepDraft[] {
  const at = steps.findIndex((step) => step.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= steps.length) return [...steps];
  const next = steps.filter((step) => step.key !== key);
  return [...next.slice(0, to), ...steps.slice(at, at + 1), ...next.slice(to)];
}
