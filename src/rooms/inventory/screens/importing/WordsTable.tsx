import { useMessages } from '#ground/i18n/use-messages.ts';
import { SelectField } from '#ground/ui/SelectField.tsx';
import type { MappedColumn } from './column-choice.ts';
import styles from './column-table.module.css';
import { wordsOf } from './target-groups.ts';

/** What each word of the file means to us; unknown ones first. */
export function WordsTable({
  column,
  onChoose,
}: {
  column: MappedColumn;
  onChoose: (words: Record<string, string>) => void;
}) {
  const t = useMessages('inventory');
  const words = Object.entries(column.words ?? {}).toSorted(([, a], [, b]) => Number(a !== '') - Number(b !== ''));
  const options = [
    { value: '', label: t('words.none') },
    ...wordsOf(column.field).map(({ list, word }) => ({
      value: word,
      label: t(`word.${list}.${word}`),
      group: t(`words.list.${list}`),
    })),
  ];
  return (
    <div className={styles.words}>
      <p className={styles.wordsHead}>{t('words.title', { column: column.header })}</p>
      <ul>
        {words.map(([word, meaning]) => (
          <li key={word}>
            <span>{word}</span>
            <SelectField
              label={t('words.means', { word })}
              labelHidden
              asks={meaning === ''}
              value={meaning}
              options={options}
              onChoose={(chosen) => onChoose({ ...column.words, [word]: chosen })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
