import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import type { CampaignDetail } from '../../schema-writing.ts';
import styles from './editor.module.css';
import type { LetterAtWork } from './use-letter.ts';

interface ConflictProps {
  theirs: CampaignDetail;
  work: LetterAtWork;
  onShow: () => void;
}

/** Two wrote at once: both versions are there, and whoever comes second chooses. */
export function Conflict({ theirs, work, onShow }: ConflictProps) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  return (
    <div className={styles.conflict}>
      <ErrorNote
        what={t('editor.conflict.what', { when: formats.relative(theirs.updatedAt) })}
        kept={t('editor.conflict.kept')}
        now={t('editor.conflict.now')}
      />
      <div className={styles.acts}>
        <Button onClick={onShow}>{t('editor.conflict.show')}</Button>
        <Button onClick={() => work.adopt(theirs)}>{t('editor.conflict.theirs')}</Button>
        <Button onClick={work.keepMine}>{t('editor.conflict.mine')}</Button>
      </div>
    </div>
  );
}
