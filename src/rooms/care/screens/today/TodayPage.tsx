import { Link } from '@tanstack/react-router';
import { IconNote } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
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
import { HouseAlarm } from '#rooms/consent/web.tsx';
import { readToday } from '../../contract-today.ts';
import type { Today } from '../../schema-today.ts';
import { MOST_PER_DAY } from '../../types.ts';
import { Asides } from './Asides.tsx';
import { EmptyToday } from './EmptyToday.tsx';
import { EntryList } from './EntryList.tsx';
import { notToldYet, rememberOrder, useMorning } from './handled.ts';
import { type Slot, slotsOf } from './slots.ts';
import styles from './today-page.module.css';
import { TodaySkeleton } from './TodaySkeleton.tsx';
import { handledOf } from './use-entry-acts.ts';
import { useOpenEntry } from './use-open-entry.ts';

/** What the morning begins with: a handful of people, each with a reason, and then it is over. */
export function TodayPage() {
  const t = useMessages('care');
  const { data, dataUpdatedAt, error, refetch } = useRead(readToday, {}, { refetchInterval: 300_000, staleTime: 0 });
  if (data) return <TodaySheet today={data} fetchedAt={dataUpdatedAt} problem={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('nav.today')} heading={error ? undefined : <span />}>
      {error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <TodaySkeleton />}
    </Page>
  );
}

interface TodaySheetProps {
  today: Today;
  /** When the server was asked, in milliseconds since 1970. */
  fetchedAt: number;
  /** The last attempt to fetch anew failed; what is shown is what was there before. */
  problem: unknown;
  onRetry: () => void;
}

function TodaySheet({ today, fetchedAt, problem, onRetry }: TodaySheetProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const mayWork = useMay('care.work');
  const maySettle = useMay('accounts.manage_installation');
  const slots = useSlots(today, fetchedAt);
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
      {maySettle && (
        <Suspense fallback={null}>
          <HouseAlarm />
        </Suspense>
      )}
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

/** "2 von 5 erledigt. Drei Gespräche, rund 15 Minuten. Ein Versprechen ist überfällig." */
function Lede({ today: { promises }, slots }: { today: Today; slots: readonly Slot[] }) {
  const t = useMessages('care');
  const late = promises.filter(({ overdueDays }) => overdueDays > 0).length;
  const word = (count: number) => t(`number.${Math.min(count, MOST_PER_DAY)}`);
  const open = slots.filter(({ kind }) => kind === 'open').length;
  const done = slots.length - open;
  if (slots.length === 0) return null;
  return (
    <>
      {done > 0 && t('today.progress', { done, of: slots.length })}{' '}
      {open > 0 && t('today.lede', { count: open, words: word(open), minutes: open * MINUTES_EACH })}{' '}
      {open > 0 && late > 0 && (
        <span className={textStyles.late}>{t('today.late', { count: late, words: word(late) })}</span>
      )}
    </>
  );
}

/** A call or a personal mail takes about so long; only to say what the morning asks for. */
const MINUTES_EACH = 5;

/** What the server knows, and what was done since it was asked. */
function useSlots({ date, five, handled }: Today, fetchedAt: number): Slot[] {
  const morning = useMorning();
  useEffect(() => {
    rememberOrder(
      date,
      [...handled, ...five].map(({ person }) => person.id),
    );
  }, [date, five, handled]);
  const isToday = morning.date === date;
  return slotsOf({
    five,
    handled: [...handled.map(handledOf), ...(isToday ? notToldYet(morning, fetchedAt) : [])],
    order: isToday ? morning.order : [],
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
