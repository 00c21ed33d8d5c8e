/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the progress is drawn as the line */
import type { ReactNode } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './growing.module.css';

interface GrowingProps {
  /** What runs, for screen readers. */
  label: string;
  done: number;
  total: number;
  /** The sentence below; without it "3’304 von 5’241". */
  children?: ReactNode;
  /** Pause, resume or stop, as links or buttons. */
  actions?: ReactNode;
  state?: 'running' | 'paused' | 'finished' | 'failed';
}

/** Long work: the line grows thicker along its way. */
export function Growing({ label, done, total, children, actions, state = 'running' }: GrowingProps) {
  const t = useMessages('ui');
  const formats = useFormats();
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const numbers = t('growing.numbers', { done: formats.number(done), total: formats.number(total) });
  return (
    <div className={styles.work} data-state={state}>
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={numbers}
        className={styles.line}
        viewBox="0 0 400 14"
        preserveAspectRatio="none"
      >
        <path className={styles.grown} d={grownPath(share)} />
        {share < 1 && (
          <path className={styles.ahead} d={`M${share * 400 + 2} 7H400`} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
      <p className={styles.words}>
        {children ?? numbers} {actions}
      </p>
    </div>
  );
}

/** From a hair to 10 px along the way that is done. */
export function grownPath(share: number): string {
  const end = Math.max(2, share * 400);
  const half = 0.6 + 4.4 * share;
  const point = (part: number) => Math.round(end * part * 10) / 10;
  const bend = (sign: 1 | -1) => 7 + sign * half * 0.45;
  return `M0 6.6C${point(0.4)} ${bend(-1)} ${point(0.7)} ${7 - half} ${end} ${7 - half}V${7 + half}C${point(0.7)} ${7 + half} ${point(0.4)} ${bend(1)} 0 7.4Z`;
}
