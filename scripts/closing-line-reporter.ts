import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { Reporter, TestModule } from 'vitest/node';
import { closingLine } from './testing/counts.ts';

/**
 * Ends each run with the one plain line that any CI can count: "N passed, N failed".
 * Where the run is one part of a bigger one, the counts go to the file named by TEST_COUNTS_FILE instead.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    // A test that never ran is not a test that passed.
    counts.failed += counts.pending;
    const file = process.env.TEST_COUNTS_FILE;
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.stdout.write(`\n${closingLine(counts)}${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`);
  }
}
