import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import textStyles from '#ground/ui/text.module.css';
import { setMapping } from '../../contract.ts';
import type { ImportView } from '../../schema.ts';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnRow } from './ColumnRow.tsx';
import styles from './column-table.module.css';
import { foldColumns } from './target-groups.ts';
import { useImportAct } from './use-import.ts';

/** Column of the file → samples → what it becomes → why. Sure is quiet, questions are dashed. */
export function ColumnTable({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const [unfolded, setUnfolded] = useState(false);
  const act = useImportAct(setMapping);
  const { shown, folded } = foldColumns(view.mapping);
  const columns = unfolded ? view.mapping : shown;
  const choose = (...columns: ColumnChoice[]) => act.mutate({ params: { importId: view.id }, body: { columns } });
  const areSure = folded.every(({ confidence }) => confidence === 'sure');
  return (
    <>
      <table className={styles.table}>
        <caption className={textStyles.hiddenText}>{t('columns.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('columns.column')}
            </th>
            <th scope="col">{t('columns.samples')}</th>
            <th scope="col" className={styles.to}>
              {t('columns.becomes')}
            </th>
            <th scope="col" className={styles.why}>
              {t('columns.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow key={column.column} view={view} column={column} onChoose={choose} />
          ))}
        </tbody>
      </table>
      {folded.length > 0 && (
        <p className={styles.more}>
          <button
            type="button"
            className={textStyles.link}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? t('columns.fold')
              : t(areSure ? 'columns.more_sure' : 'columns.more_quiet', { count: folded.length })}
          </button>
        </p>
      )}
      {act.error && <ProblemNote problem={act.error} kept={t('columns.kept')} />}
    </>
  );
}
