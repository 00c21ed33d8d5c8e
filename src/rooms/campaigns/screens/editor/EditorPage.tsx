import { useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import { readCampaignRoute } from '../../contract-writing.ts';
import { Editor } from './Editor.tsx';

/** A letter while it is written. */
export function EditorPage() {
  const t = useMessages('campaigns');
  const { campaignId = '' }: { campaignId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readCampaignRoute, { params: { campaignId } });
  if (data) return <Editor key={data.id} campaign={data} />;
  return (
    <Page title={t('editor.title')} path={[{ label: t('nav'), to: '/campaigns' }, { label: t('editor.title') }]}>
      {error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={10} />}
    </Page>
  );
}
