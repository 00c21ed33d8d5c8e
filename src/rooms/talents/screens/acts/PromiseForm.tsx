import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import { givePromise } from '../../contract.ts';
import { dayFromWords } from '../../due-words.ts';
import { DueField } from '../shared/DueField.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import { usePartAct } from '../shared/use-part-act.ts';
import styles from './act-frame.module.css';
import { ActFrame } from './ActFrame.tsx';

/** What is promised, and by when, in words. */
export function PromiseForm({ talentId, onDone }: { talentId: string; onDone: () => void }) {
  const t = useMessages('talents');
  const today = useToday();
  const [what, setWhat] = useState('');
  const [when, setWhen] = useState('');
  const dueOn = dayFromWords(when, today);
  const give = usePartAct(givePromise, t('promise.done'), onDone);
  return (
    <ActFrame
      title={t('promise.give')}
      save={t('promise.save')}
      busy={give.isPending}
      isEmpty={what.trim() === '' || dueOn === undefined}
      problem={give.error}
      onSave={() => dueOn && give.mutate({ params: { talentId }, body: { what: what.trim(), dueOn } })}
      onLeave={onDone}
    >
      <div className={styles.row}>
        <TextField
          label={t('promise.what')}
          maxLength={300}
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        <DueField label={t('promise.when')} words={when} onWords={setWhen} />
      </div>
    </ActFrame>
  );
}
