import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { classes } from '#ground/ui/classes.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import textStyles from '#ground/ui/text.module.css';
import type { ImportView } from '../../schema.ts';
import type { TargetField } from '../../types.ts';
import { useSentence } from '../use-sentence.ts';
import { ColumnAnswer } from './ColumnAnswer.tsx';
import {
  choiceOf,
  type ColumnChoice,
  type MappedColumn,
  mayConfirm,
  needsAnswerBelow,
  wordsButtonId,
} from './column-choice.ts';
import styles from './column-table.module.css';
import { isDoubt, TARGET_GROUPS } from './target-groups.ts';
import { WordsTable } from './WordsTable.tsx';

interface ColumnRowProps {
  view: ImportView;
  column: MappedColumn;
  onChoose: (...choices: ColumnChoice[]) => void;
}

export function ColumnRow({ view, column, onChoose }: ColumnRowProps) {
  const [wordsOpen, setWordsOpen] = useState(false);
  const hasWords = column.words !== undefined && column.field !== 'full_name';
  const isAsked = needsAnswerBelow(column, view.mapping);
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
            <TargetSelect column={column} isAskedBelow={isAsked} onChoose={onChoose} />
          )}
        </td>
        <td className={styles.reason}>
          <Why column={column} />{' '}
          <span className={styles.links}>
            {hasWords && (
              <WordsButton column={column.column} open={wordsOpen} onTurn={() => setWordsOpen(!wordsOpen)} />
            )}
            {mayConfirm(column, view.mapping) && <ConfirmButton onConfirm={() => onChoose(choiceOf(column))} />}
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
            <WordsTable column={column} onChoose={(words) => onChoose({ ...choiceOf(column), words })} />
          </td>
        </tr>
      )}
    </>
  );
}

function WordsButton({ column, open, onTurn }: { column: number; open: boolean; onTurn: () => void }) {
  const t = useMessages('inventory');
  return (
    <button type="button" id={wordsButtonId(column)} className={textStyles.link} aria-expanded={open} onClick={onTurn}>
      {t('columns.see_words')}
    </button>
  );
}

function ConfirmButton({ onConfirm }: { onConfirm: () => void }) {
  const t = useMessages('inventory');
  return (
    <button type="button" className={textStyles.link} onClick={onConfirm}>
      {t('columns.confirm')}
    </button>
  );
}

function Samples({ column }: { column: MappedColumn }) {
  const t = useMessages('inventory');
  if (column.isSensitive) return <>{t('columns.samples_hidden')}</>;
  if (column.samples.length === 0) return <>{t('columns.no_samples')}</>;
  return <span title={column.samples.join('\n')}>{column.samples.slice(0, 3).map(breakable).join(' · ')}</span>;
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
  /** The question has its own form below. */
  isAskedBelow: boolean;
}

function TargetSelect({ column, isAskedBelow, onChoose }: TargetSelectProps) {
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
      data-asks={column.confidence === 'ask' && !isAskedBelow && !column.field.startsWith('consent')}
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

/** A long address breaks where it has its joint. */
const breakable = (sample: string) => sample.replace('@', '@\u200B');
