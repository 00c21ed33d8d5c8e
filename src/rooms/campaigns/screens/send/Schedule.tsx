import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Radio } from '#ground/ui/Checkbox.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { useSession } from '#ground/ui/session/session.ts';
import textStyles from '#ground/ui/text.module.css';
import { TextField } from '#ground/ui/TextField.tsx';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from '../shared/parts.module.css';
import { TakeBack } from './Approve.tsx';
import { useAudience } from './Audience.tsx';
import { useSenderOf } from './CampaignFacts.tsx';
import { ConfirmSending } from './ConfirmSending.tsx';
import { instantOf, type LocalTime, tomorrowMorning } from './local-time.ts';

/** Now or at a time; then one sentence says what will happen. */
export function Schedule({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const hindrance = useHindrance(campaign);
  const { may } = campaign;
  return (
    <Section title={t('send.schedule')}>
      {hindrance}
      {may.schedule ? <WhenForm campaign={campaign} /> : <p className={styles.quiet}>{t('send.read_only')}</p>}
    </Section>
  );
}

type When = 'now' | 'at';

function WhenForm({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages('campaigns');
  const zone = useSession()?.member.timeZone ?? 'UTC';
  const [when, setWhen] = useState<When>('now');
  const [local, setLocal] = useState(() => tomorrowMorning(new Date(), zone));
  const [error, setError] = useState<string>();
  const [asksAt, setAsksAt] = useState<Date | 'now'>();
  const ask = () => {
    const at = when === 'now' ? 'now' : instantOf(local, zone);
    const mistake = at === undefined ? 'send.unreadable' : at !== 'now' && at < new Date() ? 'send.past' : undefined;
    setError(mistake && t(mistake));
    if (mistake === undefined) setAsksAt(at);
  };
  return (
    <form
      className={styles.fields}
      aria-label={t('send.schedule')}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <fieldset className={styles.choices} aria-label={t('send.schedule')}>
        <Radio name="when" checked={when === 'now'} help={t('send.now_help')} onChoose={() => setWhen('now')}>
          {t('send.now')}
        </Radio>
        <Radio name="when" checked={when === 'at'} onChoose={() => setWhen('at')}>
          {t('send.later')}
        </Radio>
      </fieldset>
      {when === 'at' && <TimeFields local={local} error={error} zone={zone} onLocal={setLocal} />}
      <div className={styles.acts}>
        <Button type="submit" look="filled">
          {t('send.set')}
        </Button>
        {campaign.may.takeBack && <TakeBack campaignId={campaign.id} />}
      </div>
      {asksAt && <ConfirmSending campaign={campaign} at={asksAt} onLeave={() => setAsksAt(undefined)} />}
    </form>
  );
}

interface TimeFieldsProps {
  local: LocalTime;
  error: string | undefined;
  zone: string;
  onLocal: (local: LocalTime) => void;
}

function TimeFields({ local, error, zone, onLocal }: TimeFieldsProps) {
  const t = useMessages('campaigns');
  return (
    <div className={styles.pair}>
      <TextField
        type="date"
        label={t('send.day')}
        error={error}
        value={local.day}
        onChange={(event) => onLocal({ ...local, day: event.target.value })}
      />
      <TextField
        type="time"
        label={t('send.time')}
        help={t('send.zone', { zone })}
        value={local.time}
        onChange={(event) => onLocal({ ...local, time: event.target.value })}
      />
    </div>
  );
}

/** What the server would refuse, said before. */
function useHindrance(campaign: CampaignDetail) {
  const t = useMessages('campaigns');
  const sender = useSenderOf(campaign);
  const { audience } = useAudience(campaign);
  const line = (words: string, to?: { to: string; words: string }) => (
    <p className={styles.part}>
      <span className={styles.missing}>{words}</span>{' '}
      {to && (
        <Link to={to.to} className={textStyles.link}>
          {to.words}
        </Link>
      )}
    </p>
  );
  if (campaign.senderId === null) return line(t('send.sender_missing'));
  if (sender?.state === 'locked')
    return line(t('send.sender_locked'), { to: '/campaigns/senders', words: t('send.sender_locked_link') });
  return audience.data?.recipients === 0 ? line(t('send.nobody')) : null;
}
