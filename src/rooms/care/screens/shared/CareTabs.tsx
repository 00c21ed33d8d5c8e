import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './care-tabs.module.css';

const PLACES = [
  { to: '/care', key: 'plans' },
  { to: '/care/year', key: 'year' },
  { to: '/care/sequences', key: 'sequences' },
  { to: '/care/handovers', key: 'handovers' },
  { to: '/care/orphans', key: 'orphans' },
] as const;

/** The parts of care as words; the one that is open has the rule of ink below. */
export function CareTabs() {
  const t = useMessages('care');
  return (
    <nav className={styles.tabs} aria-label={t('tabs.label')}>
      {PLACES.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
