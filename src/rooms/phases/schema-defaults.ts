import type { Phase } from './types.ts';

/** What a phase proposes. A plan may be set otherwise; nothing here forbids anything. */
export interface PhaseDefaults {
  /** Rhythm proposed for a new care plan, in days. */
  everyDays: number;
  /** Kinds of content a new care plan proposes, most fitting first. */
  contentKinds: readonly ('update' | 'event' | 'article' | 'employee_insight' | 'learning_offer')[];
  /** Reasons that Today puts first, before the order that a team member has chosen; kinds of reminders. */
  todayFirst: readonly ('promise' | 'reply' | 'hand_over' | 'life_event' | 'consent_ends' | 'come_back' | 'cadence')[];
}

/** Promises and waiting answers come first in every phase: whoever was promised something waits whatever the company does. */
const ALWAYS_FIRST = ['promise', 'reply'] as const;

/**
 * Reducing: part well and hand over; pausing: settle permissions and keep quiet contact; rebuilding: call back whom we know.
 * The rhythms are starting points, not findings: quarterly while people leave, three times a year in a pause, every two months when hiring.
 */
export const PHASE_DEFAULTS: Record<Phase, PhaseDefaults> = {
  reducing: {
    everyDays: 90,
    contentKinds: ['learning_offer', 'update', 'article'],
    todayFirst: [...ALWAYS_FIRST, 'hand_over', 'life_event'],
  },
  pausing: {
    everyDays: 120,
    contentKinds: ['article', 'employee_insight', 'learning_offer', 'update'],
    todayFirst: [...ALWAYS_FIRST, 'consent_ends', 'cadence'],
  },
  rebuilding: {
    everyDays: 60,
    contentKinds: ['event', 'employee_insight', 'update', 'article'],
    todayFirst: [...ALWAYS_FIRST, 'come_back', 'cadence'],
  },
};

/** For a company that has named no phase yet. */
export const DEFAULTS_WITHOUT_PHASE: PhaseDefaults = {
  everyDays: 90,
  contentKinds: ['update', 'article', 'event'],
  todayFirst: ALWAYS_FIRST,
};

export const defaultsOf = (phase: Phase | null): PhaseDefaults =>
  phase === null ? DEFAULTS_WITHOUT_PHASE : PHASE_DEFAULTS[phase];
