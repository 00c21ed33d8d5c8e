import { useId, useState } from 'react';
import type { FormMistake } from '#ground/ui/Form.tsx';

interface Wish<Draft, Mistake extends string> {
  start: Draft;
  /** All that can be wrong; each has a field. */
  mistakes: readonly Mistake[];
  find: (draft: Draft) => Mistake[];
  wordsOf: (mistake: Mistake) => string;
  onSave: (draft: Draft) => void;
}

/** What stands in a form before it is saved, and what is wrong with it once somebody tried. */
export function useDraft<Draft, Mistake extends string>({
  start,
  mistakes,
  find,
  wordsOf,
  onSave,
}: Wish<Draft, Mistake>) {
  const base = useId();
  const [draft, setDraft] = useState(start);
  const [found, setFound] = useState<readonly Mistake[]>([]);
  const ids = Object.fromEntries(mistakes.map((mistake) => [mistake, `${base}-${mistake}`])) as Record<Mistake, string>;
  return {
    draft,
    ids,
    change: (change: Partial<Draft>) => setDraft({ ...draft, ...change }),
    errorOf: (mistake: Mistake) => (found.includes(mistake) ? wordsOf(mistake) : undefined),
    listed: found.map((mistake): FormMistake => ({ fieldId: ids[mistake], message: wordsOf(mistake) })),
    save: () => {
      const now = find(draft);
      setFound(now);
      if (now.length === 0) onSave(draft);
    },
  };
}
