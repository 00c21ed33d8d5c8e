// Runs in a thread of its own: makes one batch of rows ready each time that it is asked, and never more than that.
import { parentPort, workerData } from 'node:worker_threads';
import type { FromReading } from './read-messages.ts';
import { tellFailure } from './read-messages.ts';
import type { ReadingOrder } from './read-batches.ts';
import { readBatches } from './read-batches.ts';

const batches = readBatches(workerData as ReadingOrder);

parentPort?.on('message', () => void answerNext());

async function answerNext(): Promise<void> {
  try {
    const next = await batches.next();
    answer(next.done ? { kind: 'done' } : { kind: 'batch', rows: JSON.stringify(next.value) });
  } catch (error) {
    answer({ kind: 'failed', failure: tellFailure(error) });
  }
}

function answer(message: FromReading): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
  parentPort?.postMessage(message);
}
