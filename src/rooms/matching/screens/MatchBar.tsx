import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { Criterion, Match } from '../schema-matches.ts';
import styles from './matches.module.css';

/** One segment per criterion, as wide as its weight: full, part-filled, hatched where nobody knows, empty where not met. */
export function MatchBar({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const asked = criteria.filter(({ state, weight }) => state !== 'not_asked' && weight > 0);
  const label = formats.list(
    asked.map(({ name, state }) => t('bar.part', { criterion: t(`criterion.${name}`), state: t(`state.${state}`) })),
  );
  return (
    <div>
      <span className={styles.hidden}>{label}</span>
      <Segments criteria={asked} />
    </div>
  );
}

/** Only the drawing; the words stand beside it. */
export function Segments({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <span className={styles.stack} aria-hidden="true">
      {criteria.map((criterion) => (
        <Segment key={criterion.name} {...criterion} />
      ))}
    </span>
  );
}

function Segment({ state, weight, points, unknownPoints }: Criterion) {
  const filled = Math.round((points / weight) * 100);
  const unknown = Math.round((unknownPoints / weight) * 100);
  return (
    <i
      data-state={state}
      style={
        { flexGrow: weight, '--filled': `${filled}%`, '--unknown': `${unknown}%` } as Record<string, string | number>
      }
    />
  );
}

/** "62 Punkte, 86 % der bekannten" and "23 unbekannt". */
export function MatchPoints({ share, points, knownPoints, totalPoints }: Match) {
  const t = useMessages('matching');
  const formats = useFormats();
  const unknown = Math.round(totalPoints) - Math.round(knownPoints);
  return (
    <p className={styles.points}>
      <span>
        <b>{t('points', { count: Math.round(points) })}</b>
        {knownPoints > 0 && <span>{t('of_known', { share: formats.percent(Math.round(share * 100) / 100) })}</span>}
      </span>
      <span>{unknown > 0 ? t('unknown', { points: formats.number(unknown) }) : t('all_known')}</span>
    </p>
  );
}
