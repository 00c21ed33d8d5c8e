import { useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readCleanUp } from '../../contract.ts';
import { CleanUpReport } from './CleanUpReport.tsx';
import { CleanUpWalk } from './CleanUpWalk.tsx';

/** One clean-up: person by person while it runs, its report when it is finished. */
export function CleanUpPage() {
  const t = useMessages('pools');
  const { runId = '' }: { runId?: string } = useParams({ strict: false });
  const { data: run, error, refetch } = useRead(readCleanUp, { params: { runId } });
  const title = run ? t('clean_up.page', { pool: run.poolName }) : t('clean_up.title');
  return (
    <Page
      title={title}
      path={[
        { label: t('nav'), to: '/pools' },
        ...(run ? [{ label: run.poolName, to: `/pools/${run.poolId}` }] : []),
        { label: t('clean_up.title') },
      ]}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!run && !error && <SkeletonRows rows={8} />}
      {run && (run.finishedAt === null ? <CleanUpWalk run={run} /> : <CleanUpReport run={run} />)}
    </Page>
  );
}
