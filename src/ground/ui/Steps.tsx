import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './steps.module.css';

/** The way through a long task, as the line: done is thick, ahead is dotted. `now` counts from 0. */
export function Steps({ label, steps, now }: { label: string; steps: readonly string[]; now: number }) {
  const t = useMessages('ui');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <ol aria-label={label} tabIndex={0} className={styles.steps}>
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === now ? 'step' : undefined}
          data-state={i < now ? 'past' : i === now ? 'now' : 'ahead'}
        >
          <span className={styles.word}>{step}</span>
          {i < now && <span className={styles.done}> {t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  );
}
