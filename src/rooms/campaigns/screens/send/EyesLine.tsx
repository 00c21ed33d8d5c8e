import { useMessages } from '#ground/i18n/use-messages.ts';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { useAudience } from './Audience.tsx';
import { eyesOf } from './eyes.ts';

/** Whether somebody else has to agree, with the numbers that decide it. */
export function EyesLine({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const readers = useAudience(campaign).audience.data?.recipients;
  if (readers === undefined) return null;
  const { need, isMine } = eyesOf(campaign, readers);
  return (
    <p className={styles.quiet}>
      {t(`send.four_eyes.${need}`, { count: campaign.fourEyesFrom, readers })}{' '}
      {need === 'second' && campaign.state === 'in_review' && !isMine && t('send.four_eyes.not_me')}
    </p>
  );
}
