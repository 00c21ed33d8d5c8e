import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { previewBulk, runBulk } from '../../contract.ts';
import { BIN_DAYS } from '../../types.ts';
import { forgetTalents } from '../shared/forget-talents.ts';
import { useSaid } from '../shared/use-said.ts';
import { type ActDraft, type ActKind, actOf, EMPTY_DRAFT, type GivenAct } from './bulk-acts.ts';
import { BulkFields } from './BulkFields.tsx';
import type { GivenSelection } from './selection.ts';
import styles from './bulk-dialog.module.css';

interface BulkDialogProps {
  kind: ActKind;
  selection: GivenSelection;
  /** How many are marked, for the button while nothing is chosen yet. */
  marked: number;
  onClose: () => void;
  onStarted: (actId: string, how: 'done' | 'running') => void;
}

/** One act for many: its field, what it will do and whom it leaves out, and a button that names the effect. */
export function BulkDialog({ kind, selection, marked, onClose, onStarted }: BulkDialogProps) {
  const t = useMessages('talents');
  const cache = useQueryClient();
  const say = useSaid();
  const [draft, setDraft] = useState<ActDraft>(EMPTY_DRAFT);
  const act = actOf(kind, draft);
  const preview = usePreview(selection, act);
  const run = useAct(runBulk, {
    onDone: ({ actId, state, done }) => {
      onStarted(actId, state === 'running' ? 'running' : 'done');
      if (state !== 'running') say(t(`bulk.done.${kind}`, { count: done }), actId);
      void forgetTalents(cache);
    },
  });
  const affected = preview.data?.affected ?? 0;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (act && affected > 0 && !run.isPending) run.mutate({ body: { selection, act } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`bulk.title.${kind}`)}
      answers={
        <>
          <Button
            look={kind === 'delete' ? 'risk' : 'filled'}
            busy={run.isPending}
            disabled={!act || affected === 0}
            onClick={() => submit()}
          >
            {t(`bulk.do.${kind}`, { count: preview.data ? affected : marked })}
          </Button>
          <Button onClick={onClose}>{t(kind === 'delete' ? 'bulk.keep' : 'bulk.leave')}</Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <BulkFields kind={kind} draft={draft} onDraft={setDraft} />
        {kind === 'delete' && <p className={styles.bin}>{t('bulk.bin', { days: BIN_DAYS })}</p>}
        {act && preview.data && <PreviewWords {...preview.data} kind={kind} />}
        <Problem problem={run.error ?? preview.error} />
      </form>
    </Dialog>
  );
}

const Problem = ({ problem }: { problem: unknown }) => (problem ? <ProblemNote problem={problem} /> : null);

function usePreview(selection: GivenSelection, act: GivenAct | undefined) {
  const asked = useDeferredValue(act);
  return useQuery({
    queryKey: [previewBulk.path, selection, asked ?? null],
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(previewBulk, { body: { selection, act: asked ?? { kind: 'delete' } } }, { signal }),
  });
}

interface PreviewWordsProps {
  kind: ActKind;
  selected: number;
  affected: number;
  leftOut: readonly { reason: string; count: number }[];
  runsInBackground: boolean;
}

function PreviewWords({ kind, selected, affected, leftOut, runsInBackground }: PreviewWordsProps) {
  const t = useMessages('talents');
  const formats = useFormats();
  return (
    <output className={styles.preview}>
      <p>{t(`bulk.preview.${kind}`, { count: affected, selected: formats.number(selected) })}</p>
      {leftOut.map(({ reason, count }) => (
        <p key={reason}>{t(`bulk.left_out.${reason}`, { count })}</p>
      ))}
      {runsInBackground && <p>{t('bulk.background')}</p>}
    </output>
  );
}
