import { Link } from '@tanstack/react-router';
import styles from './room-tabs.module.css';

interface Part {
  /** Address of the page. */
  to: string;
  name: string;
}

/** The parts of a room as words; the one that is open has the rule of ink below. */
export function RoomTabs({ label, parts }: { label: string; parts: readonly Part[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {parts.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
