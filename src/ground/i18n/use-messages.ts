import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './languages.ts';

/** Looks up a sentence of one room. Counts are passed as `count`; plural forms stand in the file. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** The words of a room. Suspends until its file is there, so a screen never shows keys. */
export function useMessages(namespace: string): Translate {
  const { t } = useTranslation(namespace);
  return t as unknown as Translate;
}

export function useLanguage(): Language {
  const { i18n } = useTranslation('ui');
  return isLanguage(i18n.language) ? i18n.language : 'de';
}

/** Whether a key exists, for codes that come from the server and may be newer than this page. */
export function useHasMessage(): (namespace: string, key: string) => boolean {
  const { i18n } = useTranslation('ui');
  return (namespace, key) => i18n.exists(key, { ns: namespace });
}
