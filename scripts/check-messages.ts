// Compares the message files of all rooms with each other and with the code: keys that one language lacks,
// keys the code asks for that nobody wrote, sentences that nothing asks for, values that only one language names.
// Prints one finding per line and exits 1 if there are any.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { keysOf, type Messages } from '#ground/i18n/messages.ts';
import { listNamespaces, readMessages } from '#ground/i18n/messages.node.ts';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** German addresses people with Sie or with Du; English has one word for both. */
const DU = /_du$/;

interface Asked {
  /** Keys written out in the code. */
  exact: Set<string>;
  /** Starts and ends of keys that are put together, such as `warmth.` + step. */
  patterns: RegExp[];
  /** Everything between quotes, for keys that travel through variables. */
  words: Set<string>;
}

export function readCode(sources: readonly string[]): Asked {
  const asked: Asked = { exact: new Set(), patterns: [], words: new Set() };
  for (const code of sources) {
    for (const [, key] of code.matchAll(/\bt\w*\(\s*'([\w.-]+)'/g)) asked.exact.add(key ?? '');
    for (const [, template] of code.matchAll(/`([\w.-]*\$\{[^`]*)`/g)) asked.patterns.push(patternOf(template ?? ''));
    for (const [, word] of code.matchAll(/'([a-z][\w.-]*)'/g)) asked.words.add(word ?? '');
  }
  return asked;
}

/** A template such as `me.${group}.${value}` as a pattern for keys. Needs a fixed part, or it would match all. */
function patternOf(template: string): RegExp {
  const fixed = template.split(/\$\{[^}]*(?:\}[^`${]*\})?\}?/);
  const hasFixedPart = fixed.some((part) => /\w/.test(part));
  return hasFixedPart ? new RegExp(`^${fixed.map((part) => RegExp.escape(part)).join('[\\w.-]+')}$`) : /^(?!)/;
}

export function compareLanguages(namespace: string, de: Messages, en: Messages): string[] {
  const [german, english] = [flatten(de), flatten(en)];
  const findings = [...german.keys()]
    .filter((key) => !english.has(key) && !english.has(key.replace(DU, '')))
    .map((key) => `${namespace}: ${key} is missing in en`);
  findings.push(
    ...[...english.keys()].filter((key) => !german.has(key)).map((key) => `${namespace}: ${key} is missing in de`),
  );
  for (const [key, sentence] of german) {
    const other = english.get(key) ?? english.get(key.replace(DU, ''));
    if (other !== undefined && valuesOf(sentence) !== valuesOf(other))
      findings.push(`${namespace}: ${key} names other values in en`);
  }
  return findings;
}

/** Values of a sentence in braces. A singular may leave its number out. */
const valuesOf = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))]
    .filter((name) => name !== 'count')
    .sort((a = '', b = '') => a.localeCompare(b))
    .join();

export function compareWithCode(namespace: string, de: Messages, asked: Asked): string[] {
  const keys = new Set(keysOf(de).map((key) => key.replace(PLURAL, '')));
  const isAsked = (key: string): boolean =>
    asked.exact.has(key) ||
    asked.words.has(key) ||
    asked.words.has(`${namespace}.${key}`) ||
    asked.patterns.some((pattern) => pattern.test(key)) ||
    key.startsWith('errors.') ||
    (DU.test(key) && isAsked(key.replace(DU, '')));
  return [...keys].filter((key) => !isAsked(key)).map((key) => `${namespace}: nothing asks for ${key}`);
}

export function missingKeys(namespace: string, de: Messages, exact: ReadonlySet<string>): string[] {
  const keys = new Set(keysOf(de).flatMap((key) => [key, key.replace(PLURAL, '')]));
  return [...exact]
    .filter((key) => key.includes('.') && !keys.has(key))
    .map((key) => `${namespace}: ${key} is asked for and not written`);
}

const flatten = (messages: Messages, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

const folderOf = (namespace: string) =>
  namespace === 'ui' ? 'ground' : namespace === 'web' ? 'web' : `rooms/${namespace}`;

/** Codes of refusals are sentences too: `conflict('talents.name_taken')` needs `errors.name_taken`; those of the ground floor stand in the kit. */
function missingRefusals(namespace: string, de: Messages, sources: readonly string[]): string[] {
  const keys = new Set(keysOf(de));
  return refusalsIn(namespace === 'ui' ? 'http' : namespace, sources)
    .filter((what) => !keys.has(`errors.${what}`) && !keys.has(what))
    .map((what) => `${namespace}: the refusal ${what} has no sentence`);
}

function refusalsIn(origin: string, sources: readonly string[]): string[] {
  const call = new RegExp(
    `\\b(?:invalid|unauthenticated|forbidden|notFound|conflict|gone|tooMany|unavailable)\\(\\s*'${origin}\\.(\\w+)'`,
    'g',
  );
  return [...new Set(sources.flatMap((code) => [...code.matchAll(call)].map(([, what]) => what ?? '')))];
}

function findingsOf(namespace: string): string[] {
  const [de, en] = [readMessages(namespace, 'de'), readMessages(namespace, 'en')];
  const sources = sourcesBelow(SOURCE + folderOf(namespace));
  const asked = readCode(sources);
  // Keys of a file with one namespace are certain; a file that uses several may ask for another room's key.
  const own = readCode(
    sources.filter(
      (code) =>
        new Set(code.matchAll(/useMessages\(([^)]*)\)/g).map(([, name]) => name)).size === 1 &&
        code.includes(`useMessages('${namespace}')`),
    ),
  );
  return [
    ...compareLanguages(namespace, de, en),
    ...compareWithCode(namespace, de, asked),
    ...missingKeys(namespace, de, own.exact),
    ...missingRefusals(namespace, de, sources),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const namespaces = listNamespaces();
  const findings = namespaces.flatMap(findingsOf);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stdout.write(`${namespaces.length} message folders, ${findings.length} findings\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
