import type { Person } from '../people.ts';
import { peopleFrom } from '../people.ts';
import type { Random } from '../random.ts';
import { randomFrom } from '../random.ts';
import { APPLICATION_HEADERS, applicationOf, applicationRow } from './applications.ts';
import type { Application } from './applications.ts';
import { brokenRow } from './broken-rows.ts';
import type { AnswerWeights } from './consent.ts';
import { consentFor } from './consent.ts';
import type { Dirt } from './dirt.ts';
import { again, canChange } from './dirt.ts';
import type { ExportFile, Row } from './table.ts';
import { inWindows1252, semicolonText } from './table.ts';

/** The day from which `docs/samples/bewerbungen.csv` was written. Its consents are over a year later: then it takes a newer day. */
export const SAMPLE_DAY = '2026-11-23';

const SEED = 8400;
const PEOPLE = 55;
const DUPLICATES: readonly Dirt[] = ['married', 'transcribed', 'short_name'];
const BROKEN = 2;
const ANSWERS = { agreed: 76, agreed_undated: 5, agreed_long_ago: 3, refused: 4, never_asked: 12 };
/** The consents are young, so that the file can be tried out for long. */
const OLDEST_CONSENT_DAYS = 45;

interface Entry {
  application: Application;
  /** Every column is filled in: what is compared is there. */
  isWhole: boolean;
}

/** A small export for newcomers: three people are in it twice, two rows have neither name nor mail. */
export function sampleFile(today: string = SAMPLE_DAY): ExportFile {
  const random = randomFrom(SEED);
  const entries = withDuplicates(random, applicantsOf(random, today), today);
  const rows: Row[] = entries.map(({ application, isWhole }) =>
    applicationRow(isWhole ? generous(random) : random, application),
  );
  for (let count = 0; count < BROKEN; count += 1)
    rows.splice(random.whole(15, rows.length), 0, brokenRow(random, today, count));
  return { name: 'bewerbungen.csv', bytes: inWindows1252(semicolonText([APPLICATION_HEADERS, ...rows])) };
}

function applicantsOf(random: Random, today: string): Entry[] {
  const people = peopleFrom(random, today);
  return Array.from({ length: PEOPLE }, () => ({
    application: applicationFor(random, people.next(), today, ANSWERS),
    isWhole: false,
  }));
}

function applicationFor(random: Random, person: Person, today: string, answers: AnswerWeights): Application {
  const days = { today, writtenOn: today, reachDays: 1400, oldestDays: OLDEST_CONSENT_DAYS };
  return { ...applicationOf(random, person, days), consent: consentFor(random, answers, days) };
}

/** Each kind of dirt once, with a person whom it changes; both of a pair may be kept. */
function withDuplicates(random: Random, entries: Entry[], today: string): Entry[] {
  const chosen = new Set<Person>();
  const doubles = DUPLICATES.flatMap((dirt) => {
    const original = entries.find(
      ({ application: { person } }) => !chosen.has(person) && person.phone !== '' && canChange(dirt, person),
    );
    if (!original) throw new Error(`Nobody in the sample can come again: ${dirt}.`);
    const { person } = original.application;
    chosen.add(person);
    const later = applicationFor(random, again(random, person, dirt, new Set()), today, SURELY);
    return [
      {
        application: { ...original.application, consent: applicationFor(random, person, today, SURELY).consent },
        isWhole: true,
      },
      { application: later, isWhole: true },
    ];
  });
  const others = entries.filter(({ application }) => !chosen.has(application.person));
  return [...others, ...doubles].sort((a, b) => a.application.appliedOn.localeCompare(b.application.appliedOn));
}

const SURELY: AnswerWeights = { agreed: 1, agreed_undated: 0, agreed_long_ago: 0, refused: 0, never_asked: 0 };

/** The same chance, but nothing is left out. */
const generous = (random: Random): Random => ({ ...random, happens: () => true });
