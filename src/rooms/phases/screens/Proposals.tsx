import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { Phase as PhaseWord } from '#ground/ui/Phase.tsx';
import { PHASE_DEFAULTS } from '../schema-defaults.ts';
import type { Phase } from '../types.ts';
import { PHASES } from '../types.ts';
import { DRAWN } from './drawn.ts';
import styles from './phase-page.module.css';

/** What each phase proposes, side by side; the one in force stands under a rule of ink. */
export function Proposals({ current }: { current: Phase | null }) {
  const t = useMessages('phases');
  return (
    <Section title={t('proposals.title')}>
      <div className={styles.columns}>
        {PHASES.map((phase) => (
          <Proposal key={phase} phase={phase} isCurrent={phase === current} />
        ))}
      </div>
      <p className={styles.quiet}>{t('proposals.only')}</p>
    </Section>
  );
}

function Proposal({ phase, isCurrent }: { phase: Phase; isCurrent: boolean }) {
  const t = useMessages('phases');
  const formats = useFormats();
  const { everyDays, contentKinds, todayFirst } = PHASE_DEFAULTS[phase];
  return (
    <div className={styles.column} aria-current={isCurrent ? 'true' : undefined}>
      <h3 className={styles.columnHead}>
        <PhaseWord phase={DRAWN[phase]} word={t(`word.${phase}`)} />
        {isCurrent && <span className={styles.holds}>{t('proposals.holds')}</span>}
      </h3>
      <p className={styles.sentence}>{t(`means.${phase}`)}</p>
      <dl className={styles.facts}>
        <dt>{t('proposals.rhythm')}</dt>
        <dd>{t('proposals.every', { days: everyDays })}</dd>
        <dt>{t('proposals.contents')}</dt>
        <dd>{formats.list(contentKinds.map((kind) => t(`content.${kind}`)))}</dd>
        <dt>{t('proposals.today')}</dt>
        <dd>{formats.list(todayFirst.map((reason) => t(`today.${reason}`)))}</dd>
      </dl>
    </div>
  );
}
