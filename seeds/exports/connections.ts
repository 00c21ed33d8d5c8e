import { dayFrom, inEnglish } from '../calendar.ts';
import type { People, Person } from '../people.ts';
import { roleOf } from '../people.ts';
import type { Random } from '../random.ts';
import type { ExportFile, Row } from './table.ts';
import { commaText, inUtf8 } from './table.ts';

/** Somebody Mara is connected with. */
export interface Connection {
  person: Person;
  url: string;
  hasMail: boolean;
  connectedOn: string;
}

const HEADERS = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
const SIX_YEARS_IN_DAYS = 2190;

/** Addresses that no profile has: they begin with the word sample. */
const urlOf = (number: number) =>
  `https://www.linkedin.com/in/sample-of-wiedersehen-${String(number).padStart(4, '0')}`;

export function connectionOf(
  random: Random,
  person: Person,
  number: number,
  days: { today: string; writtenOn: string },
): Connection {
  const agoAtMost = SIX_YEARS_IN_DAYS * random.share();
  const connectedOn = dayFrom(days.today, -Math.round(agoAtMost) - 5);
  return {
    person,
    url: urlOf(number),
    // LinkedIn gives away only the addresses that people chose to show.
    hasMail: random.happens(0.14),
    connectedOn: connectedOn < days.writtenOn ? connectedOn : dayFrom(days.writtenOn, -9),
  };
}

export const connectionsOf = (
  random: Random,
  people: People,
  days: { today: string; writtenOn: string },
  count: number,
): Connection[] =>
  Array.from({ length: count }, (_, index) => connectionOf(random, people.next({ youngest: 26 }), index + 1, days));

/** LinkedIn's own export: three lines of preamble, commas, UTF-8. */
export function connectionsFile(connections: readonly Connection[]): ExportFile {
  const rows: Row[] = [...connections]
    .sort((a, b) => b.connectedOn.localeCompare(a.connectedOn))
    .map(({ person, url, hasMail, connectedOn }) => [
      person.firstName,
      person.lastName,
      url,
      hasMail ? person.email : '',
      person.employer,
      roleOf(person),
      inEnglish(connectedOn),
    ]);
  const preamble = 'Notes:\r\n"Some addresses are missing, because members decide who may see theirs."\r\n\r\n';
  return { name: 'Connections.csv', bytes: inUtf8(preamble + commaText([HEADERS, ...rows])) };
}
