import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './shared.module.css';

const PLACES = [
  { to: '/campaigns/$campaignId', key: 'write' },
  { to: '/campaigns/$campaignId/send', key: 'send' },
  { to: '/campaigns/$campaignId/result', key: 'result' },
] as const;

/** The way of a letter as words; the one that is open has the rule of ink below. There is no result before it was sent. */
export function LetterSteps({ campaignId, wasStarted }: { campaignId: string; wasStarted: boolean }) {
  const t = useMessages('campaigns');
  return (
    <nav className={styles.steps} aria-label={t('list.steps.label')}>
      {PLACES.filter(({ key }) => key !== 'result' || wasStarted).map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          params={{ campaignId }}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`list.steps.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
