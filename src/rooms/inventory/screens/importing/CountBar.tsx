import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { ImportCounts } from '../../schema.ts';
import styles from './count-bar.module.css';
import { countParts } from './count-parts.ts';

/** One bar with the numbers as a list below. */
export function CountBar({ counts, tense }: { counts: ImportCounts; tense: 'future' | 'past' }) {
  const t = useMessages('inventory');
  const formats = useFormats();
  const parts = countParts(counts);
  return (
    <>
      <div className={styles.bar} aria-hidden="true" hidden={parts.every(({ share }) => share === 0)}>
        {parts.map(
          ({ kind, share }) => share > 0 && <i key={kind} className={styles[kind]} style={{ flexGrow: share }} />,
        )}
      </div>
      <dl className={styles.list}>
        {parts.map(({ kind, count }) => (
          <div key={kind} className={styles.line} data-kind={kind}>
            <dt>
              <i className={styles[kind]} aria-hidden="true" />
              {t(`counts.${tense}.${kind}`)}
            </dt>
            <dd>{formats.number(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
