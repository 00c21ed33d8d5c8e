import { Link } from '@tanstack/react-router';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { buttonClass } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import type { CleanUpRun } from '../../schema-clean-up.ts';
import { DECISIONS } from '../../types.ts';
import styles from './clean-up.module.css';

/** The pool is smaller, and that is the success. */
export function CleanUpReport({ run }: { run: CleanUpRun }) {
  const t = useMessages('pools');
  const formats = useFormats();
  const after = run.sizeAfter ?? run.sizeBefore;
  const isSmaller = after < run.sizeBefore;
  const facts = { before: formats.number(run.sizeBefore), after: formats.number(after) };
  return (
    <div className={styles.page}>
      <p className={styles.title}>{t(isSmaller ? 'clean_up.report' : 'clean_up.report_same')}</p>
      <p className={styles.words}>{t(isSmaller ? 'clean_up.report_words' : 'clean_up.report_same_words', facts)}</p>
      <svg className={styles.shrunk} viewBox="0 0 400 28" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.was} d="M0 7H400" />
        <path className={styles.is} d={`M0 21H${Math.max(2, (after / Math.max(1, run.sizeBefore)) * 400)}`} />
      </svg>
      <Section title={t('clean_up.report_decisions')}>
        <dl>
          {DECISIONS.map((decision) => (
            <div key={decision} className={styles.row}>
              <dt>{t(`clean_up.${decision}`)}</dt>
              <dd>{formats.number(run.decided[decision] + (decision === 'stay' ? openOf(run) : 0))}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {run.leaving.length > 0 && (
        <Section title={t('clean_up.report_left')}>
          <dl>
            {run.leaving.map(({ code, count }) => (
              <div key={code} className={styles.row}>
                <dt>{t(`clean_up.why.${code}`)}</dt>
                <dd>{formats.number(count)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <p className={styles.acts}>
        <Link to="/pools/$poolId" params={{ poolId: run.poolId }} className={buttonClass('filled')}>
          {t('clean_up.to_pool')}
        </Link>
      </p>
    </div>
  );
}

/** Whoever was undecided stayed. */
const openOf = ({ open }: CleanUpRun) => open.stay + open.pause + open.leave;
