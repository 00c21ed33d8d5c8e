import { type BackendModule, createInstance, type i18n } from 'i18next';
import { isLanguage, type Language } from './languages.ts';
import { MESSAGE_OPTIONS, type Messages, messageFileOf, messagesFor } from './messages.ts';
import { addNumberFormat } from './numbers.ts';

/** One small file per room and language, fetched when a screen of the room is first shown. */
const FILES = import.meta.glob<Messages>(
  ['../../rooms/*/messages/{de,en}.json', '../ui/messages/{de,en}.json', '../../web/messages/{de,en}.json'],
  { import: 'default' },
);

const filesByPath = new Map(
  Object.entries(FILES).map(([path, load]) => [new URL(path, 'http://x/ground/i18n/').pathname.slice(1), load]),
);

const words = createInstance();

/** The library takes a promise from a reader with two parameters. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace) => loadMessages(language as Language, namespace),
};

/** Starts the words of the browser in a language. The two namespaces of the house are there when it resolves. */
export async function startMessages(language: Language): Promise<i18n> {
  await words.use(backend).init({ ...MESSAGE_OPTIONS, lng: language, ns: ['ui', 'web'] });
  addNumberFormat(words);
  markDocument(language);
  words.on('languageChanged', (changed) => isLanguage(changed) && markDocument(changed));
  return words;
}

/** Changes all words on the screen without a reload. */
export async function changeLanguage(language: Language): Promise<void> {
  await words.changeLanguage(language);
}

async function loadMessages(language: Language, namespace: string): Promise<Messages> {
  const load = filesByPath.get(messageFileOf(namespace, language));
  if (!load) throw new Error(`no messages for ${namespace}`);
  return messagesFor(language, await load());
}

function markDocument(language: Language) {
  document.documentElement.lang = language;
}
