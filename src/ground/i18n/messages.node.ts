import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createInstance, type i18n } from 'i18next';
import { type Language, LANGUAGES } from './languages.ts';
import { MESSAGE_OPTIONS, type Messages, messageFileOf, messagesFor } from './messages.ts';
import { addNumberFormat } from './numbers.ts';

const SOURCE_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

type ServerMessages = (namespace: string, key: string, values?: Record<string, unknown>) => string;

/** Every namespace that has messages: each room with a `messages` folder, the kit and the shell. */
export function listNamespaces(): string[] {
  const rooms = existsSync(`${SOURCE_FOLDER}rooms`) ? readdirSync(`${SOURCE_FOLDER}rooms`) : [];
  return [...rooms.sort(), 'ui', 'web'].filter((name) => existsSync(SOURCE_FOLDER + messageFileOf(name, 'de')));
}

/** @throws when the file is missing or no JSON: a start without words is a broken start */
export function readMessages(namespace: string, language: Language): Messages {
  const written = JSON.parse(readFileSync(SOURCE_FOLDER + messageFileOf(namespace, language), 'utf8')) as Messages;
  return messagesFor(language, written);
}

let loaded: i18n | undefined;

/** Words for mails, exports and the command line. Files are read once per process. */
export function serverMessages(language: Language): ServerMessages {
  loaded ??= loadAll();
  const translate = loaded.getFixedT(language);
  return (namespace, key, values) => translate(key, { ...values, ns: namespace });
}

function loadAll(): i18n {
  const namespaces = listNamespaces();
  const words = createInstance();
  void words.init({
    ...MESSAGE_OPTIONS,
    lng: 'de',
    ns: namespaces,
    initAsync: false,
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        Object.fromEntries(namespaces.map((name) => [name, readMessages(name, language)])),
      ]),
    ),
  });
  addNumberFormat(words);
  return words;
}

/** The sentence for a refusal's code, e.g. `inventory.pair_not_found`; refusals of the ground floor stand in the kit's messages. */
export function refusalSentence(language: Language, code: string, params: Record<string, unknown>): string {
  const [room = '', ...rest] = code.split('.');
  const namespace = room === 'http' ? 'ui' : room;
  const key = rest.join('.');
  loaded ??= loadAll();
  const wording = loaded.exists(`errors.${key}`, { ns: namespace, lng: language }) ? `errors.${key}` : key;
  return serverMessages(language)(namespace, wording, params);
}
