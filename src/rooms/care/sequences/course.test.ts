import { describe, expect, it } from 'vitest';
import type { Course, CourseTouch } from './course.ts';
import { afterTouches, firstStepOn } from './course.ts';

const course: Course = {
  steps: [
    { afterDays: 0, kind: 'linkedin' },
    { afterDays: 5, kind: 'call' },
  ],
  exitRule: { onTouch: true, onLeavingPool: true },
  nextStep: 0,
  nextOn: '2026-11-23',
};
const ours = (channel: string, on = '2026-11-23'): CourseTouch => ({ direction: 'ours', channel, on });
const theirs: CourseTouch = { direction: 'theirs', channel: 'mail', on: '2026-11-23' };

describe('a run through a sequence', () => {
  it('goes on with the contact that its step asked for, and never lands on a weekend', () => {
    expect(afterTouches(course, [ours('linkedin')])).toEqual({ kind: 'advances', nextStep: 1, nextOn: '2026-11-30' });
    expect(firstStepOn([{ afterDays: 5, kind: 'call' }], '2026-11-23')).toBe('2026-11-30');
  });

  it('is finished after the last step', () => {
    const last: Course = { ...course, nextStep: 1, nextOn: '2026-11-30' };

    expect(afterTouches(last, [ours('phone', '2026-12-01')])).toEqual({ kind: 'advances', nextStep: 2, nextOn: null });
  });

  it('stops on an answer, whatever else happened', () => {
    expect(afterTouches(course, [ours('linkedin'), theirs])).toEqual({ kind: 'stops', reason: 'reply' });
  });

  it('stops on another contact, and on its own one long before it is due', () => {
    expect(afterTouches(course, [ours('phone')])).toEqual({ kind: 'stops', reason: 'touch' });
    expect(afterTouches({ ...course, nextOn: '2026-12-23' }, [ours('linkedin')])).toEqual({
      kind: 'stops',
      reason: 'touch',
    });
  });

  it('goes on in spite of other contacts where the rule says so', () => {
    const patient: Course = { ...course, exitRule: { onTouch: false, onLeavingPool: true } };

    expect(afterTouches(patient, [ours('phone')])).toEqual({ kind: 'stays' });
    expect(afterTouches(patient, [theirs])).toEqual({ kind: 'stops', reason: 'reply' });
  });

  it('stays where it is when nothing happened', () => {
    expect(afterTouches(course, [])).toEqual({ kind: 'stays' });
  });
});
