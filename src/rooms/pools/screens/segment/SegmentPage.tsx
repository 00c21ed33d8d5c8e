import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { readSegment } from '../../contract.ts';
import { SegmentForm } from './SegmentForm.tsx';

/** One saved rule, to read and to change. */
export function SegmentPage() {
  const t = useMessages('pools');
  const { segmentId = '' }: { segmentId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readSegment, { params: { segmentId } });
  if (!data && !error) return <SkeletonPage />;
  const title = data?.name ?? t('list.segments');
  return (
    <Page
      title={title}
      lede={t('segment.lede')}
      path={[{ label: t('nav'), to: '/pools' }, ...(data ? [{ label: data.name }] : [])]}
    >
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data && <SegmentForm key={`${data.id}.${data.version}`} segment={data} onReload={() => void refetch()} />}
    </Page>
  );
}

export function NewSegmentPage() {
  const t = useMessages('pools');
  const navigate = useNavigate();
  const title = t('segment.new');
  return (
    <Page title={title} lede={t('segment.lede')} path={[{ label: t('nav'), to: '/pools' }, { label: title }]}>
      <SegmentForm
        onMade={(segmentId) =>
          void navigate({ to: '/pools/segments/$segmentId', params: { segmentId }, replace: true })
        }
      />
    </Page>
  );
}
