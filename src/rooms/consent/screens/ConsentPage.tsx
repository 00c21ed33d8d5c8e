import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { listAssessments, listConsentTexts, readPeriods } from '../contract.ts';
import { AssessmentsPart } from './AssessmentsPart.tsx';
import { ForecastPart } from './ForecastPart.tsx';
import { FormsPart } from './forms/FormsPart.tsx';
import { HousePart } from './HousePart.tsx';
import { LimitsPart } from './LimitsPart.tsx';
import { PeriodsHistory } from './PeriodsHistory.tsx';
import { PeriodsPart } from './PeriodsPart.tsx';
import { PolicyPart } from './PolicyPart.tsx';
import { QuietPart } from './QuietPart.tsx';
import { TextsPart } from './TextsPart.tsx';
import { TopicsPart } from './TopicsPart.tsx';

export type ConsentAct = 'periods' | 'text' | 'assessment' | 'topic' | 'form' | 'limits';

/** Why people may be here, for how long, and what they agreed to. One form is open at a time; its name stands in the address. */
export function ConsentPage() {
  const t = useMessages('consent');
  const navigate = useNavigate();
  const { act }: { act?: ConsentAct } = useSearch({ strict: false });
  const open = (next?: ConsentAct) => void navigate({ to: '/consent', search: { act: next }, replace: true });
  const periods = useRead(readPeriods, {});
  const texts = useRead(listConsentTexts, {});
  const assessments = useRead(listAssessments, {});
  const reads = [periods, texts, assessments];
  const failed = reads.find(({ error }) => error);
  if (reads.some(({ isPending }) => isPending)) return <SkeletonPage />;
  return (
    <Page
      title={t('page.title')}
      lede={t('page.lede')}
      aside={periods.data && <PeriodsHistory periods={periods.data} />}
    >
      <HousePart />
      {failed && <ProblemNote problem={failed.error} onRetry={() => void failed.refetch()} />}
      {periods.data && <PeriodsPart periods={periods.data} isOpen={act === 'periods'} onOpen={open} />}
      {texts.data && <TextsPart texts={texts.data.items} isOpen={act === 'text'} onOpen={open} />}
      {assessments.data && (
        <AssessmentsPart assessments={assessments.data.items} isOpen={act === 'assessment'} onOpen={open} />
      )}
      <TopicsPart isOpen={act === 'topic'} onOpen={open} />
      <FormsPart isOpen={act === 'form'} onOpen={open} />
      <LimitsPart isOpen={act === 'limits'} onOpen={open} />
      <QuietPart />
      <ForecastPart />
      <PolicyPart />
    </Page>
  );
}
