import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SelectField } from '#ground/ui/SelectField.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { TextField } from '#ground/ui/TextField.tsx';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addLifeEvent, readPersonCare, removeLifeEvent } from '../../contract-person.ts';
import { readToday } from '../../contract-today.ts';
import type { LifeEvent } from '../../schema-person.ts';
import { LIFE_EVENT_KINDS, type LifeEventKind } from '../../types.ts';
import { ActFrame } from '../acts/ActFrame.tsx';
import { useDayWords } from '../shared/use-day-words.ts';
import { useUndo } from '../shared/use-undo.ts';
import styles from './care-panel.module.css';

const STALE = [readPersonCare, readToday];

/** Days that matter to the person: Today names them when they come. */
export function LifeEvents({ talentId, events }: { talentId: string; events: readonly LifeEvent[] }) {
  const t = useMessages('care');
  const mayWork = useMay('care.work');
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('person.days')}
      extra={
        mayWork &&
        !isAdding && (
          <button type="button" className={textStyles.link} onClick={() => setAdding(true)}>
            {t('person.add_day')}
          </button>
        )
      }
    >
      {events.length === 0 && !isAdding && <p className={styles.quiet}>{t('person.no_days')}</p>}
      <ul>
        {events.map((event) => (
          <EventLine key={event.id} talentId={talentId} event={event} mayRemove={mayWork} />
        ))}
      </ul>
      {isAdding && <EventForm talentId={talentId} onLeave={() => setAdding(false)} />}
    </Section>
  );
}

interface EventLineProps {
  talentId: string;
  event: LifeEvent;
  mayRemove: boolean;
}

function EventLine({ talentId, event, mayRemove }: EventLineProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const dayWords = useDayWords();
  const undo = useUndo();
  const { id, kind, onDate, isYearly, note, remindsOn } = event;
  const remove = useAct(removeLifeEvent, {
    stale: STALE,
    onDone: () =>
      showToast({
        message: t('person.day_removed'),
        undo: () =>
          undo(() => call(addLifeEvent, { params: { talentId }, body: { kind, onDate, isYearly, note: note ?? '' } })),
      }),
  });
  return (
    <li className={styles.line}>
      <span className={styles.name}>{t(`life_event.${kind}`)}</span>
      <span>{formats.dateLong(onDate)}</span>
      <span className={styles.note}>
        {[
          note,
          isYearly && t('person.yearly'),
          remindsOn ? t('person.reminds', { day: dayWords(remindsOn) }) : t('person.over'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {mayRemove && (
        <span className={styles.note}>
          <Button
            look="bare"
            className={styles.act}
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { talentId, lifeEventId: id } })}
          >
            {t('person.remove_day')}
          </Button>
        </span>
      )}
      {remove.error && <ProblemNote problem={remove.error} />}
    </li>
  );
}

function EventForm({ talentId, onLeave }: { talentId: string; onLeave: () => void }) {
  const t = useMessages('care');
  const [kind, setKind] = useState<LifeEventKind>('contract_end');
  const [onDate, setDay] = useState('');
  const [isYearly, setYearly] = useState(false);
  const [note, setNote] = useState('');
  const add = useAct(addLifeEvent, {
    stale: STALE,
    onDone: () => {
      showToast({ message: t('person.day_added') });
      onLeave();
    },
  });
  return (
    <ActFrame
      title={t('person.day_title')}
      save={t('person.day_save')}
      busy={add.isPending}
      isEmpty={onDate === ''}
      problem={add.error}
      onSave={() => add.mutate({ params: { talentId }, body: { kind, onDate, isYearly, note: note.trim() } })}
      onLeave={onLeave}
    >
      <SelectField
        label={t('person.day_kind')}
        value={kind}
        options={LIFE_EVENT_KINDS.map((value) => ({ value, label: t(`life_event.${value}`) }))}
        onChoose={(value) => setKind(LIFE_EVENT_KINDS.find((one) => one === value) ?? kind)}
      />
      <TextField
        type="date"
        label={t('person.day_on')}
        value={onDate}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        label={t('person.day_note')}
        optional
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Checkbox checked={isYearly} onMark={setYearly}>
        {t('person.yearly')}
      </Checkbox>
    </ActFrame>
  );
}
