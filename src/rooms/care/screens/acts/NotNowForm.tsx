import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { sayNotNow } from '../../contract-today.ts';
import type { Acted } from '../../schema-today.ts';
import { ActFrame } from './ActFrame.tsx';
import { EMPTY_NOT_NOW, NotNowFields, notNowOf } from './NotNowFields.tsx';

interface NotNowFormProps {
  reminderId: string;
  onDone: (acted: Acted) => void;
  onLeave: () => void;
}

/** "Not now, because …, come back on …" */
export function NotNowForm({ reminderId, onDone, onLeave }: NotNowFormProps) {
  const t = useMessages('care');
  const [draft, setDraft] = useState(EMPTY_NOT_NOW);
  const act = useAct(sayNotNow, { onDone });
  return (
    <ActFrame
      title={t('not_now.title')}
      save={t('not_now.save')}
      busy={act.isPending}
      isEmpty={draft.words.trim() === ''}
      problem={act.error}
      onSave={() => act.mutate({ params: { reminderId }, body: notNowOf(draft) })}
      onLeave={onLeave}
    >
      <NotNowFields draft={draft} onDraft={setDraft} />
    </ActFrame>
  );
}
