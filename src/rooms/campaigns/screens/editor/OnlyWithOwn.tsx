import { useMessages } from '#ground/i18n/use-messages.ts';
import { Checkbox } from '#ground/ui/Checkbox.tsx';
import styles from './block.module.css';
import { useEditing } from './editing.ts';

/** Whether somebody to whom only the blocks for everybody are left gets a letter at all. Asked where any block is narrowed. */
export function OnlyWithOwn() {
  const t = useMessages('campaigns');
  const { letter, edit, mayWrite, reach } = useEditing();
  if (!letter.blocks.some(({ rule }) => rule !== undefined)) return null;
  return (
    <div className={styles.end}>
      <Checkbox
        checked={letter.onlyWithOwnBlock}
        disabled={!mayWrite}
        onMark={(onlyWithOwnBlock) => edit((now) => ({ ...now, onlyWithOwnBlock }))}
      >
        {t('editor.only_own')}
      </Checkbox>
      {reach && reach.nothing > 0 && (
        <p className={styles.keys}>{t('editor.only_own_count', { count: reach.nothing })}</p>
      )}
    </div>
  );
}
