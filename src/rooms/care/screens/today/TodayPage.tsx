import { Link } from '@tanstack/react-router';
import { IconNote } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Icon } from '#ground/ui/Icon.tsx';
import { KeyCap } from '#ground/ui/KeyCap.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { readToday } from '../../contract-today.ts';
import type { Today } from '../../schema-today.ts';
import { MOST_PER_DAY } from '../../types.ts';
import { Asides } from './Asides.tsx';
import { EmptyToday } from './EmptyToday.tsx';
import { EntryList } from './EntryList.tsx';
import { earlierOn, rememberOrder, useMorning } from './handled.ts';
import { type Slot, slotsOf } from './slots.ts';
import styles from './today-page.module.css';
import { TodaySkeleton } from './TodaySkeleton.tsx';
import { useOpenEntry } from './use-open-entry.ts';

/** What the morning begins with: a handful of people, each with a reason, and then it is over. */
export function TodayPage() {
  const t = useMessages('care');
  const { data, error, refetch } = useRead(readToday, {}, { refetchInterval: 300_000 });
  if (data) return <TodaySheet today={data} problem={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('nav.today')} heading={error ? undefined : <span />}>
      {error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <TodaySkeleton />}
    </Page>
  );
}

interface TodaySheetProps {
  today: Today;
  /** The last attempt to fetch anew failed; what is shown is what was there before. */
  problem: unknown;
  onRetry: () => void;
}

function TodaySheet({ today, problem, onRetry }: TodaySheetProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const mayWork = useMay('care.work');
  const slots = useSlots(today);
  const list = useOpenEntry(slots, { startsOpen: true });
  return (
    <Page
      title={t('nav.today')}
      heading={<h1>{formats.weekday(today.date)}</h1>}
      path={[{ label: t('nav.today') }]}
      lede={<Lede today={today} slots={slots} />}
      actions={
        <>
          <span className={styles.keys}>
            <KeyCap keys="j" /> <KeyCap keys="k" /> {t('keys.walk')} <KeyCap keys="?" /> {t('keys.all')}
          </span>
          {mayWork && list.openId && (
            <Button keys="n" icon={<Icon of={IconNote} />} onClick={() => list.setAct('note')}>
              {t('note.short')}
            </Button>
          )}
        </>
      }
      aside={<Asides today={today} />}
    >
      {problem !== null && <ProblemNote problem={problem} kept={t('today.kept')} onRetry={onRetry} />}
      {slots.length === 0 && today.five.length === 0 ? (
        <EmptyToday today={today} />
      ) : (
        <>
          {slots.length > 0 && <EntryList label={t('today.five')} slots={slots} today={today.date} list={list} />}
          <Ending today={today} slots={slots} />
        </>
      )}
    </Page>
  );
}

/** "Fünf Gespräche, rund 25 Minuten. Ein Versprechen ist überfällig." */
function Lede({ today: { promises }, slots }: { today: Today; slots: readonly Slot[] }) {
  const t = useMessages('care');
  const late = promises.filter(({ overdueDays }) => overdueDays > 0).length;
  const word = (count: number) => t(`number.${Math.min(count, MOST_PER_DAY)}`);
  const count = slots.filter(({ kind }) => kind === 'open').length;
  if (count === 0) return null;
  return (
    <>
      {t('today.lede', { count, words: word(count), minutes: count * MINUTES_EACH })}{' '}
      {late > 0 && <span className={textStyles.late}>{t('today.late', { count: late, words: word(late) })}</span>}
    </>
  );
}

/** A call or a personal mail takes about so long; only to say what the morning asks for. */
const MINUTES_EACH = 5;

function useSlots({ date, five, settings }: Today): Slot[] {
  const morning = useMorning();
  const isToday = morning.date === date;
  useEffect(() => {
    rememberOrder(
      date,
      five.map(({ person }) => person.id),
    );
  }, [date, five]);
  return slotsOf({
    five,
    handled: isToday ? morning.handled : [],
    order: isToday ? morning.order : [],
    perDay: settings.perDay,
    earlier: isToday ? morning.earlier : earlierOn(date),
    today: date,
  });
}

/** "Nach den fünf ist Schluss.", and a quiet way to the week. */
function Ending({ today: { weekCount, queueCount, next }, slots }: { today: Today; slots: readonly Slot[] }) {
  const t = useMessages('care');
  const formats = useFormats();
  const isOver = slots.every(({ kind }) => kind === 'handled');
  return (
    <p className={styles.ending}>
      {isOver ? t('today.finished') : t('today.ending', { count: slots.length, words: t(`few.${slots.length}`) })}{' '}
      {isOver && next && t('today.next', { count: next.count, day: formats.weekday(next.on) })}{' '}
      {weekCount > 0 && t('today.week', { count: weekCount })}{' '}
      <Link className={textStyles.link} to="/today/week">
        {t('today.see_week')}
      </Link>{' '}
      {queueCount > 0 && (
        <Link className={textStyles.link} to="/today/queue">
          {t('today.see_queue', { count: queueCount })}
        </Link>
      )}
    </p>
  );
}
