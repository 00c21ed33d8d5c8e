import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats, useToday } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { keepPromise, logTouchpoint } from '#rooms/talents/contract.ts';
import type { QueueEntry, Reason } from '../../schema-today.ts';
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
  /** The acts that made it, the last first. */
  onDone: (actIds: string[]) => void;
  onLeave: () => void;
}

/** What was said, by which way, from whom: with the number to call or the profile to open right beside it. */
export function ContactForm({ entry, onDone, onLeave }: ContactFormProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const today = useToday();
  const [channel, setChannel] = useState<Channel>(CHANNEL_OF[entry.suggestedChannel]);
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('ours');
  const [on, setOn] = useState(today);
  const [body, setBody] = useState('');
  const promises = entry.reasons.filter((reason) => reason.kind === 'promise');
  const [isKept, setKept] = useState(entry.reasons[0]?.kind === 'promise');
  const log = useAct(logTouchpoint, {
    onDone: ({ actId }) => void keepAll(isKept ? promises : [], entry.person.id).then((ids) => onDone([...ids, actId])),
  });
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
      {promises.length > 0 && (
        <Checkbox checked={isKept} onMark={setKept}>
          {t('contact.keeps', { count: promises.length, what: formats.quote(promises[0]?.what ?? '') })}
        </Checkbox>
      )}
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

/** One that cannot be kept any more stays what it is: the contact is logged all the same, and Today goes on showing the promise. */
async function keepAll(promises: readonly Extract<Reason, { kind: 'promise' }>[], talentId: string): Promise<string[]> {
  const kept = await Promise.allSettled(
    promises.map(({ promiseId }) => call(keepPromise, { params: { talentId, partId: promiseId } })),
  );
  return kept.flatMap((one) => (one.status === 'fulfilled' ? [one.value.actId] : []));
}
