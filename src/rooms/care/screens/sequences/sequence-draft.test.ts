import { describe, expect, it } from 'vitest';
import type { Sequence } from '../../schema-sequences.ts';
import { sequenceInput } from '../../schema-sequences.ts';
import {
  forBoutique,
  changeOfSequence,
  draftOfSequence,
  emptySequence,
  moved,
  newStep,
  sequenceOf,
} from './sequence-draft.ts';

const LETTER = {
  subject: 'Schön, dass Sie da sind',
  topicId: '0190a1b2-0000-7000-8000-000000000001',
  senderId: '0190a1b2-0000-7000-8000-000000000002',
};
const aSentStep = (key: number, changes = {}) => ({
  ...newStep(key),
  title: 'Willkommen',
  text: '{greeting}',
  isSent: true,
  letter: LETTER,
  ...changes,
});

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

  it('moves a step up and down, and leaves the ends where they are', () => {
    const { steps } = aSequence();

    expect(moved(steps, 1, -1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(steps, 0, 1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(steps, 0, -1).map(({ key }) => key)).toEqual([0, 1]);
  });

  it('sends a mail step that is to be sent, and only a mail', () => {
    const steps = [
      aSentStep(0, { letter: { ...LETTER, subject: ` ${LETTER.subject} ` } }),
      aSentStep(1, { kind: 'call' }),
    ];
    const input = sequenceOf(aSequence({ steps }), 'running');

    expect(input.steps.map(({ send }) => send)).toEqual([LETTER, null]);
    expect(sequenceInput.parse(input)).toEqual(input);
  });

  it('keeps the words of a letter while its step is a task', () => {
    const [step] = forBoutique(aSequence({ steps: [aSentStep(0)] })).steps;

    expect(step).toMatchObject({ isSent: false, letter: LETTER, text: '{greeting}' });
    expect(sequenceOf(aSequence({ steps: [step] }), 'draft').steps).toMatchObject([{ send: null }]);
  });

  it('begins by hand in a Boutique pool, whatever was chosen before the pool', () => {
    const chosen = aSequence({ whom: `pool:${LETTER.topicId}`, entry: 'automatic' });

    expect(sequenceOf(chosen, 'running').entry).toBe('automatic');
    expect(sequenceOf(forBoutique(chosen), 'running')).toMatchObject({ entry: 'by_hand', poolId: LETTER.topicId });
  });

  it('comes back from the server as it was', () => {
    const input = sequenceOf(
      aSequence({ steps: [aSentStep(0), { ...newStep(1), title: 'Anrufen', kind: 'call' }] }),
      'draft',
    );
    const kept: Sequence = {
      ...input,
      id: LETTER.topicId,
      pool: null,
      segment: null,
      owner: null,
      runs: { running: 0, finished: 0, stopped: 0 },
      version: 3,
      updatedAt: '2026-11-23T08:00:00Z',
    };

    const { state: _state, ...facts } = input;
    expect(changeOfSequence(draftOfSequence(kept), 3)).toEqual({ ...facts, version: 3 });
  });
});
