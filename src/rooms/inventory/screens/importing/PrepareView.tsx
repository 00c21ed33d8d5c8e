import { useRef } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { ErrorNote } from '#ground/ui/ErrorNote.tsx';
import type { ImportView } from '../../schema.ts';
import { useSentence } from '../use-sentence.ts';
import { BasisList } from './BasisList.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { Forecast } from './Forecast.tsx';
import { FormatSentence } from './FormatSentence.tsx';
import styles from './import-page.module.css';
import { openColumns } from './import-stage.ts';
import { ProblemRows } from './ProblemRows.tsx';
import { StartActs } from './StartActs.tsx';

/** Before anything is written: how the file is read, what becomes of it, and on which basis. */
export function PrepareView({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  const columns = useRef<HTMLDivElement>(null);
  const answerFirst = () => columns.current?.querySelector<HTMLElement>('[data-asks="true"]')?.focus();
  const rows = (
    <div key="rows" className={styles.rows}>
      <div ref={columns} className={styles.columns}>
        <ColumnTable view={view} />
      </div>
      {view.check && <ProblemRows view={view} />}
    </div>
  );
  const aside = (
    <aside key="aside" className={styles.aside} aria-label={t('prepare.aside')}>
      <Forecast view={view} />
      <BasisList view={view} />
      <StartActs view={view} onAnswerFirst={answerFirst} />
    </aside>
  );
  return (
    <div className={classes(styles.work, styles.result)}>
      <div className={styles.main}>
        <PrepareTitle view={view} />
        <FormatSentence view={view} />
        {view.failure && (
          <div className={styles.note}>
            <ErrorNote what={sentence(view.failure)} kept={t('prepare.nothing_written')} />
          </div>
        )}
        <Warnings warnings={view.warnings} />
      </div>
      {/* On a phone the columns ask first; after the dry run its answer is what one came for. */}
      {view.state === 'checked' ? [aside, rows] : [rows, aside]}
    </div>
  );
}

function PrepareTitle({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const total = view.mapping.length;
  const known =
    total -
    openColumns(view).length -
    view.mapping.filter(({ field, isSensitive }) => field === 'skip' && !isSensitive).length;
  const columns = { known: formats.number(known), total: formats.number(total) };
  return (
    <h1>
      {view.rowTotal === null
        ? t('prepare.title_unread', columns)
        : t('prepare.title', { ...columns, count: view.rowTotal })}
    </h1>
  );
}

function Warnings({ warnings }: Pick<ImportView, 'warnings'>) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label={t('prepare.warnings')}>
      {warnings.map((warning) => (
        <li key={warning.code}>{sentence(warning)}</li>
      ))}
    </ul>
  );
}
