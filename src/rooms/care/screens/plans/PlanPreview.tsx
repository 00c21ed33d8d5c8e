import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type ApiProblem, call } from '#ground/http/client.ts';
import { keyOf } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import { previewPlan } from '../../contract-plans.ts';
import type { PlanInput, PlanPreview as Preview } from '../../schema-plans.ts';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import styles from './plans.module.css';

/** What a plan would mean, before it is saved. Nothing is kept. */
export function PlanPreview({ plan, planId }: { plan: PlanInput | undefined; planId?: string | undefined }) {
  const t = useMessages('care');
  const asked = useDeferredValue(plan);
  const { data, error } = useQuery<Preview, ApiProblem>({
    queryKey: [...keyOf(previewPlan), asked, planId],
    placeholderData: keepPreviousData,
    queryFn: asked ? ({ signal }) => call(previewPlan, { body: { plan: asked, planId } }, { signal }) : skipToken,
  });
  if (!plan) {
    return (
      <Section title={t('preview.title')}>
        <p className={sharedStyles.quiet}>{t('preview.waits')}</p>
      </Section>
    );
  }
  return (
    <>
      <Section title={t('preview.title')}>
        {error && <ProblemNote problem={error} />}
        {!data && !error && <SkeletonBar />}
        {data && <Numbers preview={data} />}
      </Section>
      {data && data.owners.length > 0 && <Load preview={data} />}
      {data && <Conflicts preview={data} />}
    </>
  );
}

function Numbers({ preview: { people, perWeek, withoutOwner, unreachable } }: { preview: Preview }) {
  const t = useMessages('care');
  const formats = useFormats();
  return (
    <ul className={styles.load}>
      <li>
        <span className={styles.big}>{t('preview.people', { count: people })}</span>
        <span className={styles.below}>
          {t('preview.per_week', { contacts: formats.number(Math.round(perWeek * 10) / 10) })}
        </span>
      </li>
      {withoutOwner > 0 && <li>{t('preview.without_owner', { count: withoutOwner })}</li>}
      {unreachable > 0 && <li>{t('preview.unreachable', { count: unreachable })}</li>}
    </ul>
  );
}

/** Contacts a week per colleague: grey what they have already, ink what this plan adds. */
function Load({ preview: { owners } }: { preview: Preview }) {
  const t = useMessages('care');
  const formats = useFormats();
  const most = Math.max(1, ...owners.map(({ perWeek, perWeekNow }) => perWeek + perWeekNow));
  const share = (value: number) => `${Math.round((value / most) * 100)}%`;
  const tenth = (value: number) => formats.number(Math.round(value * 10) / 10);
  return (
    <Section title={t('preview.load')}>
      <ul className={styles.load}>
        {owners.map(({ member, people, perWeek, perWeekNow, dueAtOnce }) => (
          <li key={member?.id ?? 'nobody'}>
            <b>{member?.name ?? t('preview.plan_owner')}</b>
            <span className={styles.below}>
              {t('preview.load_line', { people, now: tenth(perWeekNow), more: tenth(perWeek) })}
            </span>
            <span className={styles.bars} aria-hidden="true">
              <i className={styles.bar} style={{ width: share(perWeekNow) }} />
              <i className={styles.bar} data-kind="added" style={{ width: share(perWeek) }} />
            </span>
            {dueAtOnce > 0 && <span className={styles.below}>{t('preview.at_once', { count: dueAtOnce })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Conflicts({ preview: { conflicts } }: { preview: Preview }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const { inSeveralPlans, overBudget, onDaysOff } = conflicts;
  const isClear = inSeveralPlans.people === 0 && overBudget.people === 0 && onDaysOff.length === 0;
  return (
    <Section title={t('preview.conflicts')}>
      {isClear && <p className={sharedStyles.quiet}>{t('preview.no_conflict')}</p>}
      <ul className={styles.conflicts}>
        {inSeveralPlans.plans.map(({ planId, name, people }) => (
          <li key={planId}>
            <span className={styles.conflict}>{t('preview.also_in', { count: people })}</span> {name}
          </li>
        ))}
        {overBudget.people > 0 && (
          <li>
            <span className={styles.conflict}>{t('preview.over_budget', { count: overBudget.people })}</span>{' '}
            {t('preview.budget', { most: overBudget.atMostPer30Days })}
          </li>
        )}
        {onDaysOff.map(({ contentId, title, onDate, holiday }) => (
          <li key={`${contentId}${onDate}`}>
            <span className={styles.conflict}>{t('preview.day_off', { day: dayWords(onDate), holiday })}</span> {title}
          </li>
        ))}
      </ul>
    </Section>
  );
}
