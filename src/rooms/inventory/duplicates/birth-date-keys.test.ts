import { describe, expect, it } from 'vitest';
import { birthDateKeys } from './birth-date-keys.ts';

const key = Buffer.from('a key for this test only');

describe('keyed hashes of a birth date', () => {
  it('are equal for the same date and key', () => {
    expect(birthDateKeys('1984-03-07', key)).toEqual(birthDateKeys('1984-03-07', Buffer.from(key)));
  });

  it('say nothing without the key', () => {
    const [ours, theirs] = [birthDateKeys('1984-03-07', key), birthDateKeys('1984-03-07', Buffer.from('another key'))];

    expect(Object.values(ours).filter((hash) => Object.values(theirs).includes(hash))).toEqual([]);
  });

  it('recognise swapped day and month without revealing which is which', () => {
    const [one, other] = [birthDateKeys('1984-03-07', key), birthDateKeys('1984-07-03', key)];

    expect(one.dayMonthUnordered).toBe(other.dayMonthUnordered);
    expect(one.whole).not.toBe(other.whole);
  });

  it('agree in the parts that two dates share, and only there', () => {
    const [one, other] = [birthDateKeys('1984-03-07', key), birthDateKeys('1984-03-17', key)];

    const shared = Object.keys(one).filter((part) => Reflect.get(one, part) === Reflect.get(other, part));
    expect(shared).toEqual(['yearMonth', 'year']);
  });

  it('never repeat a hash from one part in another', () => {
    expect(new Set(Object.values(birthDateKeys('2001-01-01', key))).size).toBe(6);
  });

  it('are eight bytes long', () => {
    expect(birthDateKeys('1984-03-07', key).whole).toMatch(/^[0-9a-f]{16}$/);
  });
});
