import type { ReactNode } from 'react';
import { useMessages } from '#ground/i18n/use-messages.ts';
import type { LetterLanguage } from '../../types.ts';
import styles from './editor.module.css';
import { useEditing } from './editing.ts';

interface ColumnsProps {
  /** For the second row of columns, where the languages stand above already. */
  headless?: boolean;
  /** Whether the words of a language are missing although another one has them. */
  isMissing?: (language: LetterLanguage) => boolean;
  children: (language: LetterLanguage) => ReactNode;
}

/** One language, or both beside each other, each with a mark where its words are missing. */
export function Columns({ headless = false, isMissing, children }: ColumnsProps) {
  const t = useMessages('campaigns');
  const { languages } = useEditing();
  const areMany = languages.length > 1;
  return (
    <div className={styles.columns} data-many={areMany}>
      {languages.map((language) => {
        const misses = isMissing?.(language) ?? false;
        return (
          <div key={language} className={styles.column}>
            {(areMany || misses) && !headless && (
              <p className={styles.columnHead} data-missing={misses}>
                {t(misses ? `editor.missing.${language}` : `editor.language.${language}`)}
              </p>
            )}
            {children(language)}
          </div>
        );
      })}
    </div>
  );
}
