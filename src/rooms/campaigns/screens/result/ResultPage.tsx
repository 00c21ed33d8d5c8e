import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '#ground/http/use-call.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { EmptyState } from '#ground/ui/EmptyState.tsx';
import { Page, Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonPage } from '#ground/ui/Skeleton.tsx';
import { resultRoute } from '../../contract-sending.ts';
import { readCampaignRoute } from '../../contract-writing.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { figuresEveryMs, isMoving } from '../send/live.ts';
import { Uncertain } from '../send/Uncertain.tsx';
import { leftOutOf } from '../shared/left-out.ts';
import { LeftOutList } from '../shared/LeftOutList.tsx';
import { LetterSteps } from '../shared/LetterSteps.tsx';
import styles from '../shared/parts.module.css';
import { ByLanguage } from './ByLanguage.tsx';
import { Clicks } from './Clicks.tsx';
import { type CampaignResultAnswer, standingOf } from './figures.ts';
import { Outcomes } from './Outcomes.tsx';
import { Replies } from './Replies.tsx';

/** What came of a letter, as far as it may be known without watching anybody. */
export function ResultPage() {
  const t = useMessages('campaigns');
  const { campaignId = '' }: { campaignId?: string } = useParams({ strict: false });
  const { campaign, result, problem, retry } = useResult(campaignId);
  if (!problem && (!campaign || !result)) return <SkeletonPage />;
  const name = campaign?.name;
  return (
    <Page
      title={name === undefined ? t('result.title') : t('result.where', { name })}
      heading={<h1>{t('result.title')}</h1>}
      path={[
        { label: t('nav'), to: '/campaigns' },
        ...(name === undefined ? [] : [{ label: name, to: `/campaigns/${campaignId}` }]),
        { label: t('result.title') },
      ]}
    >
      <LetterSteps campaignId={campaignId} wasStarted />
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {campaign && result && <Sheet campaign={campaign} result={result} />}
    </Page>
  );
}

function useResult(campaignId: string) {
  const input = { params: { campaignId } };
  const campaign = useRead(readCampaignRoute, input);
  const refetchInterval = campaign.data ? figuresEveryMs(campaign.data.state) : false;
  const result = useRead(resultRoute, input, { refetchInterval });
  return {
    campaign: campaign.data,
    result: result.data,
    problem: campaign.error ?? result.error,
    retry: () => void Promise.all([campaign.refetch(), result.refetch()]),
  };
}

function Sheet({ campaign, result }: { campaign: CampaignDetail; result: CampaignResultAnswer }) {
  const t = useMessages('campaigns');
  const { figures } = result;
  const standing = standingOf(result);
  if (standing === 'nothing' && figures.left_out === 0) return <NotYet campaignId={campaign.id} />;
  return (
    <>
      {standing !== 'nothing' && (
        <p className={styles.sentence}>
          {t('result.lede', { count: figures.accepted })} {isMoving(campaign.state) && t('result.running')}
        </p>
      )}
      {standing === 'too_few' && <p className={styles.quiet}>{t('result.too_few')}</p>}
      {standing === 'shown' && (
        <>
          <Outcomes result={result} />
          <ByLanguage result={result} />
          <Clicks clicks={result.clicks} />
        </>
      )}
      {standing !== 'nothing' && <Replies campaign={campaign} />}
      <LeftOutPart result={result} />
      <Uncertain campaign={campaign} />
      <Section title={t('result.not_measured')}>
        <p className={styles.quiet}>{t('result.not_measured_text')}</p>
      </Section>
    </>
  );
}

function NotYet({ campaignId }: { campaignId: string }) {
  const t = useMessages('campaigns');
  return (
    <EmptyState
      actions={
        <Link to="/campaigns/$campaignId/send" params={{ campaignId }} className={buttonClass('filled')}>
          {t('result.to_send')}
        </Link>
      }
    >
      {t('result.not_yet')}
    </EmptyState>
  );
}

function LeftOutPart({ result: { figures } }: { result: CampaignResultAnswer }) {
  const t = useMessages('campaigns');
  const groups = leftOutOf(figures.leftOut);
  return (
    <Section title={t('result.left_out')}>
      {groups.length === 0 ? (
        <p className={styles.quiet}>{t('result.left_out_none')}</p>
      ) : (
        <LeftOutList groups={groups} />
      )}
      {figures.failed > 0 && <p className={styles.quiet}>{t('result.failed', { count: figures.failed })}</p>}
    </Section>
  );
}
