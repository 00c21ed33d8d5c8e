import { dayFrom, workingDayFrom } from './calendar.ts';
import { CAST } from './cast.ts';
import type { Application } from './exports/applications.ts';
import { applicationsExport } from './exports/applications-file.ts';
import type { Connection } from './exports/connections.ts';
import { connectionsFile, connectionsOf } from './exports/connections.ts';
import type { Former } from './exports/former.ts';
import { FORMER_HEADERS, formerOf, formerRow } from './exports/former.ts';
import type { Visitor } from './exports/fair.ts';
import { fairFile, visitorsOf } from './exports/fair.ts';
import type { ExportFile } from './exports/table.ts';
import { talksFile } from './exports/talks.ts';
import { workbook } from './exports/workbook.ts';
import { knownToo } from './known-too.ts';
import type { People } from './people.ts';
import { peopleFrom } from './people.ts';
import { randomFrom } from './random.ts';

/** What the sample company has about people, as it lies in its systems. */
export interface Company {
  /** `YYYY-MM-DD`; everything is counted from this day, so that the company is always of today. */
  today: string;
  applications: Application[];
  former: Former[];
  connections: Connection[];
  visitors: Visitor[];
  /** In the order in which they were taken over, each on its own day. */
  exports: CompanyExport[];
}

export interface CompanyExport {
  kind: 'talks' | 'former' | 'fair' | 'connections' | 'applications';
  file: ExportFile;
  /** The day on which it was written and taken over. */
  takenOverOn: string;
}

const SEED = 20_260_203;
export const COUNTS = {
  applications: { people: 1330, applyingAgain: 70, duplicates: 44, broken: 25, spoiled: 18 },
  former: 180,
  connections: 260,
  visitors: 150,
};
/** Days before planting; the talks were the first file. */
const TAKEN_OVER = { talks: 90, former: 75, fair: 40, connections: 33, applications: 12 };
const FAIR_DAYS_AGO = 44;

/** The same people, files and words for the same day. */
export async function companyOn(today: string): Promise<Company> {
  const day = (kind: keyof typeof TAKEN_OVER) => workingDayFrom(today, -TAKEN_OVER[kind]);
  const people = peopleFrom(randomFrom(SEED), today);
  const former = formerOn(people, { today, writtenOn: day('former') });
  const visitors = visitorsOf(randomFrom(SEED + 2), people, workingDayFrom(today, -FAIR_DAYS_AGO), COUNTS.visitors);
  const connections = connectionsOf(
    randomFrom(SEED + 3),
    people,
    { today, writtenOn: day('connections') },
    COUNTS.connections,
  );
  const { applications, file } = applicationsExport(
    randomFrom(SEED + 4),
    people,
    { today, writtenOn: day('applications') },
    {
      name: `bewerbungen_${yearsUntil(today)}.csv`,
      counts: COUNTS.applications,
      known: knownToo({ former, visitors, connections }),
    },
  );
  const exports: CompanyExport[] = [
    { kind: 'talks', file: await talksFile(CAST, today), takenOverOn: day('talks') },
    { kind: 'former', file: await formerFile(former), takenOverOn: day('former') },
    { kind: 'fair', file: fairFile(visitors), takenOverOn: day('fair') },
    { kind: 'connections', file: connectionsFile(connections), takenOverOn: day('connections') },
    { kind: 'applications', file, takenOverOn: day('applications') },
  ];
  return { today, applications, former, connections, visitors, exports };
}

const yearsUntil = (today: string) => `${dayFrom(today, -5 * 365).slice(0, 4)}-${today.slice(0, 4)}`;

function formerOn(people: People, days: { today: string; writtenOn: string }): Former[] {
  const random = randomFrom(SEED + 1);
  return Array.from({ length: COUNTS.former }, () => formerOf(random, people, days));
}

const formerFile = (former: readonly Former[]) =>
  workbook('ehemalige_personal.xlsx', 'Ausgetretene', [
    FORMER_HEADERS,
    ...former.map((one, number) => formerRow(one, number + 1)),
  ]);
