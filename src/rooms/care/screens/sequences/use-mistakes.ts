import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { FormMistake } from '#ground/ui/Form.tsx';
import { useSequenceLetters } from '#ground/ui/sequence-letters.ts';
import { useTopics } from '#rooms/consent/web.tsx';
import type { SequenceDraft } from './sequence-draft.ts';
import { fieldIdOf, mistakesInSequence, type SequenceMistake } from './sequence-mistakes.ts';

const NO_FIELDS: readonly string[] = [];

/** The mistakes of the last attempt, as sentences: for the summary, and for each field. */
export function useMistakes() {
  const t = useMessages('care');
  const topics = useTopics();
  const mergeFields = useSequenceLetters()?.mergeFields ?? NO_FIELDS;
  const [mistakes, setMistakes] = useState<SequenceMistake[]>([]);
  const sentenceOf = (mistake: SequenceMistake) =>
    t(`sequence.mistake.${mistake.what}`, { field: 'key' in mistake ? (mistake.field ?? '') : '' });
  return {
    /** @returns whether it can be saved */
    check: (draft: SequenceDraft): boolean => {
      const topicIds = topics.length === 0 ? undefined : topics.map(({ id }) => id);
      const found = mistakesInSequence(draft, { topicIds, mergeFields });
      setMistakes(found);
      return found.length === 0;
    },
    summary: mistakes.map((mistake): FormMistake => ({
      fieldId: fieldIdOf(mistake),
      message:
        'key' in mistake
          ? t('sequence.mistake.in_step', { number: mistake.number, what: sentenceOf(mistake) })
          : sentenceOf(mistake),
    })),
    errorOf: (fieldId: string): string | undefined => {
      const mistake = mistakes.find((one) => fieldIdOf(one) === fieldId);
      return mistake && sentenceOf(mistake);
    },
  };
}
