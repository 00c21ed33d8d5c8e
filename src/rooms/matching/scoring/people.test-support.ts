import { loadDirectory } from '../directory/load.ts';
import type { Passage, PersonDocuments } from '../people/documents.ts';
import { buildRecogniser } from '../recognition/recogniser.ts';
import type { Weights } from '../schema-matches.ts';
import { createQueryMaker, demandQuery } from './demand-query.ts';
import { personProfile } from './person-profile.ts';
import { seededRandom } from './seeded-random.ts';
import type { DemandWishes, FindingDecision } from './types.ts';

/** The house of the examples, for tests: our own directory, the default weights, and people whose papers are written in the test. */
export const recogniser = buildRecogniser(loadDirectory('own'));
const maker = createQueryMaker(recogniser);

export const WEIGHTS: Weights = {
  must: 40,
  nice: 10,
  occupation: 20,
  text: 10,
  languages: 5,
  interest: 5,
  place: 5,
  availability: 5,
};
export const ENTITY = '01900000-0000-7000-8000-000000000001';

export const aDemand = (said: Partial<DemandWishes>): DemandWishes => ({
  title: '',
  description: '',
  must: [],
  nice: [],
  languages: [],
  city: null,
  mayBeRemote: null,
  hoursMinShare: null,
  hoursMaxShare: null,
  fromOn: null,
  ...said,
});

export const aQuery = (said: Partial<DemandWishes>) => demandQuery(aDemand(said), maker);

export const skills = (...labels: string[]) => labels.map((label) => ({ label }));

/** What the examples look for. */
export const DATA_ENGINEER = aDemand({
  title: 'Data Engineer (m/w/d)',
  description: 'Aufbau von Datenplattformen für die Produktion, Beratung der Fachbereiche.',
  must: skills('Python', 'SQL', 'Apache Spark'),
  nice: skills('Kubernetes', 'Docker'),
  languages: [{ language: 'de', level: 'C1' }],
  city: 'Winterthur',
  hoursMinShare: 0.8,
  hoursMaxShare: 1,
  fromOn: '2027-04-01',
});

export const aPassage = (text: string, more: Partial<Passage> = {}): Passage => ({
  source: 'file',
  sourceId: null,
  on: null,
  given: null,
  ...more,
  text,
});

const random = seededRandom(5);
export function anId(): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}

export const documentsOf = (passages: (Passage | string)[], more: Partial<PersonDocuments> = {}): PersonDocuments => ({
  talentId: anId(),
  entityId: ENTITY,
  city: null,
  country: null,
  availableFrom: null,
  notShown: null,
  ...more,
  passages: passages.map((passage) => (typeof passage === 'string' ? aPassage(passage) : passage)),
});

export const aPerson = (
  passages: (Passage | string)[],
  more: Partial<PersonDocuments> = {},
  decisions: FindingDecision[] = [],
) => personProfile(documentsOf(passages, more), recogniser, decisions);
