import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readDemand } from '../contract.ts';
import type { Demand } from '../schema.ts';
import { DemandActs } from './DemandActs.tsx';
import { DemandPanel } from './DemandPanel.tsx';
import styles from './demands.module.css';
import { Gate } from './Gate.tsx';
import { Hires } from './Hires.tsx';
import { useDemandWords } from './use-demand-words.ts';

export interface DemandParts {
  /** The known people who come into question. */
  Matches: ComponentType<{ demandId: string; knownFirst: boolean }>;
  /** Who was here or nearly taken before, in the gate. */
  GateRecall: ComponentType<{ demandId: string }>;
  /** What counts and what does not, in the right column. */
  MatchAside: ComponentType<{ demandId: string }>;
}

/** One planned role or vacancy: what is needed, the gate, the known people, who was hired. */
export function DemandPage(parts: DemandParts) {
  const t = useMessages('demand');
  const { demandId = '' }: { demandId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readDemand, { params: { demandId } });
  if (data) return <DemandSheet demand={data} {...parts} />;
  return (
    <Page title={t('one')} path={[{ label: t('nav'), to: '/demands' }]}>
      {error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />}
    </Page>
  );
}

function DemandSheet({ demand, Matches, MatchAside, GateRecall }: DemandParts & { demand: Demand }) {
  const t = useMessages('demand');
  const { id: demandId, title, gate } = demand;
  const mayWrite = useMay('demand.write');
  const { act }: { act?: 'edit' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (open?: 'edit') =>
    void navigate({ to: '/demands/$demandId', params: { demandId }, search: { act: open } });
  return (
    <Page
      title={title}
      path={[{ label: t('nav'), to: '/demands' }, { label: title }]}
      lede={<Lede demand={demand} />}
      actions={
        mayWrite && (
          <>
            <DemandActs demand={demand} />
            <Button onClick={() => show('edit')}>{t('change.open')}</Button>
          </>
        )
      }
      aside={<MatchAside demandId={demandId} />}
    >
      <Wanted demand={demand} />
      <Gate demand={demand} recall={<GateRecall demandId={demandId} />} />
      <div className={styles.parts}>
        <Matches demandId={demandId} knownFirst={gate.state === 'ahead'} />
        <Hires demand={demand} />
      </div>
      {act === 'edit' && mayWrite && <DemandPanel demand={demand} onClose={() => show()} />}
    </Page>
  );
}

function Lede({ demand }: { demand: Demand }) {
  const t = useMessages('demand');
  const words = useDemandWords();
  const facts = [words.places(demand), words.kind(demand), words.from(demand), demand.unit?.name, demand.city];
  return (
    <>
      {facts.filter(Boolean).join(' · ')}
      {demand.owner && <span className={styles.quiet}> · {t('owner', { name: demand.owner.name })}</span>}
    </>
  );
}

/** What was written, in the words of who needs it. */
function Wanted({ demand }: { demand: Demand }) {
  const t = useMessages('demand');
  const formats = useFormats();
  const { description, must, nice, state, closedBecause, closedOn } = demand;
  const labels = (skills: Demand['must']) => formats.list(skills.map(({ label }) => label));
  return (
    <div className={styles.wanted}>
      {state !== 'open' && closedOn && (
        <p className={styles.closed}>
          {closedBecause
            ? t(`ended.${state}_because`, { date: formats.dateLong(closedOn), reason: formats.quote(closedBecause) })
            : t(`ended.${state}`, { date: formats.dateLong(closedOn) })}
        </p>
      )}
      {description && <Said>{description}</Said>}
      {must.length > 0 && <p>{t('must', { skills: labels(must) })}</p>}
      {nice.length > 0 && <p>{t('nice', { skills: labels(nice) })}</p>}
      {state === 'open' && !description && must.length + nice.length === 0 && (
        <p className={styles.quiet}>{t('nothing_wanted')}</p>
      )}
    </div>
  );
}
