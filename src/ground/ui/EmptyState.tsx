import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** An empty room that teaches: the waiting line, one sentence why, one main act and one other way. */
export function EmptyState({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg width="280" height="22" viewBox="0 0 280 22" aria-hidden="true" className={styles.line}>
        <path d="M2 11H278" strokeWidth="1.2" strokeDasharray="2 5" />
        <circle cx="240" cy="11" r="5" strokeWidth="1.5" />
      </svg>
      <p className={styles.why}>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
