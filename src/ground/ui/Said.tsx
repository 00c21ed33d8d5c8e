import type { ReactNode } from 'react';
import { useFormats } from '#ground/i18n/use-formats.ts';
import { useMessages } from '#ground/i18n/use-messages.ts';
import styles from './person.module.css';
import textStyles from './text.module.css';

/** Words of a human being, in serif. */
export function Said({
  children,
  size = 'normal',
  lang,
}: {
  children: ReactNode;
  size?: 'normal' | 'small';
  lang?: string;
}) {
  return (
    <div lang={lang} className={size === 'small' ? `${styles.said} ${styles.smaller}` : styles.said}>
      {children}
    </div>
  );
}

/** Words quoted, with the quotation marks of the reader's language. */
export function Quoted({ words }: { words: string }) {
  return <Said>{useFormats().quote(words)}</Said>;
}

/** The place in a text that proves a claim. The marker is used for nothing else. */
export const Evidence = ({ children }: { children: ReactNode }) => <mark>{children}</mark>;

interface MachineDraftProps {
  children: ReactNode;
  onAccept?: () => void;
  onDiscard?: () => void;
}

/** What a machine proposes stays in a dashed frame until a person takes it over. */
export function MachineDraft({ children, onAccept, onDiscard }: MachineDraftProps) {
  const t = useMessages('ui');
  return (
    <div className={styles.draft}>
      <b>{t('draft.title')}</b> {children}{' '}
      <span className={styles.draftActions}>
        {onAccept && (
          <button type="button" className={textStyles.link} onClick={onAccept}>
            {t('draft.accept')}
          </button>
        )}
        {onDiscard && (
          <button type="button" className={textStyles.link} onClick={onDiscard}>
            {t('draft.discard')}
          </button>
        )}
      </span>
    </div>
  );
}
