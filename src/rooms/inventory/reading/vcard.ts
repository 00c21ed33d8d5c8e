import { invalid } from '#ground/errors/app-error.ts';
import type { SourceRow } from '../types.ts';
import { CARD_CHARACTERS } from './limits.ts';
import { readCardProperty, splitEscaped, unescapeValue, type CardProperty } from './vcard-property.ts';

/**
 * Column names for contact cards, the same for every file so that rows can be read one by one. A dot names a part
 * or a kind; what exceeds the numbered columns is joined in the last one.
 */
export const VCARD_HEADERS = [
  'FN',
  'N.family',
  'N.given',
  'N.additional',
  'N.prefix',
  'N.suffix',
  'NICKNAME',
  'EMAIL',
  'EMAIL.2',
  'EMAIL.3',
  'TEL.cell',
  'TEL.work',
  'TEL.home',
  'TEL.other',
  'ORG',
  'ORG.unit',
  'TITLE',
  'ROLE',
  'ADR.street',
  'ADR.postcode',
  'ADR.city',
  'ADR.region',
  'ADR.country',
  'URL',
  'URL.linkedin',
  'URL.xing',
  'BDAY',
  'CATEGORIES',
  'LANG',
  'NOTE',
  'REV',
  'UID',
] as const;
type CardColumn = (typeof VCARD_HEADERS)[number];
type Card = Partial<Record<CardColumn, string>>;

/** One row per card; versions 2.1, 3.0 and 4.0. Cards inside cards (AGENT) are left out. */
export async function* readCards(texts: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let count = 0;
  for await (const lines of cardLines(texts)) {
    count += 1;
    const card: Card = {};
    for (const line of lines) {
      const property = readCardProperty(line);
      if (property) takeProperty(card, property);
    }
    yield { line: count, cells: VCARD_HEADERS.map((header) => card[header] ?? '') };
  }
}

async function* cardLines(texts: AsyncIterable<string>): AsyncGenerator<string[]> {
  let lines: string[] = [];
  let depth = 0;
  for await (const line of unfoldedLines(texts)) {
    const step = depthStep(line);
    depth = Math.max(0, depth + step);
    if (step === 0 && depth === 1) lines.push(line);
    if (step !== -1 || depth > 0 || lines.length === 0) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

function depthStep(line: string): 1 | 0 | -1 {
  if (/^BEGIN:VCARD\s*$/iu.test(line)) return 1;
  return /^END:VCARD\s*$/iu.test(line) ? -1 : 0;
}

/** A line that begins with a blank continues the one before; in quoted-printable a "=" at the end does. */
async function* unfoldedLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  let characters = 0;
  for await (const line of physicalLines(texts)) {
    const continued = continuation(parts, line);
    if (continued === undefined) {
      if (parts.length > 0) yield parts.join('');
      parts = [];
      characters = 0;
    }
    parts.push(continued ?? line);
    characters += line.length;
    refuseLong(characters);
  }
  if (parts.length > 0) yield parts.join('');
}

function refuseLong(characters: number) {
  if (characters > CARD_CHARACTERS) throw invalid('inventory.reading.card_too_long');
}

/** What this line adds to the parts before it; undefined when it begins anew. Takes the "=" off the last part. */
function continuation(parts: string[], line: string): string | undefined {
  const last = parts.at(-1);
  if (last?.endsWith('=') && QUOTED_PRINTABLE.test(parts[0] ?? '')) {
    parts[parts.length - 1] = last.slice(0, -1);
    return line.trimStart();
  }
  return last !== undefined && /^[ \t]/u.test(line) ? line.slice(1) : undefined;
}

/** Stands before the first colon; pictures have long lines after it. */
const QUOTED_PRINTABLE = /^[^:]{0,200};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/iu;

async function* physicalLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split(/\r\n|\n|\r(?=[^\n])/u);
    rest = lines.pop() ?? '';
    refuseLong(rest.length);
    yield* lines;
  }
  yield rest.replace(/\r$/u, '');
}

const SINGLE: Partial<Record<string, CardColumn>> = {
  FN: 'FN', NICKNAME: 'NICKNAME', TITLE: 'TITLE', ROLE: 'ROLE', BDAY: 'BDAY', CATEGORIES: 'CATEGORIES',
  LANG: 'LANG', NOTE: 'NOTE', REV: 'REV', UID: 'UID',
}; // prettier-ignore

function takeProperty(card: Card, property: CardProperty) {
  const single = SINGLE[property.name];
  if (single) return add(card, single, unescapeValue(property.value));
  if (property.name === 'N')
    return takeParts(card, property.value, ['N.family', 'N.given', 'N.additional', 'N.prefix', 'N.suffix']);
  if (property.name === 'ORG') return takeParts(card, property.value, ['ORG', 'ORG.unit']);
  if (property.name === 'ADR') return takeAddress(card, property.value);
  if (property.name === 'EMAIL') return addNumbered(card, unescapeValue(property.value).replace(/^mailto:/iu, ''));
  if (property.name === 'TEL')
    return add(card, phoneColumn(property), unescapeValue(property.value).replace(/^tel:/iu, ''));
  return takeLink(card, property);
}

function takeParts(card: Card, value: string, columns: CardColumn[]) {
  const parts = splitEscaped(value, ';');
  for (const [index, column] of columns.entries()) add(card, column, unescapeValue(parts[index] ?? ''));
}

/** Only the first address is kept: columns of two would mix. The second part is the flat or the care-of line. */
function takeAddress(card: Card, value: string) {
  if (card['ADR.city'] ?? card['ADR.street'] ?? card['ADR.postcode']) return;
  const [, extended, street, ...rest] = splitEscaped(value, ';').map(unescapeValue);
  add(card, 'ADR.street', [street, extended].filter(Boolean).join(', '));
  const columns = ['ADR.city', 'ADR.region', 'ADR.postcode', 'ADR.country'] as const;
  for (const [index, column] of columns.entries()) add(card, column, rest[index] ?? '');
}

function addNumbered(card: Card, value: string) {
  const free = (['EMAIL', 'EMAIL.2'] as const).find((column) => card[column] === undefined);
  add(card, free ?? 'EMAIL.3', value);
}

function phoneColumn({ types }: CardProperty): CardColumn {
  if (types.includes('CELL') || types.includes('IPHONE')) return 'TEL.cell';
  if (types.includes('FAX') || types.includes('PAGER')) return 'TEL.other';
  if (types.includes('WORK')) return 'TEL.work';
  return types.includes('HOME') ? 'TEL.home' : 'TEL.other';
}

function takeLink(card: Card, { name, value }: CardProperty) {
  if (name !== 'URL' && name !== 'X-SOCIALPROFILE' && name !== 'SOCIALPROFILE') return;
  const url = unescapeValue(value);
  if (/linkedin\./iu.test(url)) add(card, 'URL.linkedin', url);
  else if (/xing\./iu.test(url)) add(card, 'URL.xing', url);
  else add(card, 'URL', url);
}

function add(card: Card, column: CardColumn, value: string) {
  const trimmed = value.trim();
  if (trimmed === '') return;
  const before = card[column];
  card[column] = before === undefined ? trimmed : `${before}, ${trimmed}`;
}
