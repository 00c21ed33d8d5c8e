import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { listAssessments, listConsentTexts, readPeriods } from '../contract.ts';
import type { Assessment, ConsentText, PeriodsInForce } from '../schema.ts';
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
import { useOpenedForm } from './use-opened-form.ts';

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
  if (failed?.error?.status === 403)
    return (
      <Page title={t('page.title')}>
        <ProblemNote problem={failed.error} />
      </Page>
    );
  return (
    <Page
      title={t('page.title')}
      lede={t('page.lede')}
      aside={periods.data && <PeriodsHistory periods={periods.data} />}
    >
      <HousePart />
      {failed && <ProblemNote problem={failed.error} onRetry={() => void failed.refetch()} />}
      <Parts
        periods={periods.data}
        texts={texts.data?.items}
        assessments={assessments.data?.items}
        act={act}
        onOpen={open}
      />
    </Page>
  );
}

interface PartsProps {
  periods: PeriodsInForce | undefined;
  texts: readonly ConsentText[] | undefined;
  assessments: readonly Assessment[] | undefined;
  act: ConsentAct | undefined;
  onOpen: (act?: ConsentAct) => void;
}

function Parts({ periods, texts, assessments, act, onOpen }: PartsProps) {
  const place = useOpenedForm(act);
  return (
    <div ref={place}>
      {periods && <PeriodsPart periods={periods} isOpen={act === 'periods'} onOpen={onOpen} />}
      {texts && <TextsPart texts={texts} isOpen={act === 'text'} onOpen={onOpen} />}
      {assessments && <AssessmentsPart assessments={assessments} isOpen={act === 'assessment'} onOpen={onOpen} />}
      <TopicsPart isOpen={act === 'topic'} onOpen={onOpen} />
      <FormsPart isOpen={act === 'form'} onOpen={onOpen} />
      <LimitsPart isOpen={act === 'limits'} onOpen={onOpen} />
      <QuietPart />
      <ForecastPart />
      <PolicyPart />
    </div>
  );
}
