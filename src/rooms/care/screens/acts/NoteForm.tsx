import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { TextArea } from '#ground/ui/TextField.tsx';
import { addNote } from '#rooms/talents/contract.ts';
import { ActFrame } from './ActFrame.tsx';

interface NoteFormProps {
  talentId: string;
  onDone: (actId: string) => void;
  onLeave: () => void;
}

/** A note about the person, who can read it. */
export function NoteForm({ talentId, onDone, onLeave }: NoteFormProps) {
  const t = useMessages('care');
  const [body, setBody] = useState('');
  const add = useAct(addNote, { onDone: ({ actId }) => onDone(actId) });
  return (
    <ActFrame
      title={t('note.title')}
      save={t('note.save')}
      busy={add.isPending}
      isEmpty={body.trim() === ''}
      problem={add.error}
      onSave={() => add.mutate({ params: { talentId }, body: { body: body.trim() } })}
      onLeave={onLeave}
    >
      <TextArea
        label={t('note.text')}
        help={t('note.readable')}
        voice="human"
        maxLength={20_000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
    </ActFrame>
  );
}
