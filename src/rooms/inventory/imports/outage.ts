import { AppError, unavailable } from '#ground/errors/app-error.ts';

/** SQLSTATE `disk_full`. */
const DISK_FULL = '53100';

/**
 * A failure that a person can understand and mend, after which the import goes on where it stopped; undefined for all others.
 * Nothing of the batch at hand was stored: its transaction was rolled back.
 */
export function mendable(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === DISK_FULL || code === 'ENOSPC' ? unavailable('inventory.disk_full') : undefined;
}
