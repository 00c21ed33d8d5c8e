import { Fragment } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Evidence as Marked, Said } from '#ground/ui/Said.tsx';
import type { Evidence } from '../schema-matches.ts';
import { markedParts, sameSentences } from './marked-parts.ts';
import styles from './matches.module.css';

/** Each sentence once, as it was written, with the marker on all words that count, and where it stands. */
export function Proofs({ evidence }: { evidence: readonly Evidence[] }) {
  return sameSentences(evidence).map((same) => (
    <Proof key={`${same[0]?.source}${same[0]?.sourceId}${same[0]?.sentence}`} same={same} />
  ));
}

function Proof({ same }: { same: readonly Evidence[] }) {
  const t = useMessages('matching');
  const formats = useFormats();
  const [first] = same;
  if (!first) return null;
  const place = t(`source.${first.source}`);
  const [open = '', close = ''] = formats.quote('');
  return (
    <div className={styles.proof}>
      {first.sentence === '' ? (
        <span className={styles.quiet}>{t('hidden_proof')}</span>
      ) : (
        <Said size="small">
          {open}
          {markedParts(first.sentence, same).map(({ text, isMarked }, at) => (
            <Fragment key={at}>{isMarked ? <Marked>{text}</Marked> : text}</Fragment>
          ))}
          {close}
        </Said>
      )}
      <span className={styles.quiet}>
        {first.on ? t('source_on', { source: place, date: formats.dateLong(first.on) }) : place}
      </span>
    </div>
  );
}
