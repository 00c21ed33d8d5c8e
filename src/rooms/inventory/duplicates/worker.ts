// Runs in a thread of its own: collects records from messages, searches once, answers, ends.
import { parentPort } from 'node:worker_threads';
import { findDuplicates } from './find-duplicates.ts';
import type { ComparisonRecord } from './types.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const records: ComparisonRecord[] = [];

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'records') {
    for (const record of message.records) records.push(record);
    return;
  }
  const found = findDuplicates(records.splice(0), {
    ...message.options,
    onProgress: (step) => answer({ kind: 'progress', step }),
  });
  answer({ kind: 'found', found });
  parentPort?.close();
});

function answer(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
  parentPort?.postMessage(message);
}
