import { useMessages } from '#ground/i18n/use-messages.ts';
import textStyles from '#ground/ui/text.module.css';
import type { MatchPage } from '../schema-matches.ts';
import styles from './matches.module.css';
import { useMatchSearch } from './use-match-search.ts';

/** Whether a model took part in the order, and the switch to look without it. What it could not do is said, and the list stands. */
export function ModelNote({ page: { model }, demandId }: { page: MatchPage; demandId: string }) {
  const t = useMessages('matching');
  const { search, change } = useMatchSearch(demandId);
  const isLeftOut = search.model === 'no';
  if (!model && !isLeftOut) return null;
  return (
    <p className={styles.run}>
      {model ? t(`model.state.${model.state}`, { model: model.model, count: model.weight }) : t('model.left_out')}{' '}
      <button
        type="button"
        className={textStyles.link}
        aria-pressed={isLeftOut}
        onClick={() => change({ model: isLeftOut ? undefined : 'no' })}
      >
        {t(isLeftOut ? 'model.with' : 'model.without')}
      </button>
    </p>
  );
}
