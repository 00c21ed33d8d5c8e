import { describe, expect, it } from 'vitest';
import { opensAt, ZONES } from './window.ts';

const nineToSix = { fromHour: 9, untilHour: 18 };
const at = (instant: string, zone: string) => opensAt(nineToSix, zone, new Date(instant))?.toISOString();

describe('the hours in which a letter may arrive', () => {
  it('are those of the reader, not ours', () => {
    expect(at('2026-11-23T08:30:00Z', 'Europe/Zurich')).toBeUndefined();
    expect(at('2026-11-23T08:30:00Z', 'Europe/London')).toBe('2026-11-23T09:00:00.000Z');
  });

  it('begin again the next day', () => {
    expect(at('2026-11-23T17:00:00Z', 'Europe/Zurich')).toBe('2026-11-24T08:00:00.000Z');
  });

  it('follow the clock in both nights in which it is changed', () => {
    expect(at('2026-03-28T20:00:00Z', 'Europe/Zurich')).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-10-24T20:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  });

  it('can be told for every zone that we know', () => {
    for (const zone of Object.values(ZONES)) expect(() => at('2026-11-23T17:00:00Z', zone)).not.toThrow();
  });
});
