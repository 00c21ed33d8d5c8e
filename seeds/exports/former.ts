import { dayFrom, inGerman } from '../calendar.ts';
import type { People, Person } from '../people.ts';
import { roleOf } from '../people.ts';
import type { Random } from '../random.ts';
import type { Site } from '../words/places.ts';
import type { Consent } from './consent.ts';
import { consentFor } from './consent.ts';
import type { Row } from './table.ts';

export const FORMER_HEADERS = [
  'Personalnummer', 'Nachname', 'Vorname', 'Geburtsdatum', 'E-Mail privat', 'Telefon privat', 'Sprache', 'Anstellungsart', 'Letzte Funktion',
  'Werk', 'Eintritt', 'Austritt', 'Austrittsgrund', 'Wiedereinstellung', 'Einwilligung Alumni-Netzwerk',
] as const; // prettier-ignore

const KINDS = { Mitarbeiter: 58, Praktikum: 18, Lernende: 13, Werkstudent: 7, Masterarbeit: 4 };
type Kind = keyof typeof KINDS;

/** Somebody who worked here; calendar dates are `YYYY-MM-DD`. */
export interface Former {
  person: Person;
  kind: Kind;
  role: string;
  site: Site;
  enteredOn: string;
  leftOn: string;
  reason: string;
  rehire: 'ja' | 'nein' | '';
  consent: Consent;
}

const AGES: Record<Kind, { youngest: number; oldest: number }> = {
  Mitarbeiter: { youngest: 29, oldest: 63 },
  Praktikum: { youngest: 21, oldest: 29 },
  Lernende: { youngest: 20, oldest: 27 },
  Werkstudent: { youngest: 22, oldest: 29 },
  Masterarbeit: { youngest: 24, oldest: 30 },
};
const STAYED_DAYS: Record<Kind, [number, number]> = {
  Mitarbeiter: [400, 5200],
  Praktikum: [80, 190],
  Lernende: [1095, 1461],
  Werkstudent: [180, 700],
  Masterarbeit: [150, 220],
};
const APPRENTICES = [
  'Lernender Elektroniker',
  'Lernende Polymechanikerin',
  'Lernender Automatiker',
  'Lernende Kauffrau',
];
const ANSWERS = { agreed: 64, agreed_undated: 2, agreed_long_ago: 2, refused: 2, never_asked: 30 };

export interface FormerDays {
  today: string;
  writtenOn: string;
}

export function formerOf(random: Random, people: People, days: FormerDays): Former {
  const kind = random.weighted(KINDS);
  const site = random.weighted<Site>({ Winterthur: 42, Aarau: 20, Ravensburg: 38 });
  const person = people.next({ site, ...AGES[kind] });
  const leftOn = dayFrom(days.today, -random.whole(120, 1800));
  const [shortest, longest] = STAYED_DAYS[kind];
  return {
    person,
    kind,
    site,
    leftOn,
    role: kind === 'Mitarbeiter' ? roleOf({ ...person, language: 'de' }) : roleWhileLearning(random, kind, person),
    enteredOn: dayFrom(leftOn, -random.whole(shortest, longest)),
    ...parting(random, kind),
    consent: consentFor(random, ANSWERS, days),
  };
}

function roleWhileLearning(random: Random, kind: Kind, { profession }: Person): string {
  if (kind === 'Lernende') return random.oneOf(APPRENTICES);
  const field = profession.skills[0] ?? 'Entwicklung';
  return kind === 'Masterarbeit'
    ? `Masterarbeit ${field}`
    : `${kind === 'Praktikum' ? 'Praktikum' : 'Werkstudium'} ${field}`;
}

function parting(random: Random, kind: Kind): Pick<Former, 'reason' | 'rehire'> {
  if (kind !== 'Mitarbeiter') return { reason: 'Befristung abgelaufen', rehire: random.happens(0.5) ? 'ja' : '' };
  const reason = random.weighted({
    'Kündigung durch Arbeitnehmer': 50, Restrukturierung: 33, Pensionierung: 8, Umzug: 6, 'fristlose Kündigung': 3,
  }); // prettier-ignore
  if (reason === 'fristlose Kündigung') return { reason, rehire: 'nein' };
  return { reason, rehire: reason !== 'Pensionierung' && random.happens(0.55) ? 'ja' : '' };
}

const LANGUAGES = { de: 'Deutsch', en: 'Englisch', fr: 'Französisch', it: 'Italienisch' } as const;

export const formerRow = (former: Former, number: number): Row => [
  String(20_000 + number * 7),
  former.person.lastName,
  former.person.firstName,
  inGerman(former.person.birthOn),
  former.person.email,
  former.person.phone,
  LANGUAGES[former.person.language],
  former.kind,
  former.role,
  `Werk ${former.site}`,
  inGerman(former.enteredOn),
  inGerman(former.leftOn),
  former.reason,
  former.rehire,
  former.consent.cell,
];
