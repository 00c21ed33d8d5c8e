import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { givePromise } from '#rooms/talents/contract.ts';
import { readDay } from '../../contract-today.ts';
import { ActFrame } from './ActFrame.tsx';
import { DayField, quickDays } from './DayField.tsx';

interface PromiseFormProps {
  talentId: string;
  onDone: (actId: string) => void;
  onLeave: () => void;
}

/** What is promised, and by when, in plain words. */
export function PromiseForm({ talentId, onDone, onLeave }: PromiseFormProps) {
  const t = useMessages('care');
  const [what, setWhat] = useState('');
  const [words, setWords] = useState('');
  const asked = words.trim();
  const { data: day } = useRead(readDay, { query: { words: asked } }, { enabled: asked !== '' });
  const give = useAct(givePromise, { onDone: ({ actId }) => onDone(actId) });
  const dueOn = day && !day.isPast ? day.on : null;
  return (
    <ActFrame
      title={t('promise.title')}
      save={t('promise.save')}
      busy={give.isPending}
      isEmpty={what.trim() === '' || dueOn === null}
      problem={give.error}
      onSave={() => dueOn && give.mutate({ params: { talentId }, body: { what: what.trim(), dueOn } })}
      onLeave={onLeave}
    >
      <TextField
        label={t('promise.what')}
        maxLength={300}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <DayField label={t('promise.when')} words={words} onWords={setWords} quick={quickDays(t)} />
    </ActFrame>
  );
}
