import { useState } from 'react';
import { useAct } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { logTouchpoint } from '#rooms/talents/contract.ts';
import type { QueueEntry } from '../../schema-today.ts';
import { useToday } from '../shared/today.ts';
import { ActFrame } from './ActFrame.tsx';
import styles from './acts.module.css';
import { WayOfReaching } from './WayOfReaching.tsx';

/** Ways that people use themselves; newsletters and applications come from elsewhere. */
const CHANNELS = ['phone', 'mail', 'meeting', 'message', 'linkedin', 'event', 'letter'] as const;
type Channel = (typeof CHANNELS)[number];
const DIRECTIONS = ['ours', 'theirs'] as const;

/** The words of the consent room and those of a contact differ for post and short messages. */
const CHANNEL_OF: Record<QueueEntry['suggestedChannel'], Channel> = {
  mail: 'mail',
  phone: 'phone',
  post: 'letter',
  messenger: 'message',
  linkedin: 'linkedin',
  meeting: 'meeting',
};

interface ContactFormProps {
  entry: QueueEntry;
  onDone: (actId: string) => void;
  onLeave: () => void;
}

/** What was said, by which way, from whom: with the number to call or the profile to open right beside it. */
export function ContactForm({ entry, onDone, onLeave }: ContactFormProps) {
  const t = useMessages('care');
  const today = useToday();
  const [channel, setChannel] = useState<Channel>(CHANNEL_OF[entry.suggestedChannel]);
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('ours');
  const [on, setOn] = useState(today);
  const [body, setBody] = useState('');
  const log = useAct(logTouchpoint, { onDone: ({ actId }) => onDone(actId) });
  const save = () =>
    log.mutate({
      params: { talentId: entry.person.id },
      body: {
        channel,
        direction,
        body: body.trim() || null,
        // One of today happened now; one of another day at noon, because nobody remembers the hour.
        ...(on === today ? {} : { occurredAt: `${on}T12:00:00.000Z` }),
      },
    });
  return (
    <ActFrame
      title={t('contact.title')}
      save={t('contact.save')}
      busy={log.isPending}
      isEmpty={on === '' || on > today}
      problem={log.error}
      onSave={save}
      onLeave={onLeave}
    >
      <WayOfReaching talentId={entry.person.id} channel={channel} contact={entry.contact} />
      <TextArea
        label={t('contact.what')}
        optional
        voice="human"
        maxLength={20_000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <div>
        <p className={styles.legend}>{t('contact.channel')}</p>
        <Chips
          label={t('contact.channel')}
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: t(`contact.way.${value}`) }))}
          onChoose={setChannel}
        />
      </div>
      <div className={styles.row}>
        <div>
          <p className={styles.legend}>{t('contact.direction')}</p>
          <Chips
            label={t('contact.direction')}
            value={direction}
            options={DIRECTIONS.map((value) => ({ value, label: t(`contact.from.${value}`) }))}
            onChoose={setDirection}
          />
        </div>
        <TextField
          label={t('contact.on')}
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
    </ActFrame>
  );
}
