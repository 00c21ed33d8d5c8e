import { type Language, writtenLanguageOf } from './languages.ts';

/** One room's messages in one language: sentences, nested by keys. */
export interface Messages {
  [key: string]: string | Messages;
}

/**
 * Swiss spelling of a German sentence: ss for ß, «guillemets» for „quotes“.
 * @source LOOK section 4: Swiss locale writes ss throughout
 */
function swissSpelling(sentence: string): string {
  return sentence
    .replaceAll('ß', 'ss')
    .replaceAll('ẞ', 'SS')
    .replaceAll('„', '«')
    .replaceAll('“', '»')
    .replaceAll('‚', '‹')
    .replaceAll('‘', '›');
}

/** The messages as a reader of the language gets them, from the file of the written language. */
export function messagesFor(language: Language, written: Messages): Messages {
  return language === 'de-CH' ? mapSentences(written, swissSpelling) : written;
}

/** Path of a message file relative to `src/`. The ground floor and the shell speak too. */
export function messageFileOf(namespace: string, language: Language): string {
  const file = `messages/${writtenLanguageOf(language)}.json`;
  if (namespace === 'ui') return `ground/ui/${file}`;
  if (namespace === 'web') return `web/${file}`;
  return `rooms/${namespace}/${file}`;
}

/** All keys with dots, in the order they are written. */
export function keysOf(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

/** Options that server and browser share. Keys nest with dots; React and the mail templates escape, not the messages. */
export const MESSAGE_OPTIONS = {
  load: 'currentOnly',
  fallbackLng: false,
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

function mapSentences(messages: Messages, change: (sentence: string) => string): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : mapSentences(value, change),
    ]),
  );
}
