import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forBoutique, emptySequence, newStep, type StepDraft } from './sequence-draft.ts';
import { fieldIdOf, mistakesInSequence } from './sequence-mistakes.ts';

const KNOWN = { topicIds: ['tech'], mergeFields: ['greeting', 'first_name'] };
const LETTER = { subject: 'Willkommen', topicId: 'tech', senderId: 'house' };
const aStep = (changes: Partial<StepDraft> = {}): StepDraft => ({ ...newStep(0), title: 'Willkommen', ...changes });
const aSentStep = (changes: Partial<StepDraft> = {}) =>
  aStep({ key: 7, text: '{greeting}\n\nwir freuen uns.', isSent: true, letter: LETTER, ...changes });
const mistakes = (steps: StepDraft[], known: Parameters<typeof mistakesInSequence>[1] = KNOWN) =>
  mistakesInSequence({ ...emptySequence(''), name: 'Kennenlernen', steps }, known);
const whatIn = (steps: StepDraft[]) => mistakes(steps).map(({ what }) => what);

describe('what has to be put right in a sequence', () => {
  it('is a missing name, a step without a title, or days that do not exist', () => {
    expect(mistakes([aStep()])).toEqual([]);
    expect(whatIn([newStep(0)])).toEqual(['steps']);
    expect(whatIn([aStep({ afterDays: 366 })])).toEqual(['steps']);
    expect(whatIn([aStep({ afterDays: Number.NaN })])).toEqual(['steps']);
    expect(mistakesInSequence({ ...emptySequence(''), name: ' ', steps: [] }, KNOWN).map(({ what }) => what)).toEqual([
      'name',
      'steps',
    ]);
  });

  it('is each thing that a letter lacks, at its own field', () => {
    const found = mistakes([aStep(), aSentStep({ text: ' ', letter: { subject: ' ', topicId: '', senderId: '' } })]);

    expect(found).toEqual([
      { what: 'topic', key: 7, number: 2 },
      { what: 'sender', key: 7, number: 2 },
      { what: 'subject', key: 7, number: 2 },
      { what: 'text', key: 7, number: 2 },
    ]);
    expect(found.map(fieldIdOf)).toEqual(['step-7-topic', 'step-7-sender', 'step-7-subject', 'step-7-text']);
  });

  it('is a topic that is gone, but not one that is not read yet', () => {
    const step = aSentStep({ letter: { ...LETTER, topicId: 'retired' } });

    expect(whatIn([step])).toEqual(['topic_gone']);
    expect(mistakes([step], { ...KNOWN, topicIds: undefined })).toEqual([]);
  });

  it('is a bracket that nothing fills in, and only in what is sent', () => {
    const text = 'Guten Tag {first_name}, hier ist {vorname}.';

    expect(mistakes([aSentStep({ text })])).toEqual([{ what: 'unknown_field', field: 'vorname', key: 7, number: 1 }]);
    expect(mistakes([aStep({ text })])).toEqual([]);
  });

  it('is nothing about letters where every step is a task, whatever stands in them', () => {
    const letter = fc.record({ subject: fc.string(), topicId: fc.string(), senderId: fc.string() });
    const step = fc.record({ text: fc.string(), isSent: fc.boolean(), letter }).map((changes) => aStep(changes));

    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const tasks = forBoutique({ ...emptySequence(''), name: 'Kennenlernen', steps });
        expect(mistakesInSequence(tasks, KNOWN)).toEqual([]);
      }),
    );
  });
});
