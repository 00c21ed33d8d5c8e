import { FIELD, FIELD_COUNT, type FieldName } from './fields.ts';
import type { CountedValue } from './prepared.ts';

/** Marks a level whose chance comes from the level table, not from the frequency of a value. */
export const NO_CHANCE_BITS = 1;

/** What one comparison found, per field; reused from pair to pair to spare memory. */
export interface Outcome {
  levels: Uint8Array;
  /** log2 of the chance that strangers agree on this very value, or NO_CHANCE_BITS. */
  chanceBits: Float32Array;
}

export function emptyOutcome(): Outcome {
  return { levels: new Uint8Array(FIELD_COUNT), chanceBits: new Float32Array(FIELD_COUNT) };
}

export function clearOutcome(out: Outcome): void {
  out.levels.fill(0);
  out.chanceBits.fill(NO_CHANCE_BITS);
}

export function setLevel(out: Outcome, field: FieldName, level: number, agreedOn?: CountedValue): void {
  const index = FIELD[field];
  out.levels[index] = level;
  out.chanceBits[index] = agreedOn ? agreedOn.chanceBits : NO_CHANCE_BITS;
}
