import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { changeMembership } from '../../contract.ts';
import { forgetPools } from '../shared/forget-pools.ts';
import { dayAfter } from '../shared/day-after.ts';
import { useSaid } from '../shared/use-said.ts';

interface MembershipDialogProps {
  poolId: string;
  talentId: string;
  name: string;
  open: boolean;
  onClose: () => void;
}

/** Why somebody is here, in somebody's own words. */
export function ReasonDialog({ reason, ...props }: MembershipDialogProps & { reason: string }) {
  const t = useMessages('pools');
  const { open, onClose, name } = props;
  const [words, setWords] = useState(reason);
  const { change, problem, isSaving } = useChange(props, t('board.why_saved'));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('why.title', { name })}
      answers={
        <>
          <Button
            look="filled"
            busy={isSaving}
            disabled={words.trim() === ''}
            onClick={() => change({ reason: words.trim() })}
          >
            {t('why.save')}
          </Button>
          <Button onClick={onClose}>{t('why.leave')}</Button>
        </>
      }
    >
      <TextArea
        label={t('why.label')}
        labelHidden
        voice="human"
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {problem && <ProblemNote problem={problem} kept={t('form.kept')} />}
    </Dialog>
  );
}

/** Long enough that it is a rest. */
const USUAL_DAYS = 90;

export function RestDialog(props: MembershipDialogProps) {
  const t = useMessages('pools');
  const formats = useFormats();
  const today = useToday();
  const { open, onClose, name } = props;
  const [until, setUntil] = useState(() => dayAfter(today, USUAL_DAYS));
  const isPast = until !== '' && until <= today;
  const { change, problem, isSaving } = useChange(
    props,
    t('board.rested', { name, date: until ? formats.dateLong(until) : '' }),
  );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('rest.title', { name })}
      answers={
        <>
          <Button
            look="filled"
            busy={isSaving}
            disabled={until === '' || isPast}
            onClick={() => change({ pausedUntil: until })}
          >
            {t('rest.save')}
          </Button>
          <Button onClick={onClose}>{t('rest.leave')}</Button>
        </>
      }
    >
      <TextField
        label={t('rest.label')}
        type="date"
        min={dayAfter(today, 1)}
        error={isPast ? t('rest.past') : undefined}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      {problem && <ProblemNote problem={problem} />}
    </Dialog>
  );
}

function useChange({ poolId, talentId, onClose }: MembershipDialogProps, message: string) {
  const cache = useQueryClient();
  const say = useSaid();
  const act = useAct(changeMembership, {
    onDone: ({ actId }) => {
      say(message, actId);
      void forgetPools(cache);
      onClose();
    },
  });
  return {
    change: (body: { reason?: string; pausedUntil?: string }) => act.mutate({ params: { poolId, talentId }, body }),
    problem: act.error,
    isSaving: act.isPending,
  };
}
