import process from 'node:process';
import { defineConfig } from 'vitest/config';
import LongestFirst from './scripts/testing/longest-first.ts';

const database = [
  'src/**/*.db.test.ts',
  'seeds/**/*.db.test.ts',
  'scripts/**/*.db.test.ts',
  'e2e/reliability/**/*.db.test.ts',
];

// These start servers and disks of their own, read files, or kill our program for minutes: in the second run, on a server, they would
// show nothing new and the whole would take too long to be run often.
const onceIsEnough = [
  ...['import-kill', 'import-turns', 'campaign-kill', 'server-kill', 'disk-full', 'wrong-files'].map(
    (name) => `e2e/reliability/${name}`,
  ),
  'src/cli/taxonomy',
  'src/rooms/care/care-year',
].map((file) => `${file}.db.test.ts`);

/** What `npm run test:long` does in full, and `npm test` in small. */
const long = ['e2e/reliability/import-kill', 'e2e/reliability/campaign-kill', 'src/rooms/care/care-year'].map(
  (file) => `${file}.db.test.ts`,
);

/** By Node itself, which strips the types: nothing is translated first, and the code is as fast as where it runs for people. */
const loadedAsInProduction = { viteModuleRunner: false };

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...database, '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          include: process.env.LONG_TESTS ? long : database,
          exclude: ['**/node_modules/**', ...(process.env.TEST_ON_SERVER ? onceIsEnough : [])],
          globalSetup: './src/ground/testing/database-for-tests.ts',
          experimental: loadedAsInProduction,
          // The program is loaded once per worker: no file leaves anything behind in it, each has a database of its own.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          // Every address in every look takes minutes: `npm run test:screens` runs it.
          exclude: ['**/node_modules/**', ...(process.env.EVERY_SCREEN ? [] : ['e2e/every-screen.spec.ts'])],
          globalSetup: './e2e/support/product-for-tests.ts',
          experimental: loadedAsInProduction,
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
