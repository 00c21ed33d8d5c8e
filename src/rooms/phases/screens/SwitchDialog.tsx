import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Dialog } from '#ground/ui/Dialog.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { listPhaseLog, readPhases, switchPhase, takeBackPhase } from '../contract.ts';
import type { PhaseLogEntry } from '../schema.ts';
import type { Phase } from '../types.ts';
import { PHASES } from '../types.ts';
import styles from './phase-page.module.css';
import type { Standing } from './PhasePage.tsx';

/** Which phase from when on, and why. What it changes stands below each choice. */
export function SwitchDialog({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const t = useMessages('phases');
  const today = useToday();
  const say = useSaySwitched();
  const [phase, setPhase] = useState<Phase>();
  const [sinceOn, setSinceOn] = useState(today);
  const [note, setNote] = useState('');
  const act = useAct(switchPhase, {
    stale: [readPhases, listPhaseLog],
    onDone: (entry) => {
      say(entry);
      onClose();
    },
  });
  const isLate = sinceOn > today;
  const { entityId, unitId, name, current } = standing;
  const turn = () =>
    phase && act.mutate({ body: { entityId, unitId, phase, sinceOn, note, replaces: current?.id ?? null } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('switch.question', { place: name })}
      answers={
        <>
          <Button
            look="filled"
            busy={act.isPending}
            disabled={!phase || sinceOn === '' || isLate || phase === current?.phase}
            onClick={turn}
          >
            {phase ? t(`switch.to.${phase}`) : t('switch.choose')}
          </Button>
          <Button onClick={onClose}>{current ? t(`switch.keep.${current.phase}`) : t('switch.leave')}</Button>
        </>
      }
    >
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('switch.phase')}</legend>
        {PHASES.map((one) => (
          <Radio
            key={one}
            name="phase"
            checked={(phase ?? current?.phase) === one}
            help={t(`means.${one}`)}
            onChoose={() => setPhase(one)}
          >
            {t(`word.${one}`)}
          </Radio>
        ))}
      </fieldset>
      <TextField
        label={t('switch.since')}
        type="date"
        max={today}
        value={sinceOn}
        error={isLate ? t('errors.since_in_future') : undefined}
        onChange={(event) => setSinceOn(event.target.value)}
      />
      <TextArea
        label={t('switch.note')}
        help={t('switch.note_help')}
        optional
        voice="human"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {act.error && <ProblemNote problem={act.error} kept={t('switch.kept')} />}
    </Dialog>
  );
}

/** Says what holds now, and offers to take it back. */
function useSaySwitched(): (entry: PhaseLogEntry) => void {
  const t = useMessages('phases');
  const formats = useFormats();
  const words = useProblemWords();
  const cache = useQueryClient();
  // Today and the proposals of new plans follow the phase, so nothing that was read before is kept.
  const forget = () => cache.invalidateQueries();
  const takeBack = async (phaseId: string) => {
    try {
      await call(takeBackPhase, { params: { phaseId } });
      showToast({ message: t('switch.taken_back') });
    } catch (problem) {
      showToast({ message: words(problem) });
    }
    await forget();
  };
  return ({ id, phase, sinceOn }) => {
    showToast({
      message: t(`switch.done.${phase}`, { date: formats.dateLong(sinceOn) }),
      undo: () => takeBack(id),
    });
    void forget();
  };
}
