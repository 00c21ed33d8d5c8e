/**
 * The rooms from top to bottom: a room uses only rooms above it.
 * @source docs/decisions/0004-consent-stands-above-talents.md
 */
export const STAIRCASE = [
  'accounts',
  'phases',
  'consent',
  'talents',
  'pools',
  'inventory',
  'connectors',
  'demand',
  'matching',
  'content',
  'care',
  'campaigns',
  'gatherings',
  'programmes',
  'portal',
  'impact',
] as const;

/** Where a file stands in the house. `house` are the few files that put all rooms together. */
export type Place = { storey: 'ground' } | { storey: 'room'; room: string } | { storey: 'web' } | { storey: 'house' };

/** @param file path relative to the root of the project, with `/` */
export function placeOf(file: string): Place {
  const room = /^src\/rooms\/([^/]+)\//.exec(file)?.[1];
  if (room) return { storey: 'room', room };
  if (file.startsWith('src/ground/')) return { storey: 'ground' };
  return { storey: file.startsWith('src/web/') ? 'web' : 'house' };
}

/**
 * Two doors, and the language that is spoken through them: shapes, contracts and the names of permissions. These hold no behaviour, and
 * browser code has to read them without passing `index.ts`, behind which the whole server side of the room stands.
 */
const DOORS = /^src\/rooms\/[^/]+\/(index\.ts|web\.tsx|(types|schema|contract|permissions)(-[a-z-]+)?\.ts)$/;
export const isDoor = (file: string): boolean => DOORS.test(file);

const BROWSER = /^src\/(web\/|ground\/ui\/|rooms\/[^/]+\/(screens\/|web\.tsx$)|.*\.browser\.ts$)/;
export const runsInBrowser = (file: string): boolean => BROWSER.test(file) && !isTest(file);

const SERVER_OF_ROOM = /^src\/rooms\/[^/]+\/(.*\/)?(service|queries|routes|jobs|index|tables)(-[a-z-]+)?\.ts$/;
const SERVER_OF_GROUND =
  /^src\/ground\/(database|jobs|mail|audit|testing)\/|^src\/ground\/http\/(room|pages|problem|openapi|security)\.ts$|\.node\.ts$/;
const SERVER_OF_HOUSE = /^src\/(app|house|rooms|main|demo)\.ts$|^src\/(cli|testing)\//;
export const runsOnServer = (file: string): boolean =>
  [SERVER_OF_ROOM, SERVER_OF_GROUND, SERVER_OF_HOUSE].some((pattern) => pattern.test(file));

/** Packages that exist only on the server; `node:` is one more sign. */
const SERVER_PACKAGES =
  /^(node:|(pg|kysely|pg-boss|hono|@hono\/node-server|pino|nodemailer|better-auth|prom-client|unpdf|mammoth|hucre|csv-parse)(\/|$))/;
export const isServerPackage = (specifier: string): boolean => SERVER_PACKAGES.test(specifier);

export const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file);

/** The builders of a room (`aTalent({ … })`), for its own tests and those of others. */
export const isTestBuilder = (file: string): boolean => /^src\/rooms\/[^/]+\/testing(-[a-z]+)?\.ts$/.test(file);

/** Builds whole situations and is never part of the product. */
export const isForTests = (file: string): boolean =>
  isTest(file) || isTestBuilder(file) || file.startsWith('src/testing/') || file.startsWith('src/ground/testing/');
