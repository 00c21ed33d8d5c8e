import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import { Button } from '#ground/ui/Button.tsx';
import { Section } from '#ground/ui/Page.tsx';
import { Said } from '#ground/ui/Said.tsx';
import { useMay } from '#ground/ui/session/session.ts';
import type { ConsentText } from '../schema.ts';
import styles from './consent-page.module.css';
import { NewTextForm } from './NewTextForm.tsx';
import type { PartState } from './part.ts';

/** What people agreed to, word for word: per purpose and language the newest version, the older ones below. */
export function TextsPart({ texts, isOpen, onOpen }: PartState & { texts: readonly ConsentText[] }) {
  const t = useMessages('consent');
  const mayWrite = useMay('consent.write');
  const groups = [...Map.groupBy(texts, ({ purpose, language }) => `${purpose} ${language}`)];
  return (
    <Section title={t('texts.title')}>
      {groups.length === 0 && <p className={styles.words}>{t('texts.empty')}</p>}
      <ul>
        {groups.map(([key, [newest, ...older]]) => newest && <TextEntry key={key} newest={newest} older={older} />)}
      </ul>
      <p className={styles.quiet}>{t('texts.why')}</p>
      {mayWrite && !isOpen && (
        <Button className={styles.act} onClick={() => onOpen('text')}>
          {t('texts.add')}
        </Button>
      )}
      {mayWrite && isOpen && <NewTextForm texts={texts} onLeave={() => onOpen()} />}
    </Section>
  );
}

function TextEntry({ newest, older }: { newest: ConsentText; older: readonly ConsentText[] }) {
  const t = useMessages('consent');
  return (
    <li className={styles.entry}>
      <h3 className={styles.entryHead}>{t(`purpose.${newest.purpose}`)}</h3>
      <Wording text={newest} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{t('texts.older', { count: older.length })}</summary>
          {older.map((text) => (
            <Wording key={text.id} text={text} />
          ))}
        </details>
      )}
    </li>
  );
}

function Wording({ text: { version, language, createdAt, body, channels } }: { text: ConsentText }) {
  const t = useMessages('consent');
  const formats = useFormats();
  return (
    <div className={styles.wording}>
      <p className={styles.quiet}>
        {t('texts.version', { version, language: t(`language.${language}`), when: formats.dateShort(createdAt) })}
      </p>
      <Said size="small" lang={language}>
        {body}
      </Said>
      <p className={styles.quiet}>
        {channels.length === 0
          ? t('texts.names_nothing')
          : t('texts.names', { channels: formats.list(channels.map((channel) => t(`channel.${channel}`))) })}
      </p>
    </div>
  );
}
