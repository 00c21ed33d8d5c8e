/** Why somebody stands in Today, most urgent first; a team member and the phase of the company may put others first. */
export const REMINDER_KINDS = [
  'promise',
  'reply',
  'life_event',
  'consent_ends',
  'hand_over',
  'come_back',
  'task',
  'cadence',
  'warmth',
  'content',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const REMINDER_STATES = ['open', 'snoozed', 'done', 'not_now', 'withdrawn'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

export const RHYTHMS = ['every', 'on_event', 'per_project'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
/** A rhythm is a week to three years; anything else is a slip of the finger. */
export const SHORTEST_RHYTHM_DAYS = 7;
export const LONGEST_RHYTHM_DAYS = 1095;

export const PLAN_CHANNELS = ['mail', 'newsletter', 'phone', 'meeting', 'linkedin', 'portal', 'letter'] as const;
export type PlanChannel = (typeof PLAN_CHANNELS)[number];
export const PLAN_STATES = ['draft', 'running', 'paused', 'ended'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const CONTENT_KINDS = ['update', 'event', 'article', 'employee_insight', 'learning_offer'] as const;

export const NOT_NOW_REASONS = [
  'project',
  'notice_period',
  'family',
  'new_job',
  'training',
  'wants_quiet',
  'other',
] as const;
export type NotNowReason = (typeof NOT_NOW_REASONS)[number];

export const LIFE_EVENT_KINDS = [
  'graduation',
  'contract_end',
  'anniversary',
  'notice_period_end',
  'project_end',
  'other',
] as const;
export type LifeEventKind = (typeof LIFE_EVENT_KINDS)[number];

export const STEP_KINDS = ['mail', 'linkedin', 'call', 'meeting'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const SEQUENCE_STATES = ['draft', 'running', 'paused', 'ended'] as const;
export type SequenceState = (typeof SEQUENCE_STATES)[number];
export const STOP_REASONS = [
  'reply',
  'touch',
  'withdrawn',
  'not_allowed',
  'left_pool',
  'silence',
  'by_hand',
  'sequence_ended',
  'merged',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

export const HANDOVER_STATES = ['offered', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export const HANDLED_ACTS = ['contact', 'done', 'snoozed', 'not_now', 'handed_over'] as const;
export type HandledAct = (typeof HANDLED_ACTS)[number];

/** An act in Today can be taken back for so long, by whoever did it. */
export const UNDO_WITHIN_MINUTES = 10;
/** Who is offered people answers within so many days; then the deputies step in. */
export const ACCEPT_WITHIN_DAYS = 14;
/** A permission that ends within so many days is a reason to be in Today. */
export const CONSENT_ENDS_WITHIN_DAYS = 30;
export const FEWEST_PER_DAY = 1;
export const MOST_PER_DAY = 15;

/** Ways of reaching a person, as the consent room names them; written again because screens load this file. */
export const CONTACT_CHANNELS = ['mail', 'phone', 'post', 'messenger', 'linkedin', 'meeting'] as const;
/** What a company is doing, as the phases room names it. */
export const PHASES = ['reducing', 'pausing', 'rebuilding'] as const;
