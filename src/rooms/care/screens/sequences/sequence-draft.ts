import type { Sequence, SequenceChange, SequenceInput, SequenceStep, StepLetter } from '../../schema-sequences.ts';
import type { StepKind } from '../../types.ts';

export interface StepDraft {
  /** Only for the list on the screen. */
  key: number;
  afterDays: number;
  kind: StepKind;
  title: string;
  text: string;
  /** Whether the program sends it by itself; what stands in `letter` stays when it becomes a task again. */
  isSent: boolean;
  letter: StepLetter;
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

const NO_LETTER: StepLetter = { subject: '', topicId: '', senderId: '' };

export const newStep = (key: number): StepDraft => ({
  key,
  afterDays: key === 0 ? 0 : 14,
  kind: 'mail',
  title: '',
  text: '',
  isSent: false,
  letter: NO_LETTER,
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
  steps: sequence.steps.map(({ afterDays, kind, title, text, send }, key) => ({
    key,
    afterDays,
    kind,
    title,
    text: text ?? '',
    isSent: Boolean(send),
    letter: send ?? NO_LETTER,
  })),
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
    steps: draft.steps.map(stepOf),
  };
}

const stepOf = (step: StepDraft): SequenceStep => ({
  afterDays: step.afterDays,
  kind: step.kind,
  title: step.title.trim(),
  text: step.text.trim() || null,
  send: goesOut(step) ? { ...step.letter, subject: step.letter.subject.trim() } : null,
});

/** Only a mail leaves by itself, whatever was chosen while the step was something else. */
export const goesOut = ({ kind, isSent }: Pick<StepDraft, 'kind' | 'isSent'>): boolean => kind === 'mail' && isSent;

/** For a Boutique pool, where a person always writes: it begins by hand, and each step is for a human. */
export const forBoutique = (draft: SequenceDraft): SequenceDraft => ({
  ...draft,
  entry: 'by_hand',
  steps: draft.steps.map((step) => ({ ...step, isSent: false })),
});

export const sequenceOf = (draft: SequenceDraft, state: 'draft' | 'running'): SequenceInput => ({
  ...factsOf(draft),
  state,
});

export const changeOfSequence = (draft: SequenceDraft, version: number): SequenceChange => ({
  ...factsOf(draft),
  version,
});

/** Puts a step one place up or down. */
export function moved(steps: readonly StepDraft[], key: number, by: 1 | -1): StepDraft[] {
  const at = steps.findIndex((step) => step.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= steps.length) return [...steps];
  const next = steps.filter((step) => step.key !== key);
  return [...next.slice(0, to), ...steps.slice(at, at + 1), ...next.slice(to)];
}
