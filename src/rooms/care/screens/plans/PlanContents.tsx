import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonBar } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { addPlanContent, listPlanContents, readPlan, readYear, removePlanContent } from '../../contract-plans.ts';
import type { PlanContent, PlanDetail } from '../../schema-plans.ts';
import sharedStyles from '../shared/shared.module.css';
import { useToday } from '#ground/i18n/use-formats.ts';
import { useDayWords } from '../shared/use-day-words.ts';
import { useUndo } from '../shared/use-undo.ts';
import { ContentForm } from './ContentForm.tsx';
import styles from './plans.module.css';

/** What this plan tells this year, and a way to put something on a day. */
export function PlanContents({ plan }: { plan: PlanDetail }) {
  const t = useMessages('care');
  const year = Number(useToday().slice(0, 4));
  const mayPlan = useMay('care.manage_plans');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useRead(listPlanContents, { params: { planId: plan.id }, query: { year } });
  return (
    <Section title={t('contents.title', { year })}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBar />}
      {data?.items.length === 0 && <p className={sharedStyles.quiet}>{t('contents.none')}</p>}
      <ul className={styles.load}>
        {data?.items.map((item) => (
          <ContentLine key={`${item.contentId}${item.onDate}`} item={item} mayRemove={mayPlan} />
        ))}
      </ul>
      {mayPlan && isAdding && <ContentForm plan={plan} onLeave={() => setAdding(false)} />}
      <div className={sharedStyles.acts}>
        {mayPlan && !isAdding && plan.state !== 'ended' && (
          <Button onClick={() => setAdding(true)}>{t('contents.add')}</Button>
        )}
        <Link className={textStyles.link} to="/care/year">
          {t('contents.year')}
        </Link>
      </div>
    </Section>
  );
}

function ContentLine({ item, mayRemove }: { item: PlanContent; mayRemove: boolean }) {
  const t = useMessages('care');
  const dayWords = useDayWords();
  const undo = useUndo();
  const { planId, contentId, onDate, channel, title, kind, holiday } = item;
  const remove = useAct(removePlanContent, {
    stale: [listPlanContents, readPlan, readYear],
    onDone: () =>
      showToast({
        message: t('contents.removed', { title }),
        undo: () => undo(() => call(addPlanContent, { params: { planId }, body: { contentId, onDate, channel } })),
      }),
  });
  return (
    <li>
      <b>{title}</b>
      <span className={styles.below}>
        {t('contents.line', {
          day: dayWords(onDate),
          kind: t(`content_kind.${kind}`),
          channel: t(`plan_channel.${channel}`),
        })}
      </span>
      {holiday && <span className={styles.onHoliday}>{t('contents.holiday', { holiday })}</span>}
      {mayRemove && (
        <Button
          look="bare"
          busy={remove.isPending}
          onClick={() => remove.mutate({ params: { planId, contentId, onDate } })}
        >
          {t('contents.remove')}
        </Button>
      )}
      {remove.error && <ProblemNote problem={remove.error} />}
    </li>
  );
}
