import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button, buttonClass } from '#ground/ui/Button.tsx';
import { classes } from '#ground/ui/classes.ts';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import { startRun } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import { useSentence } from '../use-sentence.ts';
import { CountBar } from './CountBar.tsx';
import styles from './import-page.module.css';
import { peopleOf } from './import-stage.ts';
import { RowList } from './RowList.tsx';
import { ErrorFile } from './StartActs.tsx';
import { UndoImport } from './UndoImport.tsx';
import { useImportAct } from './use-import.ts';

/** What became of the file, row by row, and the way back. */
export function ResultView({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  return (
    <div className={styles.work}>
      <div className={styles.main}>
        <h1>{t(`result.title.${view.state}`, { count: peopleOf(view.counts) })}</h1>
        <p className={styles.lede}>{t(`result.lede.${view.state}`)}</p>
        {view.failure && (
          <div className={styles.note}>
            <ErrorNote what={sentence(view.failure)} kept={t('result.failed_kept')} />
          </div>
        )}
        <RowList view={view} />
      </div>
      <aside className={styles.aside} aria-label={t('result.aside')}>
        <h2 className={styles.head}>{t('result.became')}</h2>
        <CountBar counts={view.counts} tense="past" />
        <NextActs view={view} />
      </aside>
    </div>
  );
}

function NextActs({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const resume = useImportAct(startRun);
  const [isAsking, setAsking] = useState(false);
  const mayResume = view.state === 'cancelled' || view.state === 'failed';
  const mayUndo = view.state === 'done' || view.state === 'cancelled' || view.state === 'failed';
  const hasDuplicates = view.openDuplicates > 0;
  return (
    <>
      <div className={styles.acts}>
        {hasDuplicates && (
          <Link to="/inventory/duplicates" className={buttonClass('filled', 'big')}>
            {t('result.duplicates', { count: view.openDuplicates })}
          </Link>
        )}
        <Link
          to="/inventory"
          className={buttonClass(
            hasDuplicates || mayResume ? 'plain' : 'filled',
            hasDuplicates || mayResume ? 'normal' : 'big',
          )}
        >
          {t('result.closing_page')}
        </Link>
        {mayResume && (
          <Button
            look={hasDuplicates ? 'plain' : 'filled'}
            busy={resume.isPending}
            onClick={() => resume.mutate({ params: { importId: view.id } })}
          >
            {t('work.resume')}
          </Button>
        )}
        {view.counts.rejected > 0 && view.state !== 'undone' && <ErrorFile view={view} count={view.counts.rejected} />}
      </div>
      {resume.error && <ProblemNote problem={resume.error} />}
      {view.counts.held > 0 && view.state !== 'undone' && (
        <p className={styles.after}>
          <Link className={textStyles.link} to="/inventory/held">
            {t('result.held', { count: view.counts.held })}
          </Link>
        </p>
      )}
      {mayUndo && (
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
      )}
    </>
  );
}
