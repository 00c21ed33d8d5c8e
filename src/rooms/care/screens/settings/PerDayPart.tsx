import { useMessages } from '#ground/i18n/use-messages.ts';
import { Chips } from '#ground/ui/FilterSentence.tsx';
import { MOST_PER_DAY } from '../../types.ts';
import styles from './settings.module.css';

const COUNTS = [3, 5, 8, 10, MOST_PER_DAY];

export function PerDayPart({ perDay, onPerDay }: { perDay: number; onPerDay: (perDay: number) => void }) {
  const t = useMessages('care');
  const counts = COUNTS.includes(perDay) ? COUNTS : [...COUNTS, perDay].sort((a, b) => a - b);
  return (
    <div className={styles.part}>
      <Chips<string>
        label={t('settings.per_day')}
        value={String(perDay)}
        options={counts.map((count) => ({ value: String(count), label: String(count) }))}
        onChoose={(count) => onPerDay(Number(count))}
      />
      <p className={styles.quiet}>{t('settings.per_day_help')}</p>
    </div>
  );
}
