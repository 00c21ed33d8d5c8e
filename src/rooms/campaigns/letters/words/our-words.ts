import type { Language } from '#ground/i18n/languages.ts';
import { serverMessages } from '#ground/i18n/messages.node.ts';

export type LetterWords = (key: string, values?: Record<string, unknown>) => string;

/** Words of ours that stand in letters: the foot, the name of a link. */
export function letterWords(locale: Language): LetterWords {
  const words = serverMessages(locale);
  return (key, values) => words('campaigns', `letter.${key}`, values);
}
