import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { type Session, useSession } from '#ground/ui/session/session.ts';
import { showToast } from '#ground/ui/toast/toasts.ts';
import { readPhases } from '#rooms/phases/contract.ts';
import { defaultsOf } from '#rooms/phases/schema-defaults.ts';
import { createPlan, listPlans } from '../../contract-plans.ts';
import { useToday } from '#ground/i18n/use-formats.ts';
import { emptyPlan, type PlanDraft, planOf } from './plan-draft.ts';
import { PlanEditor } from './PlanEditor.tsx';
import { useWhom } from './use-whom.ts';

interface NewPlanPageProps {
  poolId: string | undefined;
  segmentId: string | undefined;
  onLeave: () => void;
}

/** A new plan begins with what the phase of the company proposes. */
export function NewPlanPage({ poolId, segmentId, onLeave }: NewPlanPageProps) {
  const t = useMessages('care');
  const navigate = useNavigate();
  const today = useToday();
  const session = useSession();
  const { data } = useRead(readPhases, {});
  const phase = data?.entities[0]?.current?.phase ?? null;
  const proposed = defaultsOf(phase);
  const [own, setOwn] = useState<Partial<PlanDraft>>({});
  const whom = whomOf(poolId, segmentId);
  const whomName = useWhom().find(({ key }) => key === whom)?.name ?? '';
  const start = emptyPlan({
    name: whomName,
    whom,
    region: regionOf(session),
    today,
    ownerId: session?.member.id ?? '',
    proposed,
  });
  const draft = { ...start, ...own };
  const create = useAct(createPlan, {
    stale: [listPlans],
    onDone: ({ id, name, state }) => {
      showToast({ message: t(`plan.made.${state === 'running' ? 'running' : 'draft'}`, { name }) });
      void navigate({ to: '/care/plans/$planId', params: { planId: id } });
    },
  });
  return (
    <PlanEditor
      title={t('plan.add')}
      draft={draft}
      onDraft={(change) => setOwn({ ...own, ...change })}
      proposed={phase === null ? undefined : { everyDays: proposed.everyDays, phase: t(`phase.word.${phase}`) }}
      isNew
      busy={create.isPending}
      problem={create.error}
      onSave={(state) => create.mutate({ body: planOf(draft, state) })}
      onLeave={onLeave}
    />
  );
}

const whomOf = (poolId: string | undefined, segmentId: string | undefined) =>
  poolId ? `pool:${poolId}` : segmentId ? `segment:${segmentId}` : '';

/** The country of the company; for the profile of the whole union Germany, until somebody chooses. */
function regionOf(session: Session | undefined): string {
  const country = session?.company.countryProfile ?? 'CH';
  return country === 'EU' ? 'DE' : country;
}
