import type { ReactNode } from 'react';
import styles from './bulk-bar.module.css';

/** What can be done with the marked rows: bottom left, on ink. */
export function BulkBar({ label, count, children }: { label: string; count: ReactNode; children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={styles.bar}>
      <output>{count}</output>
      {children}
    </div>
  );
}
