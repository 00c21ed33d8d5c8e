import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import textStyles from '#ground/ui/text.module.css';
import styles from './editor.module.css';
import type { Saving } from './saving.ts';

/** Quiet as long as all is well; it says what is kept where it is not. */
export function SaveState({ saving, onSave }: { saving: Saving; onSave: () => void }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const words = useProblemWords();
  if (saving.is === 'saved')
    return saving.at ? <span>{t('editor.save.saved', { time: formats.time(saving.at) })}</span> : null;
  if (saving.is === 'waiting' || saving.is === 'saving') return <span>{t('editor.save.saving')}</span>;
  if (saving.is === 'overtaken') return <span className={styles.asks}>{t('editor.save.overtaken')}</span>;
  return (
    <span role="alert" className={styles.asks}>
      {t('editor.save.failed', { why: words(saving.problem) })}{' '}
      <button type="button" className={textStyles.link} onClick={onSave}>
        {t('editor.save.again')}
      </button>
    </span>
  );
}
