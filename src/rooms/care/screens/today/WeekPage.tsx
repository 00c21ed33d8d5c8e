import { Link } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readWeek } from '../../contract-today.ts';
import type { week } from '../../schema-today.ts';
import type { z } from 'zod';
import { nameOf, roleOf } from '../shared/names.ts';
import styles from './today-page.module.css';

type WeekDay = z.infer<typeof week>['days'][number];

/** Who becomes due within the next seven days, day by day. */
export function WeekPage() {
  const t = useMessages('care');
  const { data, error, refetch } = useRead(readWeek, {});
  return (
    <Page
      title={t('week.title')}
      lede={t('week.lede')}
      path={[{ label: t('nav.today'), to: '/today' }, { label: t('week.title') }]}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={10} />}
      {data?.days.map((day) => (
        <DayPart key={day.on} day={day} />
      ))}
    </Page>
  );
}

function DayPart({ day: { on, people, count, holiday } }: { day: WeekDay }) {
  const t = useMessages('care');
  const formats = useFormats();
  return (
    <section className={styles.day}>
      <div className={styles.dayHead}>
        <h2>{formats.weekday(on)}</h2>
        <span className={styles.dayNote}>{holiday ?? (count > 0 ? t('week.count', { count }) : t('week.nobody'))}</span>
      </div>
      <ul>
        {people.map(({ person, kind, planName }) => (
          <li key={`${person.id}${kind}`} className={styles.dayLine}>
            <span>
              <Link to="/talents/$talentId" params={{ talentId: person.id }} className={styles.who}>
                {nameOf(person)}
              </Link>{' '}
              {roleOf(person)}
            </span>
            <span className={styles.alsoNote}>
              {planName ? t('week.plan', { kind: t(`kind.${kind}`), plan: planName }) : t(`kind.${kind}`)}
            </span>
          </li>
        ))}
      </ul>
      {count > people.length && <p className={styles.dayNote}>{t('week.more', { count: count - people.length })}</p>}
    </section>
  );
}
