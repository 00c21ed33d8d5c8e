import { dayFrom, inGerman, workingDayFrom } from '../calendar.ts';
import type { People, Person } from '../people.ts';
import { roleOf } from '../people.ts';
import type { Random } from '../random.ts';
import type { Consent } from './consent.ts';
import { consentFor } from './consent.ts';
import { remarkOn } from './remarks.ts';
import type { Row } from './table.ts';

export const APPLICATION_HEADERS = [
  'Nachname', 'Vorname', 'E-Mail privat', 'Mobil', 'PLZ', 'Ort', 'Land', 'Sprache', 'Aktueller Arbeitgeber', 'Aktuelle Position', 'Kenntnisse',
  'Beworben auf', 'Bewerbung vom', 'Letzte Stufe', 'Ergebnis', 'Absage am', 'Ber. 2', 'Pool OK?', 'Geburtsdatum', 'Lohn bisher', 'Bemerkung',
] as const; // prettier-ignore

export type Stage =
  | 'Bewerbung'
  | 'Dossierprüfung'
  | 'Telefoninterview'
  | 'Erstgespräch'
  | 'Zweitgespräch'
  | 'Assessment'
  | 'Angebot';

/** One application of a person; a second one of the same person is another object with the same person. */
export interface Application {
  person: Person;
  vacancy: string;
  appliedOn: string;
  /** When it ended; the later, the further it came. */
  closedOn: string;
  stage: Stage;
  outcome: string;
  /** 1 to 5, with one decimal; only after a conversation. */
  rating: number | undefined;
  consent: Consent;
  skills: readonly string[];
  remark: string;
}

const STAGES: Record<Stage, number> = {
  Bewerbung: 46, Dossierprüfung: 18, Telefoninterview: 12, Erstgespräch: 12, Zweitgespräch: 7, Assessment: 3.5, Angebot: 1.5,
}; // prettier-ignore
const ANSWERS = { agreed: 81, agreed_undated: 4, agreed_long_ago: 3, refused: 3, never_asked: 9 };
const FIVE_YEARS_IN_DAYS = 1815;

export interface Days {
  today: string;
  /** When the file was written. */
  writtenOn: string;
  /** How long ago the oldest application may be. */
  reachDays?: number;
  /** How long ago the oldest consent may be. */
  oldestDays?: number;
}

export function applicationOf(random: Random, person: Person, days: Days): Application {
  const stage = random.weighted(STAGES);
  const rating = ratingFor(random, stage);
  const appliedOn = applicationDay(random, days);
  return {
    person,
    stage,
    rating,
    vacancy: random.oneOf(person.profession.vacancies),
    appliedOn,
    closedOn: closingDay(random, { appliedOn, stage, writtenOn: days.writtenOn }),
    outcome: outcomeOf(random, stage),
    consent: consentFor(random, ANSWERS, days),
    skills: random.happens(0.72) ? random.several(person.profession.skills, random.whole(1, 4)) : [],
    remark: remarkOn(random, { stage, rating, skill: random.oneOf(person.profession.skills) }),
  };
}

export const applicationsOf = (random: Random, people: People, days: Days, count: number): Application[] =>
  Array.from({ length: count }, () => applicationOf(random, people.next(), days));

/** More in the years of growth, few since the company pauses. */
function applicationDay(random: Random, { today, writtenOn, reachDays = FIVE_YEARS_IN_DAYS }: Days): string {
  const ago = Math.round(reachDays * (1 - random.share() ** 1.25));
  const day = dayFrom(today, -ago);
  return day < writtenOn ? day : dayFrom(writtenOn, -random.whole(3, 40));
}

function closingDay(
  random: Random,
  { appliedOn, stage, writtenOn }: { appliedOn: string; stage: Stage; writtenOn: string },
): string {
  const stages = Object.keys(STAGES).indexOf(stage);
  const day = workingDayFrom(appliedOn, random.whole(4, 16) + stages * random.whole(8, 14));
  return day < writtenOn ? day : writtenOn;
}

const TALKED: readonly Stage[] = ['Telefoninterview', 'Erstgespräch', 'Zweitgespräch', 'Assessment', 'Angebot'];
export const hasTalked = (stage: Stage): boolean => TALKED.includes(stage);

function ratingFor(random: Random, stage: Stage): number | undefined {
  if (!hasTalked(stage)) return undefined;
  const middle = 2.5 + 0.35 * TALKED.indexOf(stage);
  const drawn = middle + (random.share() + random.share() - 1) * 1.4;
  return Math.round(Math.min(5, Math.max(1, drawn)) * 10) / 10;
}

function outcomeOf(random: Random, stage: Stage): string {
  if (stage === 'Angebot') return 'Angebot abgelehnt';
  return random.happens(0.09) ? 'zurückgezogen' : 'Absage';
}

const LANGUAGES = { de: 'Deutsch', en: 'Englisch', fr: 'Französisch', it: 'Italienisch' } as const;

/** How the phone is written differs from row to row, as people fill in forms. */
const PHONE_FORMS: ((digits: string) => string)[] = [
  (digits) => digits.replace(/^(\d{3})(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3 $4'),
  (digits) => digits.replace(/^0(\d\d)(\d{3})(\d\d)(\d\d)$/, '+41 $1 $2 $3 $4'),
  (digits) => digits,
  (digits) => digits.replace(/^0(\d\d)(\d{3})(\d\d)(\d\d)$/, '0041 $1 $2 $3 $4'),
  (digits) => digits.replace(/^(\d{3})(\d{3})(\d\d)(\d\d)$/, '$1/$2 $3 $4'),
];

export function writtenPhone(random: Random, phone: string): string {
  if (phone.startsWith('+49')) return phone.replace(/^\+49(30)(\d+)$/, '+49 $1 $2');
  return random.oftenEarly(PHONE_FORMS)(phone);
}

export function applicationRow(random: Random, application: Application): Row {
  const { person, vacancy, stage, outcome, rating, consent, skills, remark } = application;
  return [
    person.lastName,
    person.firstName,
    person.email,
    random.happens(0.85) ? writtenPhone(random, person.phone) : '',
    person.place.postcode,
    person.place.city,
    person.place.country,
    LANGUAGES[person.language],
    person.employer,
    roleOf(person),
    skills.join(', '),
    vacancy,
    inGerman(application.appliedOn),
    stage,
    outcome,
    inGerman(application.closedOn),
    rating === undefined ? '' : rating.toFixed(1).replace('.', ','),
    consent.cell,
    random.happens(0.7) ? inGerman(person.birthOn) : '',
    random.happens(0.3) ? `${random.whole(78, 142)}’000` : '',
    remark,
  ];
}
