import { messagesFor } from '#ground/i18n/messages.ts';
import type { Letter, RichText, Run } from '../../schema-letter.ts';
import { letter as letterShape } from '../../schema-letter.ts';

/** German as it is written in Switzerland: ss, «», and no comma behind the greeting, so that the letter begins with a capital. */
export function inSwitzerland(letter: Letter): Letter {
  const blocks = letter.blocks.map((block) =>
    block.kind === 'text' && block.words.de
      ? { ...block, words: { ...block.words, de: mapForms(block.words.de, withoutComma) } }
      : block,
  );
  return letterShape.parse(respelled({ ...letter, blocks }));
}

interface InForms<T> {
  formal: T;
  informal?: T | undefined;
}

const mapForms = <T>({ formal, informal }: InForms<T>, change: (words: T) => T): InForms<T> => ({
  formal: change(formal),
  ...(informal === undefined ? {} : { informal: change(informal) }),
});

function withoutComma(text: RichText): RichText {
  const [greeting, next, ...rest] = text;
  if (greeting?.kind !== 'paragraph' || next?.kind !== 'paragraph' || !isGreeting(greeting.runs)) return text;
  const [first, ...others] = next.runs;
  const opening = first ? [capital(first)] : [];
  return [{ ...greeting, runs: greeting.runs.slice(0, 1) }, { ...next, runs: [...opening, ...others] }, ...rest];
}

const isGreeting = ([field, comma]: readonly Run[]): boolean =>
  field?.kind === 'field' && field.field === 'greeting' && comma?.kind === 'words' && comma.text === ',';

const capital = (run: Run): Run =>
  run.kind === 'words' ? { ...run, text: run.text.charAt(0).toUpperCase() + run.text.slice(1) } : run;

/** English has no ß, but the same marks of quoting with another meaning. */
function respelled(value: unknown, key = ''): unknown {
  if (key === 'en') return value;
  if (typeof value === 'string') return messagesFor('de-CH', { value })['value'];
  if (Array.isArray(value)) return value.map((part) => respelled(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, respelled(part, name)]));
}
