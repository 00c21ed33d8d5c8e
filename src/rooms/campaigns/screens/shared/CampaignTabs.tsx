import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './shared.module.css';

const PLACES = [
  { to: '/campaigns', key: 'campaigns' },
  { to: '/campaigns/senders', key: 'senders' },
  { to: '/campaigns/brand', key: 'brand' },
  { to: '/campaigns/settings', key: 'settings' },
] as const;

/** The parts of the room as words; the one that is open has the rule of ink below. */
export function CampaignTabs() {
  const t = useMessages('campaigns');
  return (
    <nav className={styles.tabs} aria-label={t('roomTabs.label')}>
      {PLACES.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`roomTabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
