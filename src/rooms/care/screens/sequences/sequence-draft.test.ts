import { describe, expect, it } from 'vitest';
import { emptySequence, mistakesInSequence, moved, newStep, sequenceOf } from './sequence-draft.ts';

const aSequence = (changes = {}) => ({
  ...emptySequence(''),
  name: 'Nach dem zweiten Platz',
  steps: [
    { ...newStep(0), title: 'Absage von Hand' },
    { ...newStep(1), title: 'Kaffee anbieten' },
  ],
  ...changes,
});

describe('a sequence that is being written', () => {
  it('takes people in by hand when it is for no pool', () => {
    expect(sequenceOf(aSequence({ entry: 'automatic' }), 'draft')).toMatchObject({ entry: 'by_hand', poolId: null });
  });

  it('wants a title for each step and days that exist', () => {
    expect(mistakesInSequence(aSequence())).toEqual([]);
    expect(mistakesInSequence(aSequence({ steps: [newStep(0)] }))).toEqual(['steps']);
    expect(mistakesInSequence(aSequence({ steps: [{ ...newStep(0), title: 'x', afterDays: 366 }] }))).toEqual([
      'steps',
    ]);
    expect(mistakesInSequence(aSequence({ name: ' ', steps: [] }))).toEqual(['name', 'steps']);
  });

  it('moves a step up and down, and leaves the ends where they are', () => {
    const { steps } = aSequence();

    expect(moved(steps, 1, -1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(steps, 0, 1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(steps, 0, -1).map(({ key }) => key)).toEqual([0, 1]);
  });
});
