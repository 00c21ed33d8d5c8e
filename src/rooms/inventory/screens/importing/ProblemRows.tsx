import { type FormEvent, useId, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#ground/http/client.ts';
import { useAct } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { useProblemWords } from '#ground/i18n/use-problem-words.ts';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import { SkeletonRows } from '#ground/ui/Skeleton.tsx';
import textStyles from '#ground/ui/text.module.css';
import { correctRow, listImportRows } from '../../contract.ts';
import type { ImportRowView, ImportView } from '../../schema.ts';
import { MoreButton } from '../MoreButton.tsx';
import { usePages } from '../use-pages.ts';
import { useSentence } from '../use-sentence.ts';
import { wordsButtonId } from './column-choice.ts';
import pageStyles from './import-page.module.css';
import styles from './problem-rows.module.css';
import { mendable, nameInRow } from './row-words.ts';

const PAGE = 20;

/** Rows with something wrong in them, with the cell in place to mend it. */
export function ProblemRows({ view }: { view: ImportView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const params = { importId: view.id };
  const rows = usePages({
    key: [listImportRows.path, params, 'problems'],
    load: (cursor, signal) =>
      call(listImportRows, { params, query: { cursor, limit: PAGE, withProblems: 'true' } }, { signal }),
  });
  const total = (view.check?.problems ?? []).reduce((sum, { count }) => sum + count, 0);
  if (rows.isPending) return <SkeletonRows rows={3} />;
  if (rows.error) return <ProblemNote problem={rows.error} onRetry={() => void rows.refetch()} />;
  if (rows.items.length === 0) return null;
  return (
    <section className={pageStyles.part}>
      <h2 className={pageStyles.partHead}>
        {t('problem_rows.title')}{' '}
        <span>
          {t('problem_rows.count', { problems: formats.number(total), rows: formats.number(view.rowTotal ?? 0) })}
        </span>
      </h2>
      <table className={styles.table}>
        <caption className={textStyles.hiddenText}>{t('problem_rows.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {t('problem_rows.line')}
            </th>
            <th scope="col">{t('problem_rows.person')}</th>
            <th scope="col">{t('problem_rows.wrong')}</th>
            <th scope="col" className={styles.mend}>
              {t('problem_rows.mend')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.items.map((row) => (
            <ProblemRow key={row.line} view={view} row={row} />
          ))}
        </tbody>
      </table>
      <MoreButton {...rows} />
    </section>
  );
}

function ProblemRow({ view, row }: { view: ImportView; row: ImportRowView }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const sentence = useSentence();
  const [mended, setMended] = useState<ImportRowView>();
  const shown = mended ?? row;
  const isMended = mended !== undefined && mended.problems.length === 0;
  return (
    <tr>
      <td className={styles.number}>{formats.number(row.line)}</td>
      <td className={styles.person}>{nameInRow(shown, view.mapping) || t('problem_rows.nameless')}</td>
      <td>
        {isMended ? (
          <output>{t('problem_rows.mended')}</output>
        ) : (
          shown.problems.map((problem) => (
            <p key={`${problem.column}${problem.code}`}>
              {sentence(problem)}{' '}
              <span className={styles.effect}>
                {t(`problem_rows.effect.${problem.severity}`, { field: t(`field.${problem.field}`) })}
              </span>
            </p>
          ))
        )}
      </td>
      <td>
        {shown.problems.some(isUnknownWord) && !isMended && <WordLink problem={shown.problems.find(isUnknownWord)} />}
        {mendable({ ...row, problems: row.problems.filter((problem) => !isUnknownWord(problem)) }).map(
          ({ column, value }) => (
            <MendCell
              key={column}
              view={view}
              line={row.line}
              column={column}
              value={value}
              isMended={isMended}
              onMended={setMended}
            />
          ),
        )}
      </td>
    </tr>
  );
}

const isUnknownWord = ({ code }: ImportRowView['problems'][number]) => code.endsWith('problem.word_unknown');

/** The same word stands in many rows: it is answered once, in its column. */
function WordLink({ problem }: { problem: ImportRowView['problems'][number] | undefined }) {
  const t = useMessages('inventory');
  if (!problem) return null;
  const lead = () => {
    const button = document.getElementById(wordsButtonId(problem.column));
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
    button?.scrollIntoView({ block: 'center' });
    button?.focus();
  };
  return (
    <button type="button" className={textStyles.link} onClick={lead}>
      {t('problem_rows.answer_word')}
    </button>
  );
}

interface MendCellProps {
  view: ImportView;
  line: number;
  column: number;
  value: string;
  isMended: boolean;
  onMended: (row: ImportRowView) => void;
}

function MendCell({ view, line, column, value, isMended, onMended }: MendCellProps) {
  const t = useMessages('inventory');
  const words = useProblemWords();
  const id = useId();
  const cache = useQueryClient();
  const [written, setWritten] = useState(value);
  const act = useAct(correctRow, {
    onDone: (row) => {
      onMended(row);
      cache.removeQueries({ queryKey: [listImportRows.path], type: 'inactive' });
    },
  });
  const header = view.mapping.find((one) => one.column === column)?.header ?? '';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (written !== value)
      act.mutate({ params: { importId: view.id, line }, body: { cells: [{ column, value: written }] } });
  };
  return (
    <form className={styles.cell} onSubmit={save}>
      <input
        aria-label={t('problem_rows.cell', { column: header, line })}
        aria-describedby={act.error ? id : undefined}
        aria-invalid={!isMended}
        title={header}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      {written !== value && !isMended && (
        <Button type="submit" busy={act.isPending}>
          {t('problem_rows.save')}
        </Button>
      )}
      {act.error && (
        <span id={id} role="alert" className={styles.failed}>
          {words(act.error)}
        </span>
      )}
    </form>
  );
}
