/* oxlint-disable jsx-a11y/prefer-tag-over-role -- several shapes are one picture with one label */
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './permission.module.css';

export type PermissionState = 'ja' | 'offen' | 'nein';

/** Shape, word and colour together. `word` replaces ja, nie gefragt, nein. */
export function Permission({ state, word }: { state: PermissionState; word?: string }) {
  const t = useMessages('ui');
  return (
    <span className={`${styles.permission} ${styles[state]}`}>
      <PermissionShape state={state} />
      {word ?? t(`permission.${state}`)}
    </span>
  );
}

/** The shapes alone for dense columns; the words are in the label, for example "Mail ja, Anruf nie gefragt". */
export function Permissions({ states, label }: { states: readonly PermissionState[]; label: string }) {
  return (
    <span role="img" aria-label={label} title={label} className={styles.shapes}>
      {states.map((state, i) => (
        <span key={i} className={styles[state]}>
          <PermissionShape state={state} />
        </span>
      ))}
    </span>
  );
}

export function PermissionShape({ state }: { state: PermissionState }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor">
      {state === 'ja' && (
        <>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" stroke="none" />
          <path d="m4 7.2 2.1 2.1 4-4.3" stroke="var(--raised)" strokeWidth="1.6" />
        </>
      )}
      {state === 'offen' && <circle cx="7" cy="7" r="5.8" strokeWidth="1.4" strokeDasharray="2.4 2.15" />}
      {state === 'nein' && (
        <>
          <circle cx="7" cy="7" r="5.8" strokeWidth="1.5" />
          <path d="M3 11 11 3" strokeWidth="1.5" />
        </>
      )}
    </svg>
  );
}
