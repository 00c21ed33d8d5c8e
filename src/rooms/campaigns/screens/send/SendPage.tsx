import { useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Page } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { LetterSteps } from '../shared/LetterSteps.tsx';
import { Approvals } from './Approvals.tsx';
import { Approve } from './Approve.tsx';
import { Audience } from './Audience.tsx';
import { CampaignFacts } from './CampaignFacts.tsx';
import { LetterSettings } from './LetterSettings.tsx';
import { Progress } from './Progress.tsx';
import { Review } from './Review.tsx';
import { Schedule } from './Schedule.tsx';
import { Uncertain } from './Uncertain.tsx';
import { useLiveCampaign } from './use-live.ts';

/** From the approval until the last letter is out: one page, which shows what is to be done now. */
export function SendPage() {
  const t = useMessages('campaigns');
  const { campaignId = '' }: { campaignId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useRead(readCampaignRoute, { params: { campaignId } });
  if (data) return <SendSheet key={campaignId} first={data} />;
  if (!error) return <SkeletonPage />;
  return (
    <Page title={t('send.title')} path={[{ label: t('nav'), to: '/campaigns' }, { label: t('send.title') }]}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
    </Page>
  );
}

function SendSheet({ first }: { first: CampaignDetail }) {
  const t = useMessages('campaigns');
  const { campaign, problem, retry } = useLiveCampaign(first);
  const { id, name } = campaign;
  return (
    <Page
      title={t('send.where', { name })}
      heading={<h1>{t('send.title')}</h1>}
      path={[
        { label: t('nav'), to: '/campaigns' },
        { label: name, to: `/campaigns/${id}` },
        { label: t('send.title') },
      ]}
      aside={
        <>
          <CampaignFacts campaign={campaign} />
          <Approvals campaign={campaign} />
        </>
      }
    >
      <LetterSteps campaignId={id} wasStarted={campaign.startedAt !== null} />
      {problem !== null && <ProblemNote problem={problem} onRetry={retry} />}
      <Now campaign={campaign} />
    </Page>
  );
}

/** What is to be done in this state. */
function Now({ campaign }: { campaign: CampaignDetail }) {
  switch (campaign.state) {
    case 'draft':
      return (
        <>
          {campaign.may.write && <LetterSettings campaign={campaign} />}
          <Audience campaign={campaign} />
          <Review campaign={campaign} />
        </>
      );
    case 'in_review':
      return (
        <>
          <Approve campaign={campaign} />
          <Audience campaign={campaign} />
        </>
      );
    case 'approved':
      return (
        <>
          <Schedule campaign={campaign} />
          <Audience campaign={campaign} />
        </>
      );
    default:
      return (
        <>
          <Progress campaign={campaign} />
          <Uncertain campaign={campaign} />
        </>
      );
  }
}
