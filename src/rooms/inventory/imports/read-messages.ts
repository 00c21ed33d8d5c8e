import type { FailureKind, FailureParams } from '#ground/errors/app-error.ts';
import { AppError } from '#ground/errors/app-error.ts';

/** What the thread answers each time that it is asked for the next batch. Rows are JSON: that is copied faster than objects are. */
export type FromReading = { kind: 'batch'; rows: string } | { kind: 'done' } | { kind: 'failed'; failure: ToldFailure };

/** An error as it passes between threads, where classes are lost. */
export interface ToldFailure {
  message: string;
  refusal?: { kind: FailureKind; code: string; params: FailureParams };
  /** Of the operating system, e.g. `ENOENT`. */
  code?: string;
}

export function tellFailure(error: unknown): ToldFailure {
  if (error instanceof AppError) {
    const { kind, code, params, message } = error;
    return { message, refusal: { kind, code, params } };
  }
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { message: error.stack ?? error.message, ...code };
}

export function failureFrom({ message, refusal, code }: ToldFailure): Error {
  if (refusal) return new AppError(refusal.kind, refusal.code, refusal.params);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}
