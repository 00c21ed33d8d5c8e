// Runs in a thread of its own: makes records ready as they arrive, searches once, answers, ends.
import { parentPort } from 'node:worker_threads';
import { collect, nothingCollected, searchCollected } from './find-duplicates.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const collected = nothingCollected();

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'records') {
    for (const record of message.records) collect(collected, record);
    answer({ kind: 'taken' });
    return;
  }
  const found = searchCollected(collected, {
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
