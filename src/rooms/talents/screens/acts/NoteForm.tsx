import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { addNote } from '../../contract.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import { usePartAct } from '../shared/use-part-act.ts';
import styles from './act-frame.module.css';
import { ActFrame } from './ActFrame.tsx';

/** A note. The person can read it; what was seen on the web names its place and day. */
export function NoteForm({ talentId, onDone }: { talentId: string; onDone: () => void }) {
  const t = useMessages('talents');
  const today = useToday();
  const [body, setBody] = useState('');
  const [url, setUrl] = useState<string>();
  const add = usePartAct(addNote, t('note.done'), onDone);
  const source = url?.trim() ? { sourceUrl: url.trim(), sourceSeenOn: today } : {};
  return (
    <ActFrame
      title={t('note.open')}
      save={t('note.save')}
      busy={add.isPending}
      isEmpty={body.trim() === ''}
      problem={add.error}
      onSave={() => add.mutate({ params: { talentId }, body: { body: body.trim(), ...source } })}
      onLeave={onDone}
    >
      <TextArea
        label={t('note.text')}
        help={t('note.readable')}
        voice="human"
        maxLength={20_000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      {url === undefined ? (
        <div className={styles.hint}>
          <Button look="bare" onClick={() => setUrl('')}>
            {t('note.from_web')}
          </Button>
        </div>
      ) : (
        <TextField
          label={t('note.source')}
          help={t('note.source_help')}
          type="url"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      )}
    </ActFrame>
  );
}
