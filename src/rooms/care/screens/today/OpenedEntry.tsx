import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import type { QueueEntry, TodayEntry } from '../../schema-today.ts';
import { ContactForm } from '../acts/ContactForm.tsx';
import { HandOverForm } from '../acts/HandOverForm.tsx';
import { NoteForm } from '../acts/NoteForm.tsx';
import { NotNowForm } from '../acts/NotNowForm.tsx';
import { PromiseForm } from '../acts/PromiseForm.tsx';
import { SnoozeForm } from '../acts/SnoozeForm.tsx';
import { ContactWays } from '../shared/ContactWays.tsx';
import { useDayWords } from '../shared/use-day-words.ts';
import styles from './entry.module.css';
import { LastWords } from './LastWords.tsx';
import { Suggestion } from './Suggestion.tsx';
import type { EntryActs } from './use-entry-acts.ts';

export type OpenAct = 'contact' | 'snooze' | 'not_now' | 'hand_over' | 'promise' | 'note';

interface OpenedEntryProps {
  entry: QueueEntry | TodayEntry;
  acts: EntryActs;
  act: OpenAct | undefined;
  onAct: (act: OpenAct | undefined) => void;
  /** The first act takes the focus: somebody came here by key or went on. */
  takesFocus: boolean;
}

/** What was last, what to say, what is allowed, and the five acts. */
export function OpenedEntry({ entry, acts, act, onAct, takesFocus }: OpenedEntryProps) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const mayWork = useMay('care.work');
  const mayWrite = useMay('campaigns.write');
  return (
    <div className={styles.more}>
      <dl className={styles.details}>
        <dt>{t('entry.last')}</dt>
        <dd>
          <LastWords last={entry.lastContact} />
        </dd>
        <dt>{t('entry.suggestion')}</dt>
        <dd>
          <Suggestion entry={entry} />
        </dd>
        <dt>{t('entry.allowed')}</dt>
        <dd className={styles.allowed}>
          <ContactWays contact={entry.contact} />
          <span className={styles.note}>{t('entry.until', { day: dayWords(entry.endsOn) })}</span>
          {mayWrite && (
            <Link
              to="/talents/$talentId/letter"
              params={{ talentId: entry.person.id }}
              search={{ from: 'today' }}
              className={textStyles.link}
            >
              {t('entry.letter')}
            </Link>
          )}
        </dd>
      </dl>
      {mayWork && act === undefined && <Acts acts={acts} onAct={onAct} takesFocus={takesFocus} />}
      {mayWork && act && <OpenForm entry={entry} acts={acts} act={act} onLeave={() => onAct(undefined)} />}
    </div>
  );
}

function Acts({ acts, onAct, takesFocus }: Pick<OpenedEntryProps, 'acts' | 'onAct' | 'takesFocus'>) {
  const t = useMessages('care');
  const mayHandOver = useMay('care.hand_over');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus({ preventScroll: true });
    if (takesFocus) first.current?.closest('article')?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus]);
  return (
    <div className={styles.acts}>
      <Button ref={first} look="filled" keys="c" onClick={() => onAct('contact')}>
        {t('entry.act.contact')}
      </Button>
      <Button keys="s" onClick={() => onAct('snooze')}>
        {t('entry.act.snooze')}
      </Button>
      <Button keys="w" onClick={() => onAct('not_now')}>
        {t('entry.act.not_now')}
      </Button>
      {mayHandOver && (
        <Button keys="u" onClick={() => onAct('hand_over')}>
          {t('entry.act.hand_over')}
        </Button>
      )}
      <Button keys="d" onClick={() => void acts.done()}>
        {t('entry.act.done')}
      </Button>
    </div>
  );
}

interface OpenFormProps {
  entry: QueueEntry;
  acts: EntryActs;
  act: OpenAct;
  onLeave: () => void;
}

function OpenForm({ entry, acts, act, onLeave }: OpenFormProps) {
  const t = useMessages('care');
  const { reminderId } = acts;
  const talentId = entry.person.id;
  const keep = (message: string) => (actId: string) => {
    acts.kept(message, actId);
    onLeave();
  };
  switch (act) {
    case 'contact':
      return <ContactForm entry={entry} onDone={acts.logged} onLeave={onLeave} />;
    case 'snooze':
      return <SnoozeForm reminderId={reminderId} onDone={acts.snoozed} onLeave={onLeave} />;
    case 'not_now':
      return <NotNowForm reminderId={reminderId} onDone={acts.putOff} onLeave={onLeave} />;
    case 'hand_over':
      return (
        <HandOverForm
          reminderId={reminderId}
          addressForm={entry.person.addressForm}
          onDone={acts.handedOver}
          onLeave={onLeave}
        />
      );
    case 'promise':
      return <PromiseForm talentId={talentId} onDone={keep(t('said.promise'))} onLeave={onLeave} />;
    default:
      return <NoteForm talentId={talentId} onDone={keep(t('said.note'))} onLeave={onLeave} />;
  }
}
