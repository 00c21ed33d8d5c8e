import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { ImportView } from '../../schema.ts';
import type { TargetField } from '../../types.ts';
import { useSentence } from '../use-sentence.ts';
import { ColumnAnswer, needsAnswerBelow } from './ColumnAnswer.tsx';
import type { ColumnChoice, MappedColumn } from './ColumnTable.tsx';
import styles from './column-table.module.css';
import { isDoubt, TARGET_GROUPS } from './target-groups.ts';
import { WordsTable } from './WordsTable.tsx';

interface ColumnRowProps {
  view: ImportView;
  column: MappedColumn;
  onChoose: (...choices: ColumnChoice[]) => void;
}

export function ColumnRow({ view, column, onChoose }: ColumnRowProps) {
  const t = useMessages('inventory');
  const [wordsOpen, setWordsOpen] = useState(false);
  const hasWords = column.words !== undefined && column.field !== 'full_name';
  const choice = choiceOf(column);
  const isAsked = needsAnswerBelow(column, view.mapping);
  const mayConfirm =
    !isAsked &&
    (column.confidence === 'guessed' || (column.confidence === 'ask' && !column.field.startsWith('consent')));
  const isFollowed = isAsked || (hasWords && wordsOpen);
  return (
    <>
      <tr className={classes(column.isSensitive && styles.dropped, isFollowed && styles.followed)}>
        <th scope="row" className={styles.column}>
          {column.header}
        </th>
        <td className={styles.sample}>
          <Samples column={column} />
        </td>
        <td>
          {column.isSensitive ? (
            <NotTaken field={column.field} />
          ) : (
            <TargetSelect column={column} isFirstStop={column.confidence === 'ask' && !isAsked} onChoose={onChoose} />
          )}
        </td>
        <td className={styles.reason}>
          <Why column={column} />{' '}
          <span className={styles.links}>
            {hasWords && (
              <button
                type="button"
                className={textStyles.link}
                id={wordsButtonId(column.column)}
                aria-expanded={wordsOpen}
                onClick={() => setWordsOpen(!wordsOpen)}
              >
                {t('columns.see_words')}
              </button>
            )}
            {mayConfirm && (
              <button type="button" className={textStyles.link} onClick={() => onChoose(choice)}>
                {t('columns.confirm')}
              </button>
            )}
          </span>
        </td>
      </tr>
      {isAsked && (
        <tr className={styles.below}>
          <td colSpan={4}>
            <ColumnAnswer view={view} column={column} onChoose={onChoose} />
          </td>
        </tr>
      )}
      {hasWords && wordsOpen && (
        <tr className={styles.below}>
          <td colSpan={4}>
            <WordsTable column={column} onChoose={(words) => onChoose({ ...choice, words })} />
          </td>
        </tr>
      )}
    </>
  );
}

/** So that a row whose word is unknown can lead to the place where all of them are answered. */
export const wordsButtonId = (column: number) => `words-of-${column}`;

/** What is sent back for a column when one thing of it changes. */
export function choiceOf({ column, field, dateOrder, decimal, scale, words }: MappedColumn): ColumnChoice {
  return { column, field, dateOrder, decimal, scale, words };
}

function Samples({ column }: { column: MappedColumn }) {
  const t = useMessages('inventory');
  if (column.isSensitive) return <>{t('columns.samples_hidden')}</>;
  if (column.samples.length === 0) return <>{t('columns.no_samples')}</>;
  return <span title={column.samples.join('\n')}>{column.samples.slice(0, 3).join(' · ')}</span>;
}

function NotTaken({ field }: { field: TargetField }) {
  const t = useMessages('inventory');
  return (
    <b className={field === 'birth_date' ? styles.compared : styles.not}>
      {t(field === 'birth_date' ? 'columns.compared_only' : 'columns.not_taken')}
    </b>
  );
}

interface TargetSelectProps extends Pick<ColumnRowProps, 'column' | 'onChoose'> {
  /** The question is answered here and not below. */
  isFirstStop: boolean;
}

function TargetSelect({ column, isFirstStop, onChoose }: TargetSelectProps) {
  const t = useMessages('inventory');
  const asks = column.confidence === 'ask' || column.confidence === 'guessed';
  const options = TARGET_GROUPS.flatMap(({ group, fields }) =>
    fields.map((field) => ({ value: field, label: t(`field.${field}`), group: group && t(`field_group.${group}`) })),
  );
  return (
    <SelectField
      label={t('columns.becomes_of', { column: column.header })}
      labelHidden
      asks={asks}
      data-asks={isFirstStop && !column.field.startsWith('consent')}
      value={column.field}
      options={options}
      onChoose={(field) => onChoose({ column: column.column, field: field as TargetField })}
    />
  );
}

function Why({ column: { confidence, reason, isSensitive } }: { column: MappedColumn }) {
  const t = useMessages('inventory');
  const sentence = useSentence();
  if (confidence === 'sure') return <span>{isDoubt(reason) ? t('columns.by_hand') : sentence(reason)}</span>;
  if (confidence === 'dropped')
    return <span className={isSensitive ? undefined : styles.quiet}>{sentence(reason)}</span>;
  return (
    <>
      <b className={styles.open}>{t(`columns.${confidence}`)}</b> {sentence(reason)}
    </>
  );
}
