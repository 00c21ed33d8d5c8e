import { useParams } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { Steps } from '#ground/ui/Steps.tsx';
import type { ImportView } from '../../schema.ts';
import { IMPORT_STEPS, isBusy, isPreparing, stepOf } from './import-stage.ts';
import styles from './import-page.module.css';
import { PrepareView } from './PrepareView.tsx';
import { ResultView } from './ResultView.tsx';
import { useImport } from './use-import.ts';
import { WorkView } from './WorkView.tsx';

/** One import from the file to its result, on one page. */
export function ImportPage() {
  const t = useMessages('inventory');
  const { importId = '' }: { importId?: string } = useParams({ strict: false });
  const { data: view, error, refetch } = useImport(importId);
  const title = view?.fileName ?? t('import.title');
  const path = [{ label: t('nav'), to: '/inventory' }, { label: title }];
  return (
    <Page
      title={title}
      path={path}
      status={view && <SavedStatus view={view} />}
      heading={view ? <ImportSteps view={view} /> : undefined}
    >
      {error && !view && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!error && !view && <SkeletonRows rows={8} />}
      {view && <ImportBody view={view} />}
    </Page>
  );
}

function ImportBody({ view }: { view: ImportView }) {
  if (isPreparing(view)) return <PrepareView view={view} />;
  if (isBusy(view) || view.state === 'paused') return <WorkView view={view} />;
  return <ResultView view={view} />;
}

function ImportSteps({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  return (
    <div className={styles.steps}>
      <Steps label={t('import.way')} steps={IMPORT_STEPS.map((step) => t(`import.step.${step}`))} now={stepOf(view)} />
    </div>
  );
}

const OVER = ['done', 'cancelled', 'failed', 'undone'] as const;
const isOver = (state: ImportView['state']): state is (typeof OVER)[number] => OVER.some((one) => one === state);

function SavedStatus({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const { state, undoneAt, finishedAt } = view;
  const endedAt = undoneAt ?? finishedAt;
  if (endedAt && isOver(state)) return <>{t(`import.ended_at.${state}`, { when: formats.dateTime(endedAt) })}</>;
  return <>{t('import.may_leave')}</>;
}
