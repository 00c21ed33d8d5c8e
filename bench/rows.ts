import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import type { BenchRecord } from './duplicates-columns.ts';
import { peopleWithDuplicates } from './people.ts';

const HEADERS = [
  'Bewerber-ID',
  'Nachname',
  'Vorname',
  'E-Mail privat',
  'Mobil',
  'Straße',
  'PLZ',
  'Ort',
  'Aktueller Arbeitgeber',
  'Beworben auf',
  'Bewerbung vom',
  'Letzte Stufe',
  'Ergebnis',
  'Bewertung',
  'Einwilligung Talentpool',
  'Geburtsdatum',
  'Kenntnisse',
];
const VACANCIES = [
  'Entwicklung Umrichter',
  'Projektleitung Anlagenbau',
  'Montage Schaltschrank',
  'Softwareentwicklung Embedded',
  'Einkauf Elektronik',
  'Qualitätssicherung',
  'Konstruktion Getriebe',
];
const STAGES = ['Bewerbung', 'Telefonat', 'Erstgespräch', 'Zweitgespräch', 'Assessment'];
const SKILLS = [
  'C++',
  'SolidWorks',
  'SAP',
  'Python',
  'Schweißen',
  'Projektmanagement',
  'Altium',
  'Löten',
  'Scrum',
  'Englisch',
];

export interface RowShares {
  /** Rows without consent: these people wait. */
  held: number;
  /** Rows with neither name nor mail, or with an impossible date. */
  broken: number;
}

const USUAL: RowShares = { held: 0.05, broken: 0.01 };

/** An export of applications as German Excel writes it, row by row; the same for the same seed. */
export function* applicationLines(count: number, seed: number, shares: RowShares = USUAL): Generator<string> {
  const random = seededRandom(seed + 7);
  yield `${HEADERS.join(';')}\r\n`;
  for (const person of peopleWithDuplicates(count, seed)) yield `${cellsOf(person, random, shares).join(';')}\r\n`;
}

/** @returns bytes written, UTF-8 */
export async function writeApplications(file: string, count: number, seed: number, shares?: RowShares): Promise<void> {
  await pipeline(Readable.from(inPieces(applicationLines(count, seed, shares))), createWriteStream(file));
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function cellsOf(person: BenchRecord, random: () => number, { held, broken }: RowShares): string[] {
  const dice = random();
  const isBroken = dice < broken;
  const consent = dice < broken + held ? '' : `ja (${dayIn(random, 2026, 9)})`;
  const skills = SKILLS.filter(() => random() < 0.15).join(', ');
  return [
    `B${person.id}`,
    ...(isBroken ? ['', '', ''] : nameAndMail(person)),
    ...[person.phones[0], person.street, person.postcode, person.city, person.employer].map(orEmpty),
    one(random, VACANCIES),
    dayIn(random, 2025, 12),
    one(random, STAGES),
    'Absage',
    (1 + random() * 4).toFixed(1).replace('.', ','),
    consent,
    random() < 0.7 ? dayIn(random, 1960 + Math.floor(random() * 40), 12) : '',
    skills,
  ].map(quoted);
}

const orEmpty = (text: string | undefined) => text ?? '';
const nameAndMail = ({ lastName, firstName, emails }: BenchRecord) => [lastName, firstName, emails[0]].map(orEmpty);
const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const one = (random: () => number, list: string[]) => list[Math.floor(random() * list.length)] ?? '';
const two = (number: number) => String(number).padStart(2, '0');
const dayIn = (random: () => number, year: number, months: number) =>
  `${two(1 + Math.floor(random() * 28))}.${two(1 + Math.floor(random() * months))}.${year}`;
