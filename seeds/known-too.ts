import { CAST } from './cast.ts';
import type { Connection } from './exports/connections.ts';
import type { Known } from './exports/applications-file.ts';
import type { Former } from './exports/former.ts';
import type { Visitor } from './exports/fair.ts';
import type { Person } from './people.ts';
import type { Profession } from './words/professions.ts';
import { PROFESSIONS } from './words/professions.ts';

/** Of these the first so many applied as well, and come a second time under another address. */
const HOW_MANY = { former: 6, visitors: 3, connections: 5 };

/** People of the other files who are among the applications too: what makes an inventory of several systems worth while. */
export function knownToo({
  former,
  visitors,
  connections,
}: {
  former: Former[];
  visitors: Visitor[];
  connections: Connection[];
}): Known[] {
  const others = [
    ...former
      .filter(({ consent }) => consent.answer === 'agreed')
      .slice(0, HOW_MANY.former)
      .map(({ person }) => person),
    ...visitors
      .filter(({ person }) => person.phone !== '')
      .slice(0, HOW_MANY.visitors)
      .map(({ person }) => person),
    ...connections
      .filter(({ hasMail }) => hasMail)
      .slice(0, HOW_MANY.connections)
      .map(({ person }) => person),
  ];
  return [
    ...others.map((person) => ({ person })),
    ...castBefore().map((person) => ({ person, dirt: 'new_mail' as const })),
  ];
}

/** Two of the cast as they were years ago: before a marriage, and with the name in short. */
function castBefore(): Person[] {
  const before = (lastName: string, change: Partial<Person>): Person[] =>
    CAST.filter((talent) => talent.lastName === lastName).map(({ firstName, email, phone = '', place, employer }) => ({
      firstName, lastName, email, place, employer, gender: 'woman', site: 'Aarau', language: 'de', birthOn: '1988-05-17',
      phone: phone.replace(/^\+41 /, '0').replaceAll(' ', ''), profession: firstProfession(), ...change,
    })); // prettier-ignore
  return [
    ...before('Krähenbühl-Zürcher', { lastName: 'Krähenbühl' }),
    ...before('Stöckli', { firstName: 'A. K.', lastName: 'Stoeckli-Ammann' }),
  ];
}

function firstProfession(): Profession {
  const [first] = PROFESSIONS;
  if (!first) throw new Error('The sample company has no professions.');
  return first;
}
