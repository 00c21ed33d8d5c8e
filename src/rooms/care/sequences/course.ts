import { daysBetween, plusDays } from '../cadence.ts';
import type { ExitRule, SequenceStep } from '../schema-sequences.ts';
import type { StepKind, StopReason } from '../types.ts';

export interface Course {
  steps: readonly Pick<SequenceStep, 'afterDays' | 'kind'>[];
  exitRule: ExitRule;
  /** Index of the step that is due or waits. */
  nextStep: number;
  nextOn: string | null;
}

/** A contact since the run was looked at last; bulk mail is none. `on` is its day. */
export interface CourseTouch {
  direction: 'ours' | 'theirs';
  channel: string;
  on: string;
}

export type Turn =
  | { kind: 'stays' }
  | { kind: 'stops'; reason: StopReason }
  | { kind: 'advances'; nextStep: number; /** Null: that was the last step. */ nextOn: string | null };

const CHANNELS_OF: Record<StepKind, readonly string[]> = {
  mail: ['mail', 'message'],
  linkedin: ['linkedin', 'xing'],
  call: ['phone'],
  meeting: ['meeting', 'event'],
};

/**
 * What becomes of a run after contacts: an answer stops it at once; the contact that its own step asked for moves it on; any other
 * contact by anybody stops it where the rule says so.
 */
export function afterTouches(course: Course, touches: readonly CourseTouch[]): Turn {
  if (touches.some(({ direction }) => direction === 'theirs')) return { kind: 'stops', reason: 'reply' };
  const [first] = touches;
  if (!first) return { kind: 'stays' };
  if (touches.every((touch) => isOwnStep(course, touch))) return afterStep(course, touches.at(-1)?.on ?? first.on);
  return course.exitRule.onTouch ? { kind: 'stops', reason: 'touch' } : { kind: 'stays' };
}

/** A day early still counts as the step: the task lies ready when a colleague's day begins elsewhere. */
function isOwnStep({ steps, nextStep, nextOn }: Course, { channel, on }: CourseTouch): boolean {
  const step = steps[nextStep];
  if (!step || nextOn === null) return false;
  return CHANNELS_OF[step.kind].includes(channel) && daysBetween(on, nextOn) <= 1;
}

/** @param doneOn the day on which the step was done */
export function afterStep({ steps, nextStep }: Pick<Course, 'steps' | 'nextStep'>, doneOn: string): Turn {
  const next = steps[nextStep + 1];
  return {
    kind: 'advances',
    nextStep: nextStep + 1,
    nextOn: next === undefined ? null : workday(plusDays(doneOn, next.afterDays)),
  };
}

/** @returns the day of the first step */
export const firstStepOn = (steps: Course['steps'], startedOn: string): string =>
  workday(plusDays(startedOn, steps[0]?.afterDays ?? 0));

/** Nobody is given a task for a weekend. Sequences belong to no region, so holidays stay with the humans. */
function workday(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? plusDays(day, 2) : weekday === 0 ? plusDays(day, 1) : day;
}
