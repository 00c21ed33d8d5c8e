import { useState } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import type { SenderCard } from '../../schema-sending.ts';
import partStyles from '../shared/parts.module.css';
import { type DnsRecord, recordsToShow } from './records.ts';
import styles from './senders.module.css';

/** What to publish in the name system, ready to be copied. */
export function Records({ card }: { card: SenderCard }) {
  const t = useMessages('campaigns');
  const records = recordsToShow(card);
  if (records.length === 0) return null;
  return (
    <div className={partStyles.part}>
      <h3 className={styles.head}>{t('senders.records')}</h3>
      <p className={partStyles.quiet}>{t('senders.records_help')}</p>
      <ul>
        {records.map((record) => (
          <RecordLine key={`${record.name}${record.value}`} record={record} />
        ))}
      </ul>
    </div>
  );
}

function RecordLine({ record: { name, type, value, kind } }: { record: DnsRecord }) {
  const t = useMessages('campaigns');
  return (
    <li className={styles.record}>
      <div className={styles.recordHead}>
        <span className={styles.recordName}>
          {name} <span className={partStyles.note}>{kind === 'given' ? type : t('senders.proposed', { type })}</span>
        </span>
        <CopyButton text={name} label={t('senders.copy_name', { name })}>
          {t('senders.copy_name_short')}
        </CopyButton>
        <CopyButton text={value} label={t('senders.copy_value', { name })}>
          {t('senders.copy')}
        </CopyButton>
      </div>
      <code className={styles.value}>{value}</code>
    </li>
  );
}

function CopyButton({ text, label, children }: { text: string; label: string; children: string }) {
  const t = useMessages('campaigns');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button
      look="bare"
      aria-label={isCopied ? t('senders.copied_named', { what: label }) : label}
      onClick={() => void copy()}
    >
      {isCopied ? t('senders.copied') : children}
    </Button>
  );
}
