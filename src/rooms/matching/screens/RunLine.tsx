import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import textStyles from '#ground/ui/text.module.css';
import type { MatchPage } from '../schema-matches.ts';
import styles from './matches.module.css';
import { ModelNote } from './ModelNote.tsx';
import { useDirectoryWords } from './use-directory-words.ts';
import { useMatchSearch } from './use-match-search.ts';

/** By which rules and when; and the switch that hides names. */
export function RunLine({ page, demandId }: { page: MatchPage; demandId: string }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const directory = useDirectoryWords();
  const { search, change } = useMatchSearch(demandId);
  const isBlind = search.blind === 'yes';
  return (
    <>
      <p className={styles.run}>
        {t(`level.${page.level}`)} ·{' '}
        {t('run', {
          rule: page.ruleVersion,
          directory: directory(page.directoryVersion),
          time: formats.dateTime(page.at),
        })}{' '}
        ·{' '}
        <button
          type="button"
          className={textStyles.link}
          aria-pressed={isBlind}
          onClick={() => change({ blind: isBlind ? undefined : 'yes' })}
        >
          {t(isBlind ? 'blind.off' : 'blind.on')}
        </button>
      </p>
      <ModelNote page={page} demandId={demandId} />
    </>
  );
}
