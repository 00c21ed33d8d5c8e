import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRY_PROFILES, MONTHS_AFTER_REJECTION, monthsAfter } from './periods.ts';

const FIRST_DAY = new Date('2000-01-01T00:00:00Z');
const LAST_DAY = new Date('2099-12-31T00:00:00Z');
const anyDay = fc
  .date({ min: FIRST_DAY, max: LAST_DAY, noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const anyPeriod = fc.integer({ min: 1, max: 24 });

// RL-8, docs/decisions/0006
describe('periods in calendar months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 24, '2030-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-23', 12, '2027-11-23'],
  ])('%s and %i months is %s', (day, months, end) => {
    expect(monthsAfter(day, months)).toBe(end);
  });

  it('end after the event, never on it or before', () => {
    fc.assert(fc.property(anyDay, anyPeriod, (day, months) => monthsAfter(day, months) > day));
  });

  it('end on the same day of the month, or on the last day of a shorter one', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (day, months) => {
        const end = monthsAfter(day, months);
        const [year = 0, month = 0] = end.split('-').map(Number);
        const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(Number(end.slice(8))).toBe(Math.min(Number(day.slice(8)), lastOfMonth));
      }),
    );
  });

  it('end later when they are longer, and not earlier when they begin later', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyPeriod, (one, other, months) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(monthsAfter(earlier, months + 1) > monthsAfter(earlier, months)).toBe(true);
        expect(monthsAfter(later, months) >= monthsAfter(earlier, months)).toBe(true);
      }),
    );
  });

  it('know no day that does not exist', () => {
    expect(() => monthsAfter('2026-02-31', 1)).toThrow(RangeError);
  });
});

// LB-3
describe('how long a rejected application stays without consent', () => {
  it('is three months in Switzerland, six in Germany and the EU, seven in Austria', () => {
    expect(MONTHS_AFTER_REJECTION).toEqual({ CH: 3, DE: 6, EU: 6, AT: 7 });
    expect(Object.keys(MONTHS_AFTER_REJECTION).sort()).toEqual([...COUNTRY_PROFILES].sort());
  });
});
