import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Said } from '#ground/ui/Said.tsx';
import type { IgnoredPart } from '../schema-matches.ts';
import styles from './matches.module.css';

/** What stands in somebody's texts and did not count. A human looks at it: the person may know nothing of it. */
export function Ignored({ parts }: { parts: readonly IgnoredPart[] }) {
  const t = useMessages('matching');
  const formats = useFormats();
  if (parts.length === 0) return null;
  return (
    <div className={styles.ignored}>
      <b>{t('ignored.title', { count: parts.length })}</b>
      <ul>
        {parts.map(({ why, source, sourceId, sentence, spanFrom, on }) => (
          <li key={`${why} ${source} ${sourceId} ${spanFrom} ${sentence}`}>
            <span>{t(`ignored.why.${why}`)}</span>
            {sentence === '' ? (
              <span className={styles.quiet}>{t('hidden_proof')}</span>
            ) : (
              <Said size="small">{formats.quote(sentence)}</Said>
            )}
            <span className={styles.quiet}>
              {on
                ? t('source_on', { source: t(`source.${source}`), date: formats.dateLong(on) })
                : t(`source.${source}`)}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('ignored.what')}</p>
    </div>
  );
}
