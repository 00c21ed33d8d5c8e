import { useRead } from '#ground/http/use-call.ts';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Section } from '#ground/ui/Page.tsx';
import { ProblemNote } from '#ground/ui/ProblemNote.tsx';
import type { SentLettersProps } from '#ground/ui/sequence-letters.ts';
import { sequenceLettersRoute } from '../../contract-sending.ts';
import type { SequenceLetterRow } from '../../schema-sending.ts';
import styles from './sequences.module.css';

/** How many letters of a sequence went out; stands on the page of the sequence. */
export function SentLetters({ sequenceId, sequenceName, isExpected }: SentLettersProps) {
  const t = useMessages('campaigns');
  const { data, error, refetch } = useRead(sequenceLettersRoute, { params: { sequenceId } });
  const items = data?.items ?? [];
  if (!isExpected && items.length === 0) return null;
  return (
    <Section title={t('sequence.sent_title')}>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <p className={styles.none}>{t('sequence.nothing_sent')}</p>}
      <ul>
        {items.map((row) => (
          <LetterRow key={row.name} row={row} sequenceName={sequenceName} />
        ))}
      </ul>
    </Section>
  );
}

const COUNTED = ['waiting', 'notSent', 'uncertain'] as const;

function LetterRow({ row, sequenceName }: { row: SequenceLetterRow; sequenceName: string }) {
  const t = useMessages('campaigns');
  const formats = useFormats();
  const start = `${sequenceName}: `;
  const besides = COUNTED.filter((what) => row[what] > 0).map((what) => t(`sequence.${what}`, { count: row[what] }));
  const last = row.sent > 0 ? [t('sequence.last', { day: formats.dateShort(row.lastAt) })] : [];
  return (
    <li className={styles.row}>
      <b>{row.name.startsWith(start) ? row.name.slice(start.length) : row.name}</b>
      <span>{t('sequence.sent', { count: row.sent })}</span>
      <span className={styles.below}>{[...last, ...besides].join(' · ')}</span>
    </li>
  );
}
