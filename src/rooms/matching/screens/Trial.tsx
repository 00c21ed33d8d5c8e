import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './matches.module.css';
import { changesBetween, type Move } from './trial.ts';
import { useMatches, useTrial } from './use-matches.ts';

/** Which weights are on trial, and how many people stand elsewhere because of them. */
export function TrialNote({ demandId }: { demandId: string }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const trial = useTrial(demandId);
  const { first } = useMatches(demandId);
  if (!trial || !first) return null;
  const changes = changesBetween(trial.kept.weights, first.weights).map(({ name, before, now }) =>
    t('trial.change', { criterion: t(`criterion.${name}`), before, now }),
  );
  if (changes.length === 0) return null;
  return (
    <output className={styles.trial}>
      <b>{t('trial.title')}</b>
      <span>{t('trial.what', { changes: formats.list(changes) })}</span>
      <span>{t('trial.moved', { count: trial.moves.size })}</span>
    </output>
  );
}

/** "Vorher Platz 4. Mehr Punkte für Nähe des Berufs." */
export function MoveWords({ move }: { move: Move }) {
  const t = useMessages('matching');
  const { before, criterion, isUp } = move;
  return (
    <p className={styles.move} data-up={isUp}>
      <span>{before === null ? t('trial.from_below') : t('trial.place', { place: before })}</span>
      {criterion && <span>{t(isUp ? 'trial.more' : 'trial.less', { criterion: t(`criterion.${criterion}`) })}</span>}
    </p>
  );
}
