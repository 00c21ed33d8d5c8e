import type { Person } from '../people.ts';
import { mailOf } from '../people.ts';
import type { Random } from '../random.ts';
import { EMPLOYERS } from '../words/employers.ts';
import { FAMILIES, SHORT_NAMES } from '../words/names.ts';

/** The same person as they come in a second time, years later or in a hurry. */
export type Dirt = 'married' | 'typing_error' | 'transcribed' | 'short_name' | 'new_mail';

const LETTERS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  é: 'e',
  è: 'e',
};

const CHANGES: Record<Dirt, (person: Person, random: Random) => Partial<Person>> = {
  married: ({ lastName }, random) => ({ lastName: `${random.oneOf(FAMILIES.de)}-${lastName}` }),
  typing_error: ({ lastName }, random) => ({ lastName: swapped(lastName, random) }),
  transcribed: ({ lastName, firstName }) => ({ lastName: transcribed(lastName), firstName: transcribed(firstName) }),
  short_name: ({ firstName }) => ({ firstName: SHORT_NAMES[firstName] ?? `${firstName.charAt(0)}.` }),
  new_mail: () => ({}),
};

const transcribed = (name: string): string => name.replaceAll(/[äöüÄÖÜßéè]/g, (letter) => LETTERS[letter] ?? letter);

/** Two neighbours change places, or one letter is missing. */
function swapped(name: string, random: Random): string {
  const at = random.whole(1, Math.max(1, name.length - 3));
  const [head, one, two, tail] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  return one === two || random.happens(0.4) ? head + two + tail : head + two.toLowerCase() + one.toLowerCase() + tail;
}

/** Whether this kind changes the person at all. */
export function canChange(dirt: Dirt, { firstName, lastName, gender }: Person): boolean {
  if (dirt === 'married') return gender === 'woman' && !lastName.includes('-');
  if (dirt === 'transcribed') return /[äöüßéè]/i.test(lastName);
  return dirt !== 'short_name' || SHORT_NAMES[firstName] !== undefined;
}

/** What shows most comes most often. */
const DIRT: readonly Dirt[] = [
  'typing_error',
  'new_mail',
  'married',
  'married',
  'transcribed',
  'transcribed',
  'short_name',
  'short_name',
];

export const dirtFor = (random: Random, person: Person): Dirt =>
  random.oneOf(DIRT.filter((dirt) => canChange(dirt, person)));

/** A new mail address always, so that no address alone says who it is; phone and place mostly stay. */
export function again(random: Random, person: Person, dirt: Dirt, mails: Set<string>): Person {
  const changed = { ...person, ...CHANGES[dirt](person, random) };
  const employer = random.happens(0.4) ? random.oneOf(EMPLOYERS) : person.employer;
  return { ...changed, employer, email: mailOf(random, changed, mails) };
}
