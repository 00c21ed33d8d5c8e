import { Link } from '@tanstack/react-router';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { useIsPhone } from '#ground/ui/use-phone.ts';
import type { PlanCard } from '../../schema-plans.ts';
import { ForWhom } from '../shared/ForWhom.tsx';
import sharedStyles from '../shared/shared.module.css';
import { useDayWords } from '../shared/use-day-words.ts';
import { usePlanWords } from '../shared/use-plan-words.ts';
import styles from './plans.module.css';

/** A plan on one row: its name and for whom, how often by which way, who is due, what is told next. */
export function PlanRow({ plan }: { plan: PlanCard }) {
  const t = useMessages('care');
  const words = usePlanWords();
  const dayWords = useDayWords();
  const isPhone = useIsPhone();
  const { id, name, state, people, dueNow, nextContent, owner } = plan;
  return (
    <li className={classes(sharedStyles.row, styles.row)} data-state={state}>
      <span className={styles.what}>
        <Link to="/care/plans/$planId" params={{ planId: id }} className={sharedStyles.rowName}>
          {name}
        </Link>
        <ForWhom whom={plan.for} />
      </span>
      <span>
        {words.rhythm(plan)}
        <span className={styles.below}>{words.channels(plan.channels)}</span>
      </span>
      <span>
        {t('plan.people', { count: people })}
        <span className={classes(styles.below, dueNow > 0 && styles.due)}>{t('plan.due', { count: dueNow })}</span>
      </span>
      <span>
        {nextContent ? (
          <>
            {nextContent.title}
            <span className={styles.below}>{t('plan.content_on', { day: dayWords(nextContent.onDate) })}</span>
          </>
        ) : (
          <span className={styles.below}>{t('plan.no_content')}</span>
        )}
      </span>
      <span className={styles.end}>
        {state !== 'running' && <span>{t(`state.${state}`)}</span>}
        {owner && <span title={owner.name}>{isPhone ? owner.name : owner.initials}</span>}
      </span>
    </li>
  );
}
