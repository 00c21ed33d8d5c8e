import { birthDateKeys } from '#rooms/inventory/duplicates/birth-date-keys.ts';
import { seededRandom } from '#rooms/inventory/duplicates/seeded-random.ts';
import type { BenchRecord } from './duplicates-columns.ts';
import * as words from './people-words.ts';

/** One in twelve records repeats a person who is already there, with the dirt of years. */
const SHARE_OF_DUPLICATES = 1 / 12;
/** And one in forty is somebody who lives with such a person. */
const SHARE_OF_RELATIVES = 1 / 40;
/** Duplicates are drawn from this many people before. */
const MEMORY = 5000;

interface Person {
  person: string;
  firstName: string;
  lastName: string;
  birthOn: string;
  email: string;
  phone: string;
  street: string;
  postcode: string;
  city: string;
  employer: string;
}

type Random = () => number;

/** Made-up people of Germany, Austria and Switzerland; the same for the same seed, in any number, one after the other. */
export function* peopleWithDuplicates(count: number, seed: number): Generator<BenchRecord> {
  const random = seededRandom(seed);
  const key = Buffer.from(`throw-away ${seed}`);
  const before: Person[] = [];
  for (let number = 0; number < count; number += 1) {
    const person = nextPerson(random, before, number);
    before[number % MEMORY] = person;
    yield toRecord(person, number, key);
  }
}

function nextPerson(random: Random, before: Person[], number: number): Person {
  const dice = random();
  const known = before[Math.floor(random() * before.length)];
  if (!known || dice > SHARE_OF_DUPLICATES + SHARE_OF_RELATIVES) return newPerson(random, number);
  return dice < SHARE_OF_DUPLICATES ? yearsLater(random, known) : relativeOf(random, known, number);
}

function newPerson(random: Random, number: number): Person {
  const firstName = oftenEarly(random, words.GIVEN_NAMES);
  const lastName = familyName(random);
  const city = oftenEarly(random, words.CITIES);
  return {
    person: `p${number}`,
    firstName,
    lastName,
    birthOn: birthDay(random),
    email: mailbox(random, firstName, lastName),
    phone: phoneNumber(random),
    street: street(random),
    postcode: String(1000 + words.CITIES.indexOf(city) * 97 + Math.floor(random() * 30)),
    city,
    employer: company(random),
  };
}

function relativeOf(random: Random, known: Person, number: number): Person {
  const own = newPerson(random, number);
  const { lastName, street, postcode, city } = known;
  const isTwin = random() < 0.1;
  const sharesPhone = random() < 0.3;
  return {
    ...own,
    lastName,
    street,
    postcode,
    city,
    birthOn: isTwin ? known.birthOn : own.birthOn,
    phone: sharesPhone ? known.phone : own.phone,
    email: mailbox(random, own.firstName, lastName),
  };
}

const CHANGES: [share: number, change: (person: Person, random: Random) => Partial<Person>][] = [
  [0.18, ({ firstName }) => ({ firstName: words.NICKNAMES[firstName] ?? firstName })],
  [0.06, ({ lastName }, random) => ({ lastName: marriedName(random, lastName) })],
  [0.1, ({ lastName }) => ({ lastName: lastName.replace('ä', 'ae').replace('ö', 'oe').replace('ü', 'u') })],
  [0.08, ({ lastName }, random) => ({ lastName: typingError(random, lastName) })],
  [0.04, ({ firstName }, random) => ({ firstName: typingError(random, firstName) })],
  [0.02, ({ firstName, lastName }) => ({ firstName: lastName, lastName: firstName })],
  [0.3, ({ firstName, lastName }, random) => ({ email: mailbox(random, firstName, lastName) })],
  [0.15, () => ({ email: '' })],
  [0.25, () => ({ birthOn: '' })],
  [0.03, ({ birthOn }) => ({ birthOn: birthOn.replace(/(\d\d)-(\d\d)$/, '$2-$1') })],
  [0.2, (_, random) => ({ phone: phoneNumber(random) })],
  [0.1, () => ({ phone: '' })],
  [0.3, ({ phone }) => ({ phone: phone.replace(/^0/, '+49 ') })],
  [0.2, (_, random) => ({ street: street(random), city: oftenEarly(random, words.CITIES), postcode: '' })],
  [0.25, () => ({ street: '', postcode: '' })],
  [0.35, (_, random) => ({ employer: company(random) })],
];

function yearsLater(random: Random, person: Person): Person {
  const changed = { ...person };
  for (const [share, change] of CHANGES) if (random() < share) Object.assign(changed, change(changed, random));
  return changed;
}

function marriedName(random: Random, name: string): string {
  return random() < 0.5 ? `${name}-${familyName(random)}` : familyName(random);
}

function typingError(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  const [head, tail] = [name.slice(0, at), name.slice(at)];
  if (random() < 0.5) return head + tail.slice(1);
  return head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
}

function familyName(random: Random): string {
  if (random() < 0.4) return oftenEarly(random, words.FAMILY_NAMES);
  return oneOf(random, words.NAME_BEGINNINGS) + oneOf(random, words.NAME_ENDINGS);
}

function mailbox(random: Random, firstName: string, lastName: string): string {
  const [first, last] = [plain(firstName), plain(lastName)];
  const number = Math.floor(random() * 99);
  const forms = [
    `${first}.${last}`,
    `${first.charAt(0)}.${last}`,
    `${last}${number}`,
    `${first}${number}`,
    `${first}.${last}${number}`,
  ];
  return `${oneOf(random, forms)}@${oftenEarly(random, words.MAIL_DOMAINS)}`;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replace(/[^a-z]/g, '');
}

function phoneNumber(random: Random): string {
  return `01${oneOf(random, ['51', '60', '70', '72', '76'])}${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
}

function birthDay(random: Random): string {
  const year = 1958 + Math.floor(random() * 48);
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365)));
  return day.toISOString().slice(0, 10);
}

function street(random: Random): string {
  return `${oftenEarly(random, words.STREETS)}${oneOf(random, words.STREET_ENDINGS)} ${1 + Math.floor(random() ** 2 * 120)}`;
}

function company(random: Random): string {
  const name = oneOf(random, words.COMPANY_WORDS) + oneOf(random, words.COMPANY_ENDINGS);
  return `${name} ${oftenEarly(random, words.FAMILY_NAMES)} ${oneOf(random, words.LEGAL_FORMS)}`;
}

function oneOf<T>(random: Random, list: T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('The list is empty');
  return found;
}

/** Prefers the beginning of a list, about as names and cities are distributed. */
function oftenEarly(random: Random, list: string[]): string {
  return list[Math.floor(random() ** 2.2 * list.length)] ?? '';
}

function toRecord(person: Person, number: number, key: Buffer): BenchRecord {
  const { email, phone, birthOn, person: cluster, ...rest } = person;
  return {
    ...rest,
    id: String(number),
    cluster,
    emails: email === '' ? [] : [email],
    phones: phone === '' ? [] : [phone],
    birthDateKeys: birthOn === '' ? undefined : birthDateKeys(birthOn, key),
  };
}
