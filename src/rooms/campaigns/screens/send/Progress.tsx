import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { Growing } from '#ground/ui/Growing.tsx';
import { Section } from '#ground/ui/Page.tsx';
import textStyles from '#ground/ui/text.module.css';
import { resultRoute } from '../../contract-sending.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import { leftOutOf, sumOf } from '../shared/left-out.ts';
import { LeftOutList } from '../shared/LeftOutList.tsx';
import styles from '../shared/parts.module.css';
import { useSenderOf } from './CampaignFacts.tsx';
import { limitNow } from './limit.ts';
import { isMoving } from './live.ts';
import { ProgressActs } from './ProgressActs.tsx';
import sendStyles from './send.module.css';
import { useCounted } from './use-counted.ts';

/** From the set time until the end: how far it is, what stopped it, and the three acts. */
export function Progress({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const isOver = campaign.state === 'finished' || campaign.state === 'cancelled';
  return (
    <Section title={t('send.progress')}>
      <div className={styles.part} aria-live="polite">
        <Standing campaign={campaign} />
      </div>
      {campaign.progress && <Grown campaign={campaign} progress={campaign.progress} />}
      {isMoving(campaign.state) && <Limit campaign={campaign} />}
      <ProgressActs campaign={campaign} />
      <Figures campaign={campaign} />
      {isOver && (
        <p className={styles.acts}>
          <Link
            to="/campaigns/$campaignId/result"
            params={{ campaignId: campaign.id }}
            className={buttonClass('filled')}
          >
            {t('send.to_result')}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** Where it stands, in one or two sentences; a halt says why and what helps. */
function Standing({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { state, haltReason, scheduledFor, finishedAt } = campaign;
  const at = (when: string | null) => (when === null ? '' : formats.dateTime(when));
  switch (state) {
    case 'scheduled':
      return <p className={styles.sentence}>{t('send.scheduled', { at: at(scheduledFor) })}</p>;
    case 'preparing':
      return <p className={styles.sentence}>{t('send.preparing')}</p>;
    case 'finished':
      return <p className={styles.sentence}>{t('send.finished', { at: at(finishedAt) })}</p>;
    case 'cancelled':
      return <p className={styles.sentence}>{t('send.cancelled', { at: at(finishedAt) })}</p>;
    default:
      return haltReason && <Halt reason={haltReason} />;
  }
}

function Halt({ reason }: { reason: NonNullable<CampaignDetail['haltReason']> }) {
  const t = useMessages('campaigns');
  return (
    <div className={sendStyles.halt} data-reason={reason}>
      <p className={textStyles.strong}>{t(`halt.${reason}.what`)}</p>
      <p>{t(`halt.${reason}.advice`)}</p>
      {reason === 'sender' && (
        <p>
          <Link to="/campaigns/senders" className={textStyles.link}>
            {t('send.check_sender')}
          </Link>
        </p>
      )}
    </div>
  );
}

function Grown({
  campaign: { state },
  progress: { done, all },
}: {
  campaign: CampaignDetail;
  progress: NonNullable<CampaignDetail['progress']>;
}) {
  const t = useMessages('campaigns');
  const isRunning = isMoving(state);
  const isOver = state === 'finished' || state === 'cancelled';
  const words = isRunning || isOver ? 'send.sent_of' : 'send.resting';
  return (
    <div className={sendStyles.work}>
      <Growing
        label={t('send.progress')}
        done={done}
        total={all}
        state={isRunning ? 'running' : isOver ? 'finished' : 'paused'}
      >
        {t(words, { done, all })} {isRunning && t('send.stay')}
      </Growing>
    </div>
  );
}

/** Why it goes slowly, where the sender is limited. */
function Limit({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const sender = useSenderOf(campaign);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const limit = sender && limitNow(sender, today);
  if (!limit) return null;
  return <p className={styles.quiet}>{t(`send.limited.${limit.by}`, { count: limit.most })}</p>;
}

const SHOWN = ['accepted', 'failed', 'uncertain', 'left_out'] as const;

/** How many rows stand where; each person is in exactly one of them. */
function Figures({ campaign: { id, state } }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const { data } = useCounted(resultRoute, { params: { campaignId: id } }, state);
  if (!data || state === 'scheduled') return null;
  const { figures } = data;
  const waiting = figures.queued + figures.claimed + figures.handing_over;
  const groups = leftOutOf(figures.leftOut);
  if (waiting + figures.accepted + figures.failed + figures.uncertain + figures.left_out === 0) return null;
  return (
    <>
      <dl className={sendStyles.figures}>
        <div>
          <dt>{t('send.queued')}</dt>
          <dd>{formats.number(waiting)}</dd>
        </div>
        {SHOWN.map((name) => (
          <div key={name}>
            <dt>{t(`send.${name}`)}</dt>
            <dd>{formats.number(figures[name])}</dd>
          </div>
        ))}
      </dl>
      {groups.length > 0 && (
        <>
          <p className={styles.quiet}>{t('send.others', { count: sumOf(groups) })}</p>
          <LeftOutList groups={groups} />
        </>
      )}
    </>
  );
}
