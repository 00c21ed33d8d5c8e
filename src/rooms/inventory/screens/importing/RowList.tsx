import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#ground/http/client.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { listImportRows } from '../../contract.ts';
import { type ImportRowView, type ImportView, type Outcome, OUTCOMES } from '../../schema.ts';
import { MoreButton } from '../MoreButton.tsx';
import { usePages } from '../use-pages.ts';
import { useSentence } from '../use-sentence.ts';
import pageStyles from './import-page.module.css';
import { nameInRow } from './row-words.ts';
import styles from './row-list.module.css';

const PAGE = 100;
type Choice = Outcome | 'all';

/** What became of each row, filtered by outcome, in pages of a hundred. */
export function RowList({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const [choice, setChoice] = useState<Choice>(view.counts.rejected > 0 ? 'rejected' : 'all');
  const present = OUTCOMES.filter((outcome) => view.counts[outcome] > 0);
  const options = [
    { value: 'all' as const, label: t('rows.all') },
    ...present.map((value) => ({
      value,
      label: t('rows.chip', { word: t(`outcome.${value}`), shown: formats.number(view.counts[value]) }),
    })),
  ];
  return (
    <section className={pageStyles.part}>
      <h2 className={pageStyles.partHead}>{t('rows.title')}</h2>
      <div className={styles.chips}>
        <Chips<Choice> label={t('rows.filter')} options={options} value={choice} onChoose={setChoice} />
      </div>
      <Rows view={view} choice={choice} />
    </section>
  );
}

function Rows({ view, choice }: { view: ImportView; choice: Choice }) {
  const t = useMessages('inventory');
  const params = { importId: view.id };
  const outcome = choice === 'all' ? undefined : choice;
  const rows = usePages({
    key: [listImportRows.path, params, choice],
    load: (cursor, signal) => call(listImportRows, { params, query: { cursor, limit: PAGE, outcome } }, { signal }),
  });
  if (rows.isPending) return <SkeletonRows rows={8} />;
  if (rows.error) return <ProblemNote problem={rows.error} onRetry={() => void rows.refetch()} />;
  if (rows.items.length === 0) return <p className={pageStyles.after}>{t('rows.none')}</p>;
  return (
    <>
      <table className={styles.table}>
        <caption className={textStyles.hiddenText}>{t('rows.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {t('problem_rows.line')}
            </th>
            <th scope="col">{t('problem_rows.person')}</th>
            <th scope="col" className={styles.outcome}>
              {t('rows.became')}
            </th>
            <th scope="col">{t('rows.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.items.map((row) => (
            <ResultRow key={row.line} view={view} row={row} />
          ))}
        </tbody>
      </table>
      <MoreButton {...rows} />
    </>
  );
}

function ResultRow({ view, row }: { view: ImportView; row: ImportRowView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const sentence = useSentence();
  const name = nameInRow(row, view.mapping) || <span className={styles.nameless}>{t('rows.no_name')}</span>;
  return (
    <tr>
      <td className={styles.number}>{formats.number(row.line)}</td>
      <td className={styles.person}>
        {row.talentId ? (
          <Link className={textStyles.link} to={`/talents/${row.talentId}`}>
            {name}
          </Link>
        ) : (
          name
        )}
      </td>
      <td data-outcome={row.outcome}>{t(`outcome.${row.outcome}`)}</td>
      <td className={styles.note}>{row.problems.map(sentence).join(' ')}</td>
    </tr>
  );
}
