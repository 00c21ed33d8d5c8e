import { useId, useState } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { spacedPhone } from '#ground/text/phone.ts';
import { Button } from '#ground/ui/Button.tsx';
import { useShortcuts } from '#ground/ui/shortcuts/use-shortcuts.ts';
import textStyles from '#ground/ui/text.module.css';
import type { DuplicatePair } from '../../schema.ts';
import { type Choices, firstChoices, type PairRow, pairRows, type Side } from './pair-rows.ts';
import styles from './duplicates-page.module.css';

/** Dates within a fact, such as that of the last application. */
const CALENDAR_DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

interface PairReviewProps {
  pair: DuplicatePair;
  onMerge: (choices: Choices) => void;
  onDecide: (decision: 'different' | 'later') => void;
  onWalk: (by: 1 | -1) => void;
}

/** One pair: a row per field, the kept value stronger, and what speaks for one person in words. */
export function PairReview({ pair, onMerge, onDecide, onWalk }: PairReviewProps) {
  const t = useMessages('inventory');
  const [choices, setChoices] = useState<Choices>(() => firstChoices(pair));
  useShortcuts([
    { keys: 'z', label: t('duplicates.merge'), run: () => onMerge(choices) },
    { keys: 'x', label: t('duplicates.different'), run: () => onDecide('different') },
    { keys: 's', label: t('duplicates.later'), run: () => onDecide('later') },
    { keys: 'j', label: t('duplicates.next'), run: () => onWalk(1) },
    { keys: 'k', label: t('duplicates.previous'), run: () => onWalk(-1) },
  ]);
  return (
    <>
      <table className={styles.table}>
        <caption className={textStyles.hiddenText}>{t('duplicates.caption')}</caption>
        <PairHead pair={pair} />
        <tbody>
          {pairRows(pair).map((row) => (
            <FieldRow
              key={row.row}
              row={row}
              chosen={choices[row.row]}
              onChoose={(side) => setChoices({ ...choices, [row.row]: side })}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.acts}>
        <Button look="filled" keys="z" onClick={() => onMerge(choices)}>
          {t('duplicates.merge')}
        </Button>
        <Button keys="x" onClick={() => onDecide('different')}>
          {t('duplicates.different')}
        </Button>
        <Button look="bare" keys="s" onClick={() => onDecide('later')}>
          {t('duplicates.later')}
        </Button>
      </div>
      <p className={styles.promise}>{t('duplicates.promise')}</p>
    </>
  );
}

function PairHead({ pair }: { pair: DuplicatePair }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const since = (at: string) => t('duplicates.here_since', { when: formats.dateShort(at) });
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className={textStyles.hiddenText}>{t('duplicates.fact')}</span>
        </th>
        <th scope="col">{since(pair.a.createdAt)}</th>
        <th scope="col">{since(pair.b.createdAt)}</th>
        <th scope="col" className={styles.verdict}>
          {t('duplicates.speaks')}
        </th>
      </tr>
    </thead>
  );
}

interface FieldRowProps {
  row: PairRow;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
}

function FieldRow({ row, chosen, onChoose }: FieldRowProps) {
  const t = useMessages('inventory');
  const name = useId();
  const isChoice = row.merges.length > 0 && row.a.length > 0 && row.b.length > 0 && row.a.join() !== row.b.join();
  const title = t(`duplicates.row.${row.row}`);
  const isEqual = row.a.join() === row.b.join();
  const isKept = (side: Side) => row[side].length > 0 && (row.merges.length === 0 || isEqual || chosen === side);
  return (
    <tr>
      <th scope="row">{title}</th>
      {(['a', 'b'] as const).map((side) => (
        <td key={side} data-kept={isKept(side)}>
          {isChoice ? (
            <label className={styles.pick}>
              <input
                type="radio"
                name={name}
                className={styles.radio}
                checked={chosen === side}
                aria-label={t('duplicates.keep_value', { field: title, value: row[side].join(', ') })}
                onChange={() => onChoose(side)}
              />
              <Values row={row.row} values={row[side]} />
            </label>
          ) : (
            <Values row={row.row} values={row[side]} />
          )}
        </td>
      ))}
      <td className={styles.verdict}>
        <VerdictWords row={row} />
      </td>
    </tr>
  );
}

function Values({ row, values }: { row: PairRow['row']; values: readonly string[] }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const isHashed = row === 'birthDate' || row === 'otherId';
  if (values.length === 0) {
    return <span className={styles.unknown}>{t(isHashed ? 'duplicates.not_shown' : 'duplicates.unknown')}</span>;
  }
  return (
    <span>
      {values.map((value) => (
        <span key={value} className={styles.value}>
          {row === 'emails' ? (
            <Mail address={value} />
          ) : (
            spacedPhone(value).replaceAll(CALENDAR_DATE, (day) => formats.dateShort(day))
          )}
        </span>
      ))}
    </span>
  );
}

/** A long address breaks where it has its joint. */
function Mail({ address }: { address: string }) {
  const [name = '', ...host] = address.split('@');
  return (
    <>
      {name}
      {host.length > 0 && '@'}
      <wbr />
      {host.join('@')}
    </>
  );
}

/** "stark dafür: gleich"; the number is in the hint. */
function VerdictWords({ row: { verdict, levels, weightBits, merges, a, b } }: { row: PairRow }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const bothStay = merges.length === 0 && a.length > 0 && b.length > 0;
  if (!verdict) return <>{bothStay && t('duplicates.both_stay')}</>;
  const how = formats.list([...new Set(levels.map(({ level }) => t(`duplicates.level.${level}`)))]);
  return (
    <span title={t('duplicates.bits', { bits: formats.number(Math.round(weightBits * 10) / 10) })}>
      <b data-verdict={verdict}>{t(`duplicates.verdict.${verdict}`)}</b> {how}
    </span>
  );
}
