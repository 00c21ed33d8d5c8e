import { Worker } from 'node:worker_threads';
import type { FromReading } from './read-messages.ts';
import { failureFrom } from './read-messages.ts';
import type { RowOfFile, ReadingOrder } from './read-batches.ts';

/** Rows live as long as their batch: a small nursery is enough, and memory stays low. */
const YOUNG_GENERATION_MB = 32;

/**
 * The same as `readBatches`, in a thread of its own: one processor makes rows ready while the other is at work for the database.
 * @throws AppError and others as `readBatches` does, and whatever ended the thread
 */
export async function* readInThread(order: ReadingOrder): AsyncGenerator<RowOfFile[]> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  try {
    for (;;) {
      const answer = await askNext(worker);
      if (answer.kind === 'failed') throw failureFrom(answer.failure);
      if (answer.kind === 'done') return;
      yield JSON.parse(answer.rows) as RowOfFile[];
    }
  } finally {
    await worker.terminate();
  }
}

function askNext(worker: Worker): Promise<FromReading> {
  const { promise, resolve, reject } = Promise.withResolvers<FromReading>();
  const ended = (code: number) => reject(new Error(`The thread that reads the file ended early, code ${code}`));
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', ended);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
  worker.postMessage('next');
  return promise.finally(() => {
    worker.off('error', reject);
    worker.off('exit', ended);
  });
}
