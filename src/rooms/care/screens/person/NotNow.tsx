import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Quoted } from '#ground/ui/Said.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { endNotNow, setNotNow } from '../../contract-person.ts';
import type { PersonCare } from '../../schema-person.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import { EMPTY_NOT_NOW, NotNowFields, notNowOf } from '../acts/NotNowFields.tsx';
import { forgetCare } from '../shared/forget-care.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import { useUndo } from '../shared/use-undo.ts';
import styles from './care-panel.module.css';

interface NotNowProps {
  talentId: string;
  notNow: PersonCare['notNow'];
}

/** The structured answer "not now": it holds until its day, or until somebody ends it. */
export function NotNow({ talentId, notNow }: NotNowProps) {
  const t = useMessages('care');
  const mayWork = useMay('care.work');
  const [isOpen, setOpen] = useState(false);
  if (notNow) return <Holding talentId={talentId} notNow={notNow} mayEnd={mayWork} />;
  if (!mayWork) return null;
  if (!isOpen) {
    return (
      <Button look="bare" className={styles.act} onClick={() => setOpen(true)}>
        {t('person.not_now')}
      </Button>
    );
  }
  return <NotNowEditor talentId={talentId} onLeave={() => setOpen(false)} />;
}

function NotNowEditor({ talentId, onLeave }: { talentId: string; onLeave: () => void }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const cache = useQueryClient();
  const undo = useUndo();
  const [draft, setDraft] = useState(EMPTY_NOT_NOW);
  const params = { talentId };
  const act = useAct(setNotNow, {
    onDone: ({ comeBackOn }) => {
      showToast({
        message: t('person.not_now_done', { day: dayWords(comeBackOn) }),
        undo: () => undo(() => call(endNotNow, { params })),
      });
      void forgetCare(cache);
      onLeave();
    },
  });
  return (
    <ActFrame
      title={t('not_now.title')}
      save={t('not_now.save')}
      busy={act.isPending}
      isEmpty={draft.words.trim() === ''}
      problem={act.error}
      onSave={() => act.mutate({ params, body: notNowOf(draft) })}
      onLeave={onLeave}
    >
      <NotNowFields draft={draft} onDraft={setDraft} />
    </ActFrame>
  );
}

interface HoldingProps {
  talentId: string;
  notNow: NonNullable<PersonCare['notNow']>;
  mayEnd: boolean;
}

function Holding({ talentId, notNow, mayEnd }: HoldingProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const dayWords = useDayWords();
  const cache = useQueryClient();
  const undo = useUndo();
  const { reasonKind, reason, comeBackOn, recordedBy, recordedAt } = notNow;
  const params = { talentId };
  const end = useAct(endNotNow, {
    onDone: () => {
      const body = { reasonKind, reason: reason ?? '', comeBack: { until: comeBackOn } };
      showToast({
        message: t('person.not_now_ended'),
        undo: () => undo(() => call(setNotNow, { params, body })),
      });
      void forgetCare(cache);
    },
  });
  return (
    <div className={styles.holding}>
      <p>
        <b>{t('person.holds', { day: dayWords(comeBackOn) })}</b> {t(`not_now.reason.${reasonKind}`)}
      </p>
      {reason && <Quoted words={reason} />}
      <p className={styles.note}>
        {t(recordedBy ? 'person.recorded_by' : 'person.recorded', {
          name: recordedBy?.name ?? '',
          day: formats.dateLong(recordedAt),
        })}
      </p>
      {mayEnd && (
        <Button look="bare" className={styles.act} busy={end.isPending} onClick={() => end.mutate({ params })}>
          {t('person.end_not_now')}
        </Button>
      )}
      {end.error && <ProblemNote problem={end.error} />}
    </div>
  );
}
