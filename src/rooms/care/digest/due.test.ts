import { describe, expect, it } from 'vitest';
import { isDigestHour, wallClock } from './due.ts';

const atSeven = { hour: 7 };
const atTwo = { hour: 2 };
const quarters = (from: string, hours: number) =>
  Array.from({ length: hours * 4 }, (_, index) => new Date(Date.parse(from) + index * 15 * 60_000));
const daysSent = (wanted: { hour: number }, zone: string, moments: Date[]) => {
  const sent = new Set<string>();
  for (const moment of moments) {
    const clock = wallClock(zone, moment);
    if (isDigestHour(wanted, clock)) sent.add(clock.day);
  }
  return [...sent];
};

describe('the hour of the digest', () => {
  it('is the hour on the wall of the member, in summer and in winter', () => {
    expect(wallClock('Europe/Zurich', new Date('2026-07-01T05:00:00Z'))).toEqual({ day: '2026-07-01', hour: 7 });
    expect(wallClock('Europe/Zurich', new Date('2026-12-01T06:00:00Z'))).toEqual({ day: '2026-12-01', hour: 7 });
  });

  it('comes once on the day on which the hour is left out, and once on the day on which it comes twice', () => {
    const spring = quarters('2026-03-28T20:00:00Z', 24);
    const autumn = quarters('2026-10-24T20:00:00Z', 24);

    expect(daysSent(atTwo, 'Europe/Zurich', spring)).toEqual(['2026-03-29']);
    expect(daysSent(atTwo, 'Europe/Berlin', autumn)).toEqual(['2026-10-25']);
    expect(daysSent(atSeven, 'Europe/Berlin', autumn)).toEqual(['2026-10-25']);
  });

  it('is over in the afternoon: a program that starts late sends no morning letter', () => {
    expect(isDigestHour(atSeven, { day: '2026-11-23', hour: 12 })).toBe(true);
    expect(isDigestHour(atSeven, { day: '2026-11-23', hour: 13 })).toBe(false);
    expect(isDigestHour(atSeven, { day: '2026-11-23', hour: 6 })).toBe(false);
  });

  it('fits zones that lie beside the full hour', () => {
    expect(wallClock('Asia/Kathmandu', new Date('2026-11-23T01:15:00Z'))).toEqual({ day: '2026-11-23', hour: 7 });
  });
});
