import { Worker } from 'node:worker_threads';
import type { FindOptions, FoundDuplicates } from './find-duplicates.ts';
import type { ComparisonRecord } from './types.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const BATCH_RECORDS = 2000;
/** Batches on their way: one is made ready while the next is read. */
const MOST_WAITING = 2;
/** Nearly everything that is read stays until the end: a larger nursery spares the collector useless copying. */
const YOUNG_GENERATION_MB = 64;

/**
 * The same as `findDuplicates`, in a thread of its own, so that the server goes on answering.
 * @throws whatever ended the thread, such as too little memory
 */
export async function findDuplicatesInWorker(
  records: Iterable<ComparisonRecord> | AsyncIterable<ComparisonRecord>,
  { onProgress, ...options }: FindOptions = {},
): Promise<FoundDuplicates> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const found = waitForResult(worker, onProgress);
  // The failure is thrown below; without this line it would count as unhandled while records are still being sent.
  found.catch(() => undefined);
  onProgress?.('preparing');
  try {
    await sendRecords(worker, records);
    send(worker, { kind: 'search', options });
    return await found;
  } finally {
    await worker.terminate();
  }
}

function waitForResult(worker: Worker, onProgress: FindOptions['onProgress']): Promise<FoundDuplicates> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.step);
      if (message.kind === 'found') resolve(message.found);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The search for duplicates ended early, code ${code}`)));
  });
}

async function sendRecords(worker: Worker, records: Iterable<ComparisonRecord> | AsyncIterable<ComparisonRecord>) {
  const waiting = watchWaiting(worker);
  let batch: ComparisonRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < BATCH_RECORDS) continue;
    await waiting.room();
    waiting.count += 1;
    send(worker, { kind: 'records', records: batch });
    batch = [];
  }
  send(worker, { kind: 'records', records: batch });
}

/** Reading waits for the thread, so that memory does not hold what it cannot take yet. */
function watchWaiting(worker: Worker) {
  let wake: () => void = () => undefined;
  const waiting = {
    count: 0,
    room: async () => {
      while (waiting.count >= MOST_WAITING) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
  worker.on('message', ({ kind }: FromWorker) => {
    if (kind === 'taken') waiting.count -= 1;
    wake();
  });
  worker.once('exit', () => {
    waiting.count = 0;
    wake();
  });
  return waiting;
}

function send(worker: Worker, message: ToWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
  worker.postMessage(message);
}
