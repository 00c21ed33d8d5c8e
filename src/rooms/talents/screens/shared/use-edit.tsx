import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { ApiProblem, call } from '#ground/http/client.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { editTalent } from '../../contract.ts';
import type { TalentFacts } from '../../schema.ts';
import type { changes as changesSchema, TalentField } from '../../schema-write.ts';
import { type Conflict, ConflictDialog } from './ConflictDialog.tsx';
import { forgetTalents } from './forget-talents.ts';
import { useSaid } from './use-said.ts';

export type Changes = z.input<typeof changesSchema>;
interface Editing {
  talentId: string;
  /** The version that was seen. */
  version: number;
  changes: Changes;
}
export interface EditWatchers {
  onSaved?: (talent: TalentFacts) => void;
  /** With the reason, in the reader's words. */
  onFailed?: (reason: string) => void;
}

/** Saves fields of a person. Somebody who was faster is named, and the reader chooses; nothing is overwritten silently. */
export function useEdit() {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const say = useSaid();
  const words = useProblemWords();
  const [open, setOpen] = useState<{ conflict: Conflict; again: () => void; giveUp: () => void }>();

  const edit = async (editing: Editing, watchers: EditWatchers = {}): Promise<void> => {
    const [field = ''] = Object.keys(editing.changes);
    try {
      const { talentId, ...body } = editing;
      const { actId, talent } = await call(editTalent, { params: { talentId }, body });
      watchers.onSaved?.(talent);
      say(t('edit.saved', { field: t(`field.${field}`) }), actId);
    } catch (problem) {
      const currentVersion = overtakenBy(problem);
      if (currentVersion === undefined) {
        const reason = words(problem);
        watchers.onFailed?.(reason);
        showToast({ message: reason });
        return;
      }
      setOpen({
        conflict: {
          talentId: editing.talentId,
          field,
          mine: editing.changes[field as TalentField],
          seenVersion: editing.version,
          currentVersion,
        },
        again: () => void edit({ ...editing, version: currentVersion }, watchers).then(() => forgetTalents(cache)),
        giveUp: () => {
          watchers.onFailed?.(words(problem));
          void forgetTalents(cache);
        },
      });
    }
  };
  const settle = (act: () => void) => {
    setOpen(undefined);
    act();
  };
  const conflictDialog = open && (
    <ConflictDialog conflict={open.conflict} onTheirs={() => settle(open.giveUp)} onMine={() => settle(open.again)} />
  );
  return { edit, conflictDialog };
}

/** The version that is there now, if somebody was faster. */
const overtakenBy = (problem: unknown): number | undefined =>
  problem instanceof ApiProblem && problem.code === 'talents.changed_meanwhile'
    ? Number(problem.params.version)
    : undefined;
