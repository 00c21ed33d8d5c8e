import { setImmediate as letOthersWork } from 'node:timers/promises';

/**
 * Starts statements of one transaction one after the other, without waiting for their answers: the rows of the next are put together
 * while the database is at work on the last. In between the connection gets its turn to send.
 *
 * Waits for all of them when one fails, unlike `Promise.all`: a statement that is still under way would otherwise run after the
 * transaction was rolled back, on its own.
 * @throws the first failure
 */
export async function allDone(starts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  for (const start of starts) {
    const statement = start();
    // Told below; until then it would count as a failure that nobody sees.
    statement.catch(() => undefined);
    underWay.push(statement);
    await letOthersWork();
  }
  const ends = await Promise.allSettled(underWay);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
