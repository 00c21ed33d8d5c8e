import process from 'node:process';
import { defineConfig } from 'vitest/config';

const database = [
  'src/**/*.db.test.ts',
  'seeds/**/*.db.test.ts',
  'scripts/**/*.db.test.ts',
  'e2e/reliability/**/*.db.test.ts',
];

// These start servers and disks of their own or read files: a second run on another server would show nothing new.
const onceIsEnough = ['server-kill', 'disk-full', 'wrong-files'].map((name) => `e2e/reliability/${name}.db.test.ts`);

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...database, '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          include: database,
          exclude: ['**/node_modules/**', ...(process.env.TEST_DATABASE_URL ? onceIsEnough : [])],
          globalSetup: './src/ground/testing/database-for-tests.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: './e2e/support/product-for-tests.ts',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
