import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localOf, tomorrowMorning } from './local-time.ts';

const ZONES = ['Europe/Zurich', 'Europe/London', 'Asia/Kolkata', 'America/New_York', 'UTC'];
const minutes = fc
  .integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
  .map((minute) => new Date(minute * 60_000));

describe('the moment a clock on the wall shows', () => {
  it('is in summer two hours behind Zurich, in winter one', () => {
    expect(instantOf({ day: '2026-07-01', time: '08:30' }, 'Europe/Zurich')?.toISOString()).toBe(
      '2026-07-01T06:30:00.000Z',
    );
    expect(instantOf({ day: '2026-12-01', time: '08:30' }, 'Europe/Zurich')?.toISOString()).toBe(
      '2026-12-01T07:30:00.000Z',
    );
  });

  it('shows the same again, whatever the zone', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (instant, zone) => {
        const shown = localOf(instant, zone);
        const back = instantOf(shown, zone);
        // An hour that happens twice in autumn shows the same twice.
        expect(back && localOf(back, zone)).toEqual(shown);
      }),
    );
  });

  it('is none without a day or an hour', () => {
    expect(instantOf({ day: '', time: '08:30' }, 'UTC')).toBeUndefined();
    expect(instantOf({ day: '2026-12-01', time: '' }, 'UTC')).toBeUndefined();
    expect(instantOf({ day: '2026-13-01', time: '08:00' }, 'UTC')).toBeUndefined();
  });

  it('proposes the next morning where the member is', () => {
    expect(tomorrowMorning(new Date('2026-12-31T23:30:00Z'), 'Europe/Zurich')).toEqual({
      day: '2027-01-02',
      time: '08:30',
    });
  });
});
