import { dayFrom, inGerman } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { Row } from './table.ts';
import { APPLICATION_HEADERS } from './applications.ts';

type Cells = Partial<Record<(typeof APPLICATION_HEADERS)[number], string>>;

const rowOf = (cells: Cells): Row => APPLICATION_HEADERS.map((header) => cells[header] ?? '');

/** Rows that nobody can be found in: no name, and no mail or a broken one. */
const NOBODY: Cells[] = [
  { 'Beworben auf': 'Montage', Bemerkung: 'Name nachtragen!' },
  { 'E-Mail privat': 'bewerbung@', 'Beworben auf': 'Entwicklung Umrichter' },
  { Mobil: '079 555', 'Beworben auf': 'Prüffeld Antriebe' },
  { 'E-Mail privat': 'info@personalvermittlung.example', 'Beworben auf': 'Controlling Werk Aarau', Bemerkung: 'Dossier ohne Namen' },
  { Nachname: '???', 'Beworben auf': 'Strategischer Einkauf Elektronik' },
  { 'E-Mail privat': 'siehe Lebenslauf', 'Beworben auf': 'Technischer Vertrieb' },
  { Ort: 'Winterthur', 'Beworben auf': 'Firmware Umrichter', Bemerkung: 'doppelt erfasst, löschen' },
]; // prettier-ignore

/** @param number which kind of nobody; they take turns */
export function brokenRow(random: Random, today: string, number: number): Row {
  const appliedOn = inGerman(dayFrom(today, -random.whole(60, 1700)));
  return rowOf({
    ...NOBODY[number % NOBODY.length],
    'Bewerbung vom': appliedOn,
    'Letzte Stufe': 'Bewerbung',
    Ergebnis: 'Absage',
  });
}

/** Mistakes in one cell: the row comes in, the value stays out and is named. */
const SPOILED: ((cells: string[]) => void)[] = [
  (cells) => put(cells, 'E-Mail privat', (mail) => mail.replace('.example', ' example')),
  (cells) => put(cells, 'Bewerbung vom', (date) => `31.02.${date.slice(-4)}`),
  (cells) => put(cells, 'Mobil', () => '4,179E+10'),
  (cells) => put(cells, 'Ber. 2', () => '7,5'),
  (cells) => put(cells, 'Letzte Stufe', () => 'siehe Akte'),
];

export function spoiled(random: Random, row: Row): Row {
  const cells = [...row];
  random.oneOf(SPOILED)(cells);
  return cells;
}

function put(cells: string[], header: (typeof APPLICATION_HEADERS)[number], change: (cell: string) => string) {
  const column = APPLICATION_HEADERS.indexOf(header);
  cells[column] = change(cells[column] ?? '');
}
