import { defineConfig } from 'vitest/config';

const database = [
  'src/**/*.db.test.ts',
  'seeds/**/*.db.test.ts',
  'scripts/**/*.db.test.ts',
  'e2e/reliability/**/*.db.test.ts',
];

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
