import type { i18n } from 'i18next';
import { use } from 'react';
import type { Language } from './languages.ts';
import { type Words, WordsContext } from './words.ts';

/** Looks up a sentence of one room. Counts are passed as `count`; plural forms stand in the file. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** The words of a room. Suspends until its file is there, so a screen never shows keys. */
export function useMessages(namespace: string): Translate {
  const words = useWords();
  use(arrivalOf(words, namespace));
  return translatorOf(words, namespace);
}

/** The words of several rooms at once, for what the shell shows of all of them. */
export function useMessagesOf(namespaces: readonly string[]): (namespace: string) => Translate {
  const words = useWords();
  for (const namespace of namespaces) use(arrivalOf(words, namespace));
  return (namespace) => translatorOf(words, namespace);
}

/** Whether a key exists, for codes that come from the server and may be newer than this page. */
export function useHasMessage(): (namespace: string, key: string) => boolean {
  const { i18n, language } = useWords();
  return (namespace, key) => i18n.exists(key, { ns: namespace, lng: language });
}

export const useLanguage = (): Language => useWords().language;

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('no words: wrap the screen in <WordsProvider>');
  return words;
}

// Lists draw hundreds of rows per second: one translator per language and room, without a listener in each part.
const translators = new WeakMap<i18n, Map<string, Translate>>();
const arrivals = new WeakMap<i18n, Map<string, Promise<unknown>>>();

function translatorOf({ i18n, language }: Words, namespace: string): Translate {
  return cached(
    translators,
    i18n,
    `${language} ${namespace}`,
    () => i18n.getFixedT(language, namespace) as unknown as Translate,
  );
}

/** React reads `status`: words that are here already cost no turn of waiting. */
const HERE: Promise<unknown> = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined });

/** One promise per room and language, always asked: a screen that skipped the question on its second try would confuse React. */
function arrivalOf({ i18n, language }: Words, namespace: string): Promise<unknown> {
  return cached(arrivals, i18n, `${language} ${namespace}`, () =>
    i18n.hasLoadedNamespace(namespace, { lng: language }) ? HERE : i18n.loadNamespaces(namespace),
  );
}

function cached<Value>(store: WeakMap<i18n, Map<string, Value>>, i18n: i18n, key: string, make: () => Value): Value {
  const known = store.get(i18n) ?? new Map<string, Value>();
  store.set(i18n, known);
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
