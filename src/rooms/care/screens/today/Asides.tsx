import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages, useMessagesOf } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import { useTodaySections } from '#ground/ui/today-sections.ts';
import { MatchAlerts } from '#rooms/matching/web.tsx';
import type { Today } from '../../schema-today.ts';
import { nameOf } from '../shared/names.ts';
import styles from './today-page.module.css';

/** What else waits, what was promised, and what the phase makes worth doing. */
export function Asides({ today }: { today: Today }) {
  return (
    <>
      <Besides today={today} />
      <Suspense fallback={null}>
        <MatchAlerts />
      </Suspense>
      <Sections />
      <Promises today={today} />
      {today.phase && <PhaseHelp phase={today.phase} />}
      <Way />
    </>
  );
}

/** Rooms that stand below care show here what waits in them. */
function Sections() {
  return useTodaySections().map((Part, index) => (
    <Suspense key={index} fallback={null}>
      <Part />
    </Suspense>
  ));
}

function Besides({ today: { asides, lines, five, weekCount, queueCount } }: { today: Today }) {
  const t = useMessages('care');
  const wordsOf = useMessagesOf(lines.map(({ room }) => room));
  const { repliesWaiting, permissionsEnding, handoversToAccept, importsToFinish, orphans } = asides;
  const counts: (Omit<Counted, 'label'> & { key: string })[] = [
    { key: 'replies', count: repliesWaiting, to: '/today/queue' },
    { key: 'permissions', count: permissionsEnding, to: '/today/queue' },
    { key: 'handovers', count: handoversToAccept, to: '/care/handovers', note: t('aside.handovers_note') },
    { key: 'imports', count: importsToFinish, to: '/inventory', note: t('aside.imports_note') },
    { key: 'orphans', count: orphans, to: '/care/orphans', note: t('aside.orphans_note') },
  ];
  const waiting = counts.filter(({ count }) => count > 0);
  // Before there is anybody, that nobody is orphaned would say nothing.
  const isNobodyAlone = orphans === 0 && five.length + weekCount + queueCount > 0;
  if (waiting.length + lines.length === 0 && !isNobodyAlone) return null;
  return (
    <Section title={t('aside.title')}>
      <ul className={styles.also}>
        {waiting.map(({ key, ...line }) => (
          <CountLine key={key} label={t(`aside.${key}`)} {...line} />
        ))}
        {lines.map(({ room, key, count, to }) => (
          <CountLine key={`${room} ${key}`} to={to} label={wordsOf(room)(`today.${key}`, { count })} count={count} />
        ))}
        {isNobodyAlone && (
          <CountLine to="/care/orphans" label={t('aside.orphans')} count={0} note={t('aside.no_orphans')} />
        )}
      </ul>
    </Section>
  );
}

interface Counted {
  to: string;
  label: string;
  count: number;
  note?: string | undefined;
}

function CountLine({ to, label, count, note }: Counted) {
  const formats = useFormats();
  return (
    <li>
      <Link to={to} className={styles.alsoLine}>
        <span>{label}</span>
        <b>{formats.number(count)}</b>
        {note && <span className={styles.alsoNote}>{note}</span>}
      </Link>
    </li>
  );
}

function Promises({ today: { promises, promiseCount } }: { today: Today }) {
  const t = useMessages('care');
  const formats = useFormats();
  if (promises.length === 0) return null;
  return (
    <Section title={t('aside.promises')}>
      <ul className={styles.also}>
        {promises.map(({ promiseId, person, what, dueOn, overdueDays }) => (
          <li key={promiseId}>
            <Link to="/talents/$talentId" params={{ talentId: person.id }} className={styles.alsoLine}>
              <span className={styles.who}>{nameOf(person)}</span>
              <span className={overdueDays > 0 ? textStyles.late : undefined} title={formats.relative(dueOn)}>
                {overdueDays > 0 ? t('aside.since', { day: formats.dateShort(dueOn) }) : formats.dateShort(dueOn)}
              </span>
              <span className={styles.alsoNote}>{what}</span>
            </Link>
          </li>
        ))}
      </ul>
      {promiseCount > promises.length && (
        <p className={styles.alsoNote}>{t('aside.more_promises', { count: promiseCount - promises.length })}</p>
      )}
    </Section>
  );
}

/** One sentence about what this phase is good for, and the way on. */
function PhaseHelp({ phase }: { phase: NonNullable<Today['phase']> }) {
  const t = useMessages('care');
  return (
    <Section title={t(`phase.title.${phase}`)}>
      <p className={styles.phase}>{t(`phase.help.${phase}`)}</p>
      <p>
        <Link className={textStyles.link} to={PHASE_WAY[phase]}>
          {t(`phase.way.${phase}`)}
        </Link>
      </p>
    </Section>
  );
}

/** Where the help of a phase is to be found. */
const PHASE_WAY = { reducing: '/care/handovers', pausing: '/pools', rebuilding: '/talents' };

function Way() {
  const t = useMessages('care');
  return (
    <p className={styles.settings}>
      <Link className={textStyles.link} to="/today/settings">
        {t('today.settings')}
      </Link>
    </p>
  );
}
