import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './phase.module.css';

export type PhaseName = 'abbau' | 'pause' | 'aufbau';

const DRAWN: Record<PhaseName, string> = {
  abbau: 'M1 2.5C8 2.5 12 9.5 21 9.5',
  pause: 'M1 6h20',
  aufbau: 'M1 9.5C10 9.5 14 2.5 21 2.5',
};

/** The company's phase as a drawn line and a word; `word` may add since when. */
export function Phase({ phase, word }: { phase: PhaseName; word?: string }) {
  const t = useMessages('ui');
  return (
    <span className={`${styles.phase} ${styles[phase]}`}>
      <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
        <path d={DRAWN[phase]} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      {word ?? t(`phase.${phase}`)}
    </span>
  );
}

/** Volumen and Boutique differ by drawing: three thin lines, one strong line that ends in a ring. */
export function Mode({ mode, word }: { mode: 'volumen' | 'boutique'; word?: string }) {
  const t = useMessages('ui');
  return (
    <span className={styles.mode}>
      <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true" fill="none" stroke="currentColor">
        {mode === 'volumen' ? (
          <path d="M1 2h16M1 6h16M1 10h16" strokeWidth="1.2" />
        ) : (
          <>
            <path d="M1 6h11" strokeWidth="3" />
            <circle cx="14.5" cy="6" r="2.3" strokeWidth="1.3" />
          </>
        )}
      </svg>
      {word ?? t(`mode.${mode}`)}
    </span>
  );
}
