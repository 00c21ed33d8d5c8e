import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { TextArea, TextField } from '#ground/ui/TextField.tsx';
import { logTouchpoint } from '../../contract.ts';
import { dayFromWords } from '../../due-words.ts';
import type { Channel, Direction } from '../../types.ts';
import { DueField } from '../shared/DueField.tsx';
import { useToday } from '#ground/i18n/use-formats.ts';
import { usePartAct } from '../shared/use-part-act.ts';
import styles from './act-frame.module.css';
import { ActFrame } from './ActFrame.tsx';

/** Ways that people log by hand; newsletters and applications come from elsewhere. */
const CHANNELS = [
  'phone',
  'mail',
  'meeting',
  'message',
  'linkedin',
  'xing',
  'event',
  'letter',
] as const satisfies Channel[];
const DIRECTIONS = ['ours', 'theirs'] as const;

interface Draft {
  channel: Channel;
  direction: Direction;
  on: string;
  body: string;
  nextStep: string;
  nextWhen: string;
}

/** What was said, by which way, from whom, and what follows: one act that can be taken back as one. */
export function ContactForm({ talentId, onDone }: { talentId: string; onDone: () => void }) {
  const t = useMessages('talents');
  const today = useToday();
  const [draft, setDraft] = useState<Draft>({
    channel: 'phone',
    direction: 'ours',
    on: today,
    body: '',
    nextStep: '',
    nextWhen: '',
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const log = usePartAct(logTouchpoint, t('contact.done'), onDone);
  const nextStepOn = dayFromWords(draft.nextWhen, today);
  const save = () => log.mutate({ params: { talentId }, body: contactOf(draft, { today, nextStepOn }) });
  return (
    <ActFrame
      title={t('contact.open')}
      save={t('contact.save')}
      busy={log.isPending}
      isEmpty={draft.on > today || draft.on === ''}
      problem={log.error}
      onSave={save}
      onLeave={onDone}
    >
      <TextArea
        label={t('contact.what')}
        optional
        voice="human"
        maxLength={20_000}
        value={draft.body}
        onChange={(event) => set({ body: event.target.value })}
      />
      <div>
        <p className={styles.legend}>{t('contact.channel')}</p>
        <Chips
          label={t('contact.channel')}
          value={draft.channel}
          options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onChoose={(channel) => set({ channel })}
        />
      </div>
      <div className={styles.row}>
        <div>
          <p className={styles.legend}>{t('contact.direction')}</p>
          <Chips
            label={t('contact.direction')}
            value={draft.direction}
            options={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
            onChoose={(direction) => set({ direction })}
          />
        </div>
        <TextField
          label={t('contact.on')}
          type="date"
          max={today}
          value={draft.on}
          onChange={(event) => set({ on: event.target.value })}
        />
      </div>
      <div className={styles.row}>
        <TextField
          label={t('contact.next')}
          optional
          maxLength={200}
          value={draft.nextStep}
          onChange={(event) => set({ nextStep: event.target.value })}
        />
        <DueField
          label={t('contact.next_when')}
          optional
          words={draft.nextWhen}
          onWords={(nextWhen) => set({ nextWhen })}
        />
      </div>
    </ActFrame>
  );
}

/** A contact of today happened now; one of another day at noon, because nobody remembers the hour. */
function contactOf(
  { channel, direction, on, body, nextStep }: Draft,
  { today, nextStepOn }: { today: string; nextStepOn: string | undefined },
) {
  const next = nextStep.trim() !== '' || nextStepOn !== undefined;
  return {
    channel,
    direction,
    body: body.trim() || null,
    ...(on === today ? {} : { occurredAt: `${on}T12:00:00.000Z` }),
    ...(next ? { nextStep: nextStep.trim() || null, nextStepOn: nextStepOn ?? null } : {}),
  };
}
