import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { snooze } from '../../contract-today.ts';
import type { Acted } from '../../schema-today.ts';
import { ActFrame } from './ActFrame.tsx';
import { DayField, quickDays } from './DayField.tsx';

interface SnoozeFormProps {
  reminderId: string;
  onDone: (acted: Acted) => void;
  onLeave: () => void;
}

/** Later: on which day, in plain words. */
export function SnoozeForm({ reminderId, onDone, onLeave }: SnoozeFormProps) {
  const t = useMessages('care');
  const [words, setWords] = useState('');
  const act = useAct(snooze, { onDone });
  return (
    <ActFrame
      title={t('snooze.title')}
      save={t('snooze.save')}
      busy={act.isPending}
      isEmpty={words.trim() === ''}
      problem={act.error}
      onSave={() => act.mutate({ params: { reminderId }, body: { words: words.trim() } })}
      onLeave={onLeave}
    >
      <DayField label={t('snooze.when')} words={words} onWords={setWords} quick={quickDays(t)} />
    </ActFrame>
  );
}
