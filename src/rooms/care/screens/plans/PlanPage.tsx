import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { changePlan, listMemberships, listPlans, readPlan } from '../../contract-plans.ts';
import type { PlanDetail } from '../../schema-plans.ts';
import { Marked } from '../shared/Marked.tsx';
import sharedStyles from '../shared/shared.module.css';
import { usePlanWords } from '../shared/use-plan-words.ts';
import { Members } from './Members.tsx';
import { changeOf, draftOfPlan } from './plan-draft.ts';
import { PlanActs } from './PlanActs.tsx';
import { PlanContents } from './PlanContents.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { PlanFacts } from './PlanFacts.tsx';

/** One plan: what it promises, to whom, what is told when. */
export function PlanPage() {
  const t = useMessages('care');
  const { planId = '' }: { planId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readPlan, { params: { planId } });
  const [isEditing, setEditing] = useState(false);
  if (error) {
    return (
      <Page title={t('nav.care')} path={[{ label: t('nav.care'), to: '/care' }]}>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <SkeletonPage />;
  if (isEditing) return <EditPlan plan={data} onLeave={() => setEditing(false)} />;
  return <PlanSheet plan={data} onEdit={() => setEditing(true)} />;
}

function PlanSheet({ plan, onEdit }: { plan: PlanDetail; onEdit: () => void }) {
  const t = useMessages('care');
  const words = usePlanWords();
  const mayPlan = useMay('care.manage_plans');
  return (
    <Page
      title={plan.name}
      path={[{ label: t('nav.care'), to: '/care' }, { label: plan.name }]}
      aside={<PlanContents plan={plan} />}
    >
      <p className={sharedStyles.sentence}>
        <Marked
          words={t(`plan.sentence.${plan.rhythm}`, {
            whom: plan.for.name,
            rhythm: words.rhythm(plan),
            channels: words.channels(plan.channels),
          })}
        />
      </p>
      {mayPlan && <PlanActs plan={plan} onEdit={onEdit} />}
      <PlanFacts plan={plan} />
      <Members plan={plan} />
    </Page>
  );
}

function EditPlan({ plan, onLeave }: { plan: PlanDetail; onLeave: () => void }) {
  const t = useMessages('care');
  const [draft, setDraft] = useState(() => draftOfPlan(plan));
  const change = useAct(changePlan, {
    stale: [readPlan, listPlans, listMemberships],
    onDone: () => {
      showToast({ message: t('plan.changed') });
      onLeave();
    },
  });
  return (
    <PlanEditor
      title={plan.name}
      draft={draft}
      onDraft={(next) => setDraft({ ...draft, ...next })}
      isNew={false}
      planId={plan.id}
      busy={change.isPending}
      problem={change.error}
      onSave={() => change.mutate({ params: { planId: plan.id }, body: changeOf(draft, plan.version) })}
      onLeave={onLeave}
    />
  );
}
