import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useState } from 'react';
import { isLanguage, type Language } from './languages.ts';
import { WordsContext } from './words.ts';

/** Hands the words to all screens and draws them anew when the language changes. */
export function WordsProvider({ i18n, children }: { i18n: i18n; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (isLanguage(i18n.language) ? i18n.language : 'de'));
  useEffect(() => {
    const change = (changed: string) => isLanguage(changed) && setLanguage(changed);
    i18n.on('languageChanged', change);
    return () => i18n.off('languageChanged', change);
  }, [i18n]);
  return <WordsContext value={{ i18n, language }}>{children}</WordsContext>;
}
