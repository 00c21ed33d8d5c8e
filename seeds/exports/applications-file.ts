import type { People, Person } from '../people.ts';
import type { Random } from '../random.ts';
import type { Application, Days } from './applications.ts';
import { applicationOf, applicationRow, applicationsOf, APPLICATION_HEADERS } from './applications.ts';
import { brokenRow, spoiled } from './broken-rows.ts';
import type { Dirt } from './dirt.ts';
import { again, dirtFor } from './dirt.ts';
import type { ExportFile, Row } from './table.ts';
import { inWindows1252, semicolonText } from './table.ts';

export interface ApplicationsExport {
  file: ExportFile;
  applications: Application[];
}

export interface Counts {
  people: number;
  /** Applied a second time under the same mail address. */
  applyingAgain: number;
  /** Are in the file a second time without being recognised at once. */
  duplicates: number;
  broken: number;
  spoiled: number;
}

/** Somebody who is in another file too, and comes here as somebody else. */
export interface Known {
  person: Person;
  /** Chance decides when it is left out. */
  dirt?: Dirt;
}

/** The list of all applications, as German Excel saves it: semicolons, Windows-1252, comma in numbers. */
export function applicationsExport(
  random: Random,
  people: People,
  days: Days,
  { name, counts, known }: { name: string; counts: Counts; known: readonly Known[] },
): ApplicationsExport {
  const first = applicationsOf(random, people, days, counts.people);
  const later = random.several(first, counts.applyingAgain).map(({ person }) => applicationOf(random, person, days));
  const doubles: Known[] = [...random.several(first.filter(hasAgreed), counts.duplicates), ...known];
  const mails = new Set<string>();
  const dirty = doubles.map(({ person, dirt = dirtFor(random, person) }) => {
    const application = applicationOf(random, again(random, person, dirt, mails), days);
    return { ...application, consent: agreedLike(first, application) };
  });
  const applications = [...first, ...later, ...dirty].sort((a, b) => a.appliedOn.localeCompare(b.appliedOn));
  const rows = withMistakes(
    random,
    applications.map((one) => applicationRow(random, one)),
    days,
    counts,
  );
  return { applications, file: { name, bytes: inWindows1252(semicolonText([APPLICATION_HEADERS, ...rows])) } };
}

const hasAgreed = ({ consent }: Application) => consent.answer === 'agreed';

/** Duplicates are for the review: they come with a consent, or they would wait unseen. */
const agreedLike = (first: readonly Application[], application: Application) =>
  hasAgreed(application) ? application.consent : (first.find(hasAgreed)?.consent ?? application.consent);

function withMistakes(random: Random, rows: Row[], { today }: Days, { broken, spoiled: wrong }: Counts): Row[] {
  const chosen = new Set(random.several([...rows.keys()], wrong));
  const marred = rows.map((row, index) => (chosen.has(index) ? spoiled(random, row) : row));
  for (let count = 0; count < broken; count += 1)
    marred.splice(random.whole(20, Math.max(20, marred.length - 1)), 0, brokenRow(random, today, count));
  return marred;
}
