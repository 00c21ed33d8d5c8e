import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { BirthDateKeys } from './types.ts';

const KEY_BYTES = 8;
/** Making a key ready takes longer than hashing with it. */
const readyKeys = new WeakMap<Buffer, KeyObject>();

/**
 * Keyed hashes of a birth date that serve the comparison only. Each part has its own domain, so that a key of one
 * part can never equal a key of another.
 * @param isoDate YYYY-MM-DD; days that do not exist are taken as they stand, because they are typing errors
 * @param key secret bound to this purpose; whoever has it can guess dates, so it belongs to the key store
 */
export function birthDateKeys(isoDate: string, key: Buffer): BirthDateKeys {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const ready = readyKey(key);
  const keyed = (domain: string, ...parts: string[]) => keyedHash(ready, `birth-date/${domain}/${parts.join('-')}`);
  return {
    whole: keyed('whole', year, month, day),
    dayMonthUnordered: keyed('day-month-unordered', year, ...[month, day].sort()),
    yearMonth: keyed('year-month', year, month),
    yearDay: keyed('year-day', year, day),
    monthDay: keyed('month-day', month, day),
    year: keyed('year', year),
  };
}

function readyKey(key: Buffer): KeyObject {
  const ready = readyKeys.get(key) ?? createSecretKey(key);
  readyKeys.set(key, ready);
  return ready;
}

function keyedHash(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, KEY_BYTES).toString('hex');
}
