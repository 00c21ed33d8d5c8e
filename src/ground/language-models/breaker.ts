import { LanguageModelError, type ModelFailure } from './failure.ts';

const FAILURES_IN_A_ROW = 3;
const REST_MS = 60_000;

/** What another try will not mend, and costs nobody any waiting: it is said each time instead. */
const SAID_AT_ONCE = new Set<ModelFailure>(['address_refused', 'not_let_in', 'unknown_model']);

interface Breaker {
  failures: number;
  restsUntil: number;
}

/** One per server and model and process: whoever asks next shall not wait for what just failed. */
const breakers = new Map<string, Breaker>();

/**
 * Lets a call through unless the last ones failed; then the model is left alone for a minute, and one call tries again.
 * @throws LanguageModelError resting, or that of the call
 */
export async function unlessResting<T>(key: string, call: () => Promise<T>, now: () => number): Promise<T> {
  const breaker = breakers.get(key) ?? { failures: 0, restsUntil: 0 };
  breakers.set(key, breaker);
  if (now() < breaker.restsUntil) throw new LanguageModelError('resting');
  try {
    const answer = await call();
    breaker.failures = 0;
    return answer;
  } catch (error) {
    if (error instanceof LanguageModelError && !SAID_AT_ONCE.has(error.reason)) countFailure(breaker, now());
    throw error;
  }
}

function countFailure(breaker: Breaker, at: number): void {
  breaker.failures += 1;
  if (breaker.failures >= FAILURES_IN_A_ROW) breaker.restsUntil = at + REST_MS;
}

/** After somebody changed the settings, nothing of before counts. */
export const forgetFailures = (baseUrl: string, model: string): void => void breakers.delete(`${baseUrl} ${model}`);
