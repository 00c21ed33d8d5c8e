import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { ImportView } from '../../schema.ts';
import { useSentence } from '../use-sentence.ts';
import { CountBar } from './CountBar.tsx';
import styles from './import-page.module.css';
import { peopleOf } from './import-stage.ts';
import { RowList } from './RowList.tsx';
import { ErrorFile } from './StartActs.tsx';
import { UndoImport } from './UndoImport.tsx';

/** What became of the file, row by row, and the way back. */
export function ResultView({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  return (
    <div className={classes(styles.work, styles.result)}>
      <div className={styles.main}>
        <h1>{t(`result.title.${view.state}`, { count: peopleOf(view.counts) })}</h1>
        <p className={styles.lede}>{t(`result.lede.${view.state}`)}</p>
        {view.failure && (
          <div className={styles.note}>
            <ErrorNote what={sentence(view.failure)} kept={t('result.failed_kept')} />
          </div>
        )}
      </div>
      <aside className={styles.aside} aria-label={t('result.aside')}>
        <h2 className={styles.head}>{t('result.became')}</h2>
        <CountBar counts={view.counts} tense="past" />
        <NextActs view={view} />
      </aside>
      <div className={styles.rows}>
        <RowList view={view} />
      </div>
    </div>
  );
}

const UNDOABLE: readonly ImportView['state'][] = ['done', 'cancelled', 'failed'];

function NextActs({ view }: { view: ImportView }) {
  const mayUndo = UNDOABLE.includes(view.state);
  return (
    <>
      <div className={styles.acts}>
        <MainActs view={view} />
        {view.counts.rejected > 0 && mayUndo && <ErrorFile view={view} count={view.counts.rejected} />}
      </div>
      {view.counts.held > 0 && mayUndo && <HeldLink count={view.counts.held} />}
      {mayUndo && <UndoPart view={view} />}
    </>
  );
}

/** One filled button: the pairs that wait, else the overview. What is over has given its file away and cannot go on. */
function MainActs({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const hasPairs = view.openDuplicates > 0;
  return (
    <>
      {hasPairs && (
        <Link to="/inventory/duplicates" className={buttonClass('filled')}>
          {t('result.duplicates', { count: view.openDuplicates })}
        </Link>
      )}
      <Link to="/inventory" className={buttonClass(hasPairs ? 'plain' : 'filled')}>
        {t('result.closing_page')}
      </Link>
    </>
  );
}

function HeldLink({ count }: { count: number }) {
  const t = useMessages('inventory');
  return (
    <p className={styles.after}>
      <Link className={textStyles.link} to="/inventory/held">
        {t('result.held', { count })}
      </Link>
    </p>
  );
}

function UndoPart({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <h2 className={classes(styles.head, styles.ruled)}>{t('undo.head')}</h2>
      <p className={styles.after}>{t('undo.promise')}</p>
      <div className={styles.acts}>
        <Button look="risk" onClick={() => setAsking(true)}>
          {t('undo.start')}
        </Button>
      </div>
      <UndoImport view={view} open={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}
