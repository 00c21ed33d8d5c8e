import { dayFrom, inGerman } from '../calendar.ts';
import type { People, Person } from '../people.ts';
import type { Random } from '../random.ts';
import { SCHOOLS } from '../words/employers.ts';
import { STUDENT_INTERESTS, STUDIES } from '../words/professions.ts';
import type { ExportFile, Row } from './table.ts';
import { inUtf8WithMark, semicolonText } from './table.ts';

/** Somebody who left an address at the stand of the career fair. */
export interface Visitor {
  person: Person;
  school: string;
  study: string;
  interests: readonly string[];
  /** The day of the fair; everyone agreed there, on paper. */
  metOn: string;
}

const HEADERS = ['Vorname', 'Nachname', 'E-Mail', 'Handy', 'PLZ', 'Ort', 'Land', 'Sprache', 'Du/Sie', 'Arbeitgeber', 'Beruf', 'Interessen', 'Kennengelernt an', 'Einwilligung Talentpool', 'Einwilligung am']; // prettier-ignore

export function visitorsOf(random: Random, people: People, metOn: string, count: number): Visitor[] {
  return Array.from({ length: count }, () => ({
    person: people.next({ youngest: 20, oldest: 29 }),
    school: random.oneOf(SCHOOLS),
    study: random.oftenEarly(STUDIES),
    interests: random.several(STUDENT_INTERESTS, random.whole(1, 3)),
    metOn,
  }));
}

/** Typed off the cards after the fair: UTF-8 with a byte order mark, semicolons. */
export function fairFile(visitors: readonly Visitor[]): ExportFile {
  const rows: Row[] = visitors.map(({ person, school, study, interests, metOn }) => [
    person.firstName,
    person.lastName,
    person.email,
    person.phone,
    person.place.postcode,
    person.place.city,
    person.place.country,
    person.language,
    'Du',
    school,
    `Studium ${study}`,
    interests.join(', '),
    'Jobmesse Winterthur',
    'ja',
    // The last cards were filled in on the second day of the fair.
    inGerman(person.firstName < 'F' ? dayFrom(metOn, 1) : metOn),
  ]);
  return { name: 'messe_winterthur.csv', bytes: inUtf8WithMark(semicolonText([HEADERS, ...rows])) };
}
