import { dayFrom } from './calendar.ts';
import type { Random } from './random.ts';
import { EMPLOYERS } from './words/employers.ts';
import { FAMILIES, MAIL_DOMAINS, MEN, WOMEN } from './words/names.ts';
import type { Background } from './words/names.ts';
import type { Place, Site } from './words/places.ts';
import { SITES } from './words/places.ts';
import type { Profession } from './words/professions.ts';
import { PROFESSIONS } from './words/professions.ts';

export type Language = 'de' | 'en' | 'fr' | 'it';

/** Somebody made up. Calendar dates are `YYYY-MM-DD`. */
export interface Person {
  firstName: string;
  lastName: string;
  gender: 'woman' | 'man';
  email: string;
  /** In digits as dialled at home, e.g. `0795550247`, or with country code, e.g. `+493023125017`. */
  phone: string;
  place: Place;
  site: Site;
  language: Language;
  birthOn: string;
  profession: Profession;
  employer: string;
}

/** A stream of people without end; names, addresses and numbers do not repeat as a whole. */
export interface People {
  next: (wish?: { site?: Site; youngest?: number; oldest?: number }) => Person;
}

const BACKGROUNDS: Record<Background, number> = { de: 72, fr: 5, it: 6, en: 7, other: 10 };
const SITE_WEIGHTS: Record<Site, number> = { Winterthur: 46, Aarau: 24, Ravensburg: 30 };

/** @param today the day on which the company is planted; ages follow from it */
export function peopleFrom(random: Random, today: string): People {
  const taken = { names: new Set<string>(), mails: new Set<string>(), phones: { CH: 0, DE: 0, AT: 0 } };
  return {
    next: ({ site = random.weighted(SITE_WEIGHTS), youngest = 23, oldest = 61 } = {}) => {
      const background = random.weighted(site === 'Ravensburg' ? { ...BACKGROUNDS, de: 85, fr: 1 } : BACKGROUNDS);
      const named = freshName(random, background, taken.names);
      const place = random.oftenEarly<Place>(SITES[site]);
      const age = random.whole(youngest * 365, oldest * 365);
      taken.phones[place.country] += 1;
      return {
        ...named,
        site,
        place,
        email: mailOf(random, named, taken.mails),
        phone: phoneOf(place, taken.phones[place.country]),
        language: languageOf(random, background),
        birthOn: dayFrom(today, -age),
        profession: random.oftenEarly(PROFESSIONS),
        employer: random.oneOf(EMPLOYERS),
      };
    },
  };
}

export const roleOf = ({ profession, gender, language }: Pick<Person, 'profession' | 'gender' | 'language'>): string =>
  language === 'en' ? profession.english : profession.titles[gender === 'man' ? 0 : 1];

type Named = Pick<Person, 'firstName' | 'lastName' | 'gender'>;

function freshName(random: Random, background: Background, taken: Set<string>): Named {
  for (;;) {
    const named = nameOf(random, background);
    const whole = `${named.firstName} ${named.lastName}`;
    if (taken.has(whole)) continue;
    taken.add(whole);
    return named;
  }
}

function nameOf(random: Random, background: Background): Named {
  const gender = random.happens(0.42) ? 'woman' : 'man';
  // People of the second generation often have a given name of the country they were born in.
  const given = background === 'de' || random.happens(0.7) ? background : 'de';
  const firstName = random.oftenEarly((gender === 'woman' ? WOMEN : MEN)[given]);
  const family = random.oftenEarly(FAMILIES[background]);
  return {
    gender,
    firstName: given === 'de' ? doubled(random, firstName, gender) : firstName,
    lastName: joined(random, family),
  };
}

const doubled = (random: Random, firstName: string, gender: Person['gender']): string =>
  random.happens(0.03) ? `${firstName}-${gender === 'woman' ? 'Marie' : 'Peter'}` : firstName;

/** The Swiss way to carry two names. */
function joined(random: Random, family: string): string {
  const other = random.oneOf(FAMILIES.de);
  return random.happens(0.07) && other !== family ? `${family}-${other}` : family;
}

const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** What is left of a name in a mail address: `Müller` → `mueller`, `Désirée` → `desiree`. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z-]/g, '');

export function mailOf(random: Random, { firstName, lastName }: Named, taken: Set<string>): string {
  const [first, last] = [plain(firstName), plain(lastName)];
  const forms = [`${first}.${last}`, `${first.charAt(0)}.${last}`, `${first}${last}`, `${last}.${first}`];
  for (;;) {
    const number = random.happens(0.25) || taken.size > 3000 ? String(random.whole(2, 99)) : '';
    const address = `${random.oftenEarly(forms)}${number}@${random.oftenEarly(MAIL_DOMAINS)}`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

/**
 * Swiss numbers from 079 555 (0100 to 0199 belong to the cast); German ones from the block in Berlin that is kept free for films
 * (900 to 999 belong to the cast).
 * @source Bundesnetzagentur, numbers for use in media: (0)30 23125 000 to 999
 */
function phoneOf({ country }: Place, number: number): string {
  if (country === 'CH') return `079555${String(200 + number).padStart(4, '0')}`;
  return country === 'DE' && number < 900 ? `+493023125${String(number).padStart(3, '0')}` : '';
}

/** Whether somebody of this background writes to us in another language than German, and in which. */
const OTHER_LANGUAGE: Partial<Record<Background, { language: Language; share: number }>> = {
  fr: { language: 'fr', share: 0.6 },
  it: { language: 'it', share: 0.4 },
  en: { language: 'en', share: 0.85 },
  other: { language: 'en', share: 0.25 },
};

function languageOf(random: Random, background: Background): Language {
  const other = OTHER_LANGUAGE[background];
  return other && random.happens(other.share) ? other.language : 'de';
}
