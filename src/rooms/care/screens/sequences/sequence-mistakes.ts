import { goesOut, type SequenceDraft, type StepDraft } from './sequence-draft.ts';

export type LetterMistake = 'topic' | 'topic_gone' | 'sender' | 'subject' | 'text' | 'unknown_field';

export type SequenceMistake =
  | { what: 'name' | 'steps' }
  /** `number` as the steps are counted on the screen; `field` are the brackets that nothing fills in. */
  | { what: LetterMistake; key: number; number: number; field?: string };

export interface Known {
  /** Undefined until they are read. */
  topicIds: readonly string[] | undefined;
  /** Words that may stand in curly brackets. */
  mergeFields: readonly string[];
}

/** @returns what has to be put right before it can be saved, in the order of the form */
export const mistakesInSequence = (draft: SequenceDraft, known: Known): SequenceMistake[] => [
  ...(draft.name.trim() === '' ? [{ what: 'name' as const }] : []),
  ...(draft.steps.length === 0 || draft.steps.some(isOddStep) ? [{ what: 'steps' as const }] : []),
  ...draft.steps.flatMap((step, i) =>
    goesOut(step) ? mistakesInLetter(step, known).map((found) => ({ ...found, key: step.key, number: i + 1 })) : [],
  ),
];

const isOddStep = ({ title, afterDays }: StepDraft) =>
  title.trim() === '' || !Number.isInteger(afterDays) || afterDays < 0 || afterDays > 365;

function mistakesInLetter({ letter, text }: StepDraft, { topicIds, mergeFields }: Known) {
  const found: { what: LetterMistake; field?: string }[] = [];
  if (letter.topicId === '') found.push({ what: 'topic' });
  else if (topicIds && !topicIds.includes(letter.topicId)) found.push({ what: 'topic_gone' });
  if (letter.senderId === '') found.push({ what: 'sender' });
  if (letter.subject.trim() === '') found.push({ what: 'subject' });
  const field = unknownField(text, mergeFields);
  if (text.trim() === '') found.push({ what: 'text' });
  else if (field !== undefined) found.push({ what: 'unknown_field', field });
  return found;
}

/** Brackets that nothing fills in would arrive as they stand. */
const unknownField = (text: string, mergeFields: readonly string[]): string | undefined =>
  [...text.matchAll(/\{([^{}\n]{1,40})\}/g)].map(([, word]) => word ?? '').find((word) => !mergeFields.includes(word));

const PLACES: Record<LetterMistake, string> = {
  topic: 'topic',
  topic_gone: 'topic',
  sender: 'sender',
  subject: 'subject',
  text: 'text',
  unknown_field: 'text',
};

export const fieldIdOf = (mistake: SequenceMistake): string =>
  'key' in mistake ? letterFieldId(mistake.key, PLACES[mistake.what]) : `sequence-${mistake.what}`;

export const letterFieldId = (key: number, place: string): string => `step-${key}-${place}`;
