import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { yearView } from '../../schema-plans.ts';
import { ForWhom } from '../shared/ForWhom.tsx';
import { useDayWords } from '../shared/use-day-words.ts';
import { lanesOf, monthStarts, rhythmPath, shareOfYear } from './year-places.ts';
import styles from './year.module.css';

type YearView = z.infer<typeof yearView>;
type YearPlan = YearView['plans'][number];

/** Each plan as a line that is as thick as its contacts; what is told stands on it as a ring that can be reached by key. */
export function YearLines({ view: { year, plans }, today }: { view: YearView; today: string }) {
  const t = useMessages('care');
  const most = Math.max(1, ...plans.flatMap(({ contactsPerMonth }) => contactsPerMonth));
  const now = shareOfYear(today, year);
  return (
    <section className={styles.lines} aria-label={t('year.lines')}>
      <MonthHead year={year} />
      {plans.map((plan) => (
        <PlanLine key={plan.planId} plan={plan} year={year} most={most} now={now} />
      ))}
    </section>
  );
}

function MonthHead({ year }: { year: number }) {
  const { locale } = useFormats();
  const words = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return (
    <div className={styles.line} aria-hidden="true">
      <span />
      <div className={styles.months}>
        {monthStarts(year).map(({ month, at }) => (
          <span key={month} style={{ left: percent(at) }}>
            {words.format(Date.UTC(year, month, 15))}
          </span>
        ))}
      </div>
    </div>
  );
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

interface PlanLineProps {
  plan: YearPlan;
  year: number;
  most: number;
  /** Today as a share of the year; outside 0 to 1 in other years. */
  now: number;
}

function PlanLine({ plan, year, most, now }: PlanLineProps) {
  const t = useMessages('care');
  const formats = useFormats();
  const { planId, name, people, contactsPerMonth, contents } = plan;
  const contacts = contactsPerMonth.reduce((sum, count) => sum + count, 0);
  const lanes = lanesOf(contents.map(({ onDate }) => onDate));
  return (
    <div className={styles.line}>
      <div className={styles.name}>
        <Link to="/care/plans/$planId" params={{ planId }}>
          {name}
        </Link>
        <span>
          <ForWhom whom={plan.for} />
        </span>
        <span>
          {t(contacts < 0.5 ? 'year.no_contacts' : 'year.contacts', {
            people,
            contacts: formats.number(Math.round(contacts)),
          })}
        </span>
      </div>
      <div className={styles.track}>
        {monthStarts(year).map(({ month, at }) => (
          <i key={month} className={styles.month} style={{ left: percent(at) }} />
        ))}
        {now >= 0 && now <= 1 && <i className={styles.now} style={{ left: percent(now) }} />}
        <svg
          className={styles.rhythm}
          viewBox="0 0 1200 12"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('year.rhythm', { name, contacts: formats.number(Math.round(contacts)) })}
        >
          <path d={rhythmPath(contactsPerMonth, most)} />
        </svg>
        {contents.map((content, at) => (
          <ContentMark
            key={`${content.contentId}${content.onDate}`}
            content={content}
            year={year}
            lane={lanes[at] ?? 0}
          />
        ))}
      </div>
    </div>
  );
}

interface ContentMarkProps {
  content: YearPlan['contents'][number];
  year: number;
  lane: number;
}

function ContentMark({ content, year, lane }: ContentMarkProps) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { contentId, title, onDate, channel, kind, holiday } = content;
  const words = t('year.mark', {
    day: dayWords(onDate),
    kind: t(`content_kind.${kind}`),
    title,
    channel: t(`plan_channel.${channel}`),
  });
  return (
    <Link
      to="/contents"
      search={{ open: contentId }}
      className={styles.mark}
      data-off={holiday !== null}
      style={{ left: percent(shareOfYear(onDate, year)), transform: `translateY(${lane * 100}%)` }}
      title={holiday ? `${words} ${t('contents.holiday', { holiday })}` : words}
      aria-label={words}
    />
  );
}
