import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { acceptHandover, declineHandover, withdrawHandover } from '../../contract-handover.ts';
import type { Handover } from '../../schema-handover.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import { forgetCare } from '../shared/forget-care.ts';
import sharedStyles from '../shared/shared.module.css';
import styles from './handover.module.css';

/** Accept, decline with a reason, take back. */
export function HandoverActs({ handover }: { handover: Handover }) {
  const t = useMessages('care');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [isDeclining, setDeclining] = useState(false);
  const { id, can, people, from } = handover;
  const params = { handoverId: id };
  const said = (message: string) => () => {
    showToast({ message });
    setDeclining(false);
    void forgetCare(cache);
  };
  const accept = useAct(acceptHandover, { onDone: said(t('handover.accepted', { count: people, name: from.name })) });
  const decline = useAct(declineHandover, { onDone: said(t('handover.declined', { name: from.name })) });
  const withdraw = useAct(withdrawHandover, {
    onDone: () => {
      said(t('handover.withdrawn'))();
      void navigate({ to: '/care/handovers' });
    },
  });
  if (!can.answer && !can.withdraw) return null;
  if (isDeclining) {
    return (
      <div className={styles.decline}>
        <DeclineForm
          busy={decline.isPending}
          problem={decline.error}
          onDecline={(note) => decline.mutate({ params, body: { note } })}
          onLeave={() => setDeclining(false)}
        />
      </div>
    );
  }
  return (
    <div className={classes(sharedStyles.acts, styles.acts)}>
      {can.answer && (
        <>
          <Button look="filled" busy={accept.isPending} onClick={() => accept.mutate({ params, body: {} })}>
            {t('handover.accept', { count: people })}
          </Button>
          <Button onClick={() => setDeclining(true)}>{t('handover.decline')}</Button>
        </>
      )}
      {can.withdraw && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t('handover.withdraw')}
        </Button>
      )}
      {(accept.error ?? withdraw.error) && <ProblemNote problem={accept.error ?? withdraw.error} />}
    </div>
  );
}

interface DeclineFormProps {
  busy: boolean;
  problem: unknown;
  onDecline: (note: string) => void;
  onLeave: () => void;
}

function DeclineForm({ busy, problem, onDecline, onLeave }: DeclineFormProps) {
  const t = useMessages('care');
  const [note, setNote] = useState('');
  return (
    <ActFrame
      title={t('handover.decline_title')}
      save={t('handover.decline')}
      busy={busy}
      isEmpty={note.trim() === ''}
      problem={problem}
      onSave={() => onDecline(note.trim())}
      onLeave={onLeave}
    >
      <TextArea
        label={t('handover.why')}
        help={t('handover.why_help')}
        voice="human"
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </ActFrame>
  );
}
