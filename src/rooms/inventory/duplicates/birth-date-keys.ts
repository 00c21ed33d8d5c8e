import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { BirthDateKeys } from './types.ts';

const KEY_BYTES = 8;
/** All days of a working life; a file of a hundred thousand people repeats them. */
const MOST_DAYS = 20_000;

/** Making a key ready takes longer than hashing with it. A day alone says nothing about anybody, so its keys may be remembered. */
interface ReadyKey {
  key: KeyObject;
  made: Map<string, BirthDateKeys>;
  /** Of parts of a day: there are a few thousand months and days, and most days have theirs in common with others. */
  parts: Map<string, string>;
}
const readyKeys = new WeakMap<Buffer, ReadyKey>();

/**
 * Keyed hashes of a birth date that serve the comparison only. Each part has its own domain, so that a key of one
 * part can never equal a key of another.
 * @param isoDate YYYY-MM-DD; days that do not exist are taken as they stand, because they are typing errors
 * @param key secret bound to this purpose; whoever has it can guess dates, so it belongs to the key store
 */
export function birthDateKeys(isoDate: string, key: Buffer): BirthDateKeys {
  const ready = readyKey(key);
  const made = ready.made.get(isoDate) ?? makeKeys(isoDate, ready);
  if (ready.made.size < MOST_DAYS) ready.made.set(isoDate, made);
  return made;
}

function makeKeys(isoDate: string, { key, parts }: ReadyKey): BirthDateKeys {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const whole = (domain: string, ...texts: string[]) => keyedHash(key, `birth-date/${domain}/${texts.join('-')}`);
  const part = (domain: string, ...texts: string[]) => {
    const name = `${domain}/${texts.join('-')}`;
    const keyed = parts.get(name) ?? keyedHash(key, `birth-date/${name}`);
    if (parts.size < MOST_DAYS) parts.set(name, keyed);
    return keyed;
  };
  return {
    whole: whole('whole', year, month, day),
    dayMonthUnordered: whole('day-month-unordered', year, ...[month, day].sort()),
    yearMonth: part('year-month', year, month),
    yearDay: part('year-day', year, day),
    monthDay: part('month-day', month, day),
    year: part('year', year),
  };
}

function readyKey(key: Buffer): ReadyKey {
  const ready = readyKeys.get(key) ?? { key: createSecretKey(key), made: new Map(), parts: new Map() };
  readyKeys.set(key, ready);
  return ready;
}

function keyedHash(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, KEY_BYTES).toString('hex');
}
