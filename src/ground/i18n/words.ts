import type { i18n } from 'i18next';
import { createContext } from 'react';
import type { Language } from './languages.ts';

export interface Words {
  i18n: i18n;
  language: Language;
}

/** The loaded words and the current language; changes when another language is chosen. */
export const WordsContext = createContext<Words | undefined>(undefined);
